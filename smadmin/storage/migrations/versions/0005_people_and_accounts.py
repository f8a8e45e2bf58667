"""The life of an account, and the people around it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_TABLES = (
    "role_holding",
    "affiliated_site",
    "reported_account",
    "office_request",
    "computer",
    "reviewer_list",
)


def upgrade() -> None:
    """Make their tables."""
    for name in _TABLES:
        _make(name)
    _make("followed", sa.Column("account_id", sa.String(length=36), nullable=True))
    op.create_index(op.f("ix_followed_account_id"), "followed", ["account_id"], unique=False)


def _make(name: str, *columns: sa.Column[str]) -> None:
    op.create_table(
        name,
        sa.Column("school_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *columns,
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("school_id", "id"),
    )
