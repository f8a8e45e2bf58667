"""The life of an account, and the people around it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_TABLES = ("role_holding", "reviewer_list")


def upgrade() -> None:
    """Make their tables."""
    for name in _TABLES:
        _make(name)
    _make_past_posts()


def _make_past_posts() -> None:
    account, step = sa.Column("account_id", sa.String(length=36)), sa.Column("step", sa.String(length=10))
    _make("past_import", account, step)
    op.create_index(op.f("ix_past_import_account_id"), "past_import", ["account_id"])
    op.create_table(
        "past_post",
        sa.Column("school_id", sa.String(length=36), nullable=False),
        sa.Column("import_id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("mark", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("moment", sa.String(length=32), nullable=True),
        sa.Column("link", sa.String(length=400), nullable=False),
        sa.PrimaryKeyConstraint("school_id", "import_id", "day", "mark"),
        sqlite_with_rowid=False,
    )


def _make(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("school_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *columns,
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("school_id", "id"),
    )
