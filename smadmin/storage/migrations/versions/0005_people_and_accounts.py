"""The life of an account, and the people around it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_TABLES = ("role_holding", "reviewer_list")


def upgrade() -> None:
    """Make their tables."""
    for name in _TABLES:
        _make(name)


def _make(name: str) -> None:
    op.create_table(
        name,
        sa.Column("school_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("school_id", "id"),
    )
