"""The life of an account, and the people around it."""

import json
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
    _find_publications_by_day_and_slot()
    _make_calendar()
    _make_outbox()
    _make_words()
    _make_sweeps()


def _find_publications_by_day_and_slot() -> None:
    op.add_column("publication", sa.Column("slot_id", sa.String(length=36), nullable=True))
    publication = sa.table(
        "publication", *(sa.column(name) for name in ("school_id", "id", "body", "slot_id"))
    )
    bind = op.get_bind()
    rows = bind.execute(sa.select(publication.c.school_id, publication.c.id, publication.c.body)).all()
    for school, one, body in rows:
        slot = json.loads(bytes(body)).get("slot")
        if slot is not None:
            mine = (publication.c.school_id == school) & (publication.c.id == one)
            bind.execute(sa.update(publication).where(mine).values(slot_id=slot))
    newest = ["school_id", "account_id", "step", "published_at"]
    op.create_index("ix_publication_newest", "publication", newest)
    days = ["school_id", *newest[2:], "account_id", "slot_id", "post_id"]
    op.create_index("ix_publication_days", "publication", days)
    planned = ["school_id", "slot_id", "step", "published_at", "account_id", "post_id"]
    op.create_index("ix_publication_planned", "publication", planned)
    op.drop_index("ix_publication_account_id", "publication")


def _make_calendar() -> None:
    op.drop_index("ix_slot_day", "slot")
    op.create_index("ix_slot_days", "slot", ["school_id", "day", "account_id"])
    _make("calendar_days", sa.Column("last", sa.String(length=10)))
    op.create_index(op.f("ix_calendar_days_last"), "calendar_days", ["last"])


def _make_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("school_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("school_id", "id"),
    )


def _make_sweeps() -> None:
    op.create_table(
        "sweep_task",
        sa.Column("school_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("sweep_id", sa.String(length=36), nullable=False),
        sa.Column("ends_at", sa.String(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("school_id", "id"),
    )
    op.create_table(
        "sweep_part",
        sa.Column("school_id", sa.String(length=36), nullable=False),
        sa.Column("task_id", sa.String(length=36), nullable=False),
        sa.Column("chunk", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seat", sa.String(length=36), nullable=True),
        sa.Column("leased_until", sa.String(length=32), nullable=True),
        sa.Column("result", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("school_id", "task_id", "chunk"),
    )


def _make_words() -> None:
    """Make the indexes; they fill once somebody has signed in (`services/searching.py`)."""
    op.execute(
        "CREATE VIRTUAL TABLE public_words USING fts5("
        "place, words, school UNINDEXED, noun UNINDEXED, subject UNINDEXED, tokenize='ascii')"
    )
    op.execute(
        "CREATE VIRTUAL TABLE record_words USING fts5("
        "codes, content='', columnsize=0, detail=none, tokenize='ascii')"
    )


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
