"""The tables. A noun's row is plain columns for finding it and one `body`, sealed or canonical.

A change here needs a migration in `migrations/versions`; a test compares the two. Column names may change,
the labels of cells (`Shape.label`) never.
"""

from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s"}
)

_ID = sa.String(36)


class Stored(sa.types.TypeDecorator[bytes]):
    """Bytes. A forger's SQL may leave text or numbers in their place, which must be read to be noticed."""

    impl = sa.LargeBinary
    cache_ok = True

    def process_result_value(self, value: object, dialect: sa.Dialect) -> bytes | None:
        """Take text and numbers as the bytes of what they say; a number would give as many zeros."""
        if value is None or isinstance(value, bytes):
            return value
        return bytes(value) if isinstance(value, memoryview | bytearray) else str(value).encode()


def _noun(name: str, *columns: sa.Column[Any]) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        sa.Column("school_id", _ID, primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        *columns,
        sa.Column("body", Stored, nullable=False),
    )


def _col(name: str, kind: sa.types.TypeEngine[Any], *, index: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=True, index=index)


meta = sa.Table(
    "meta",
    metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("value", sa.String(200), nullable=False),
)

school = _noun("school")
law_record = _noun("law_record")
pack = _noun("pack")  # id: the SHA-256 of its text

record_row = sa.Table(
    "record_row",
    metadata,
    sa.Column("school_id", _ID, primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("utc", sa.String(32), nullable=False),
    sa.Column("person", _ID),
    sa.Column("act", sa.String(40), nullable=False),
    sa.Column("noun", sa.String(40), nullable=False),
    sa.Column("noun_id", sa.String(64), index=True),
    sa.Column("body", Stored, nullable=False),
    sa.Column("previous", Stored, nullable=False),
    sa.Column("row_hash", Stored, nullable=False),
    sa.Column("signature", Stored, nullable=False),
)
record_part = sa.Table(
    "record_part",
    metadata,
    sa.Column("school_id", _ID, primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("sealed", sa.Boolean, nullable=False),
    sa.Column("content", Stored, nullable=False),
)

# Caches of the trust rows (`keys.md`): rebuilt from the record, compared with it at sign-in.
person = _noun("person")
key = _noun("key")
role = _noun("role")
pin = _noun("pin")
school_key = _noun("school_key")
reviewer_list = _noun("reviewer_list")

key_wrap = _noun("key_wrap", _col("key_no", sa.Integer()), _col("key_id", sa.String(32), index=True))

account = _noun("account", _col("stage", sa.String(20)), _col("platform", sa.String(20)))
credential = _noun("credential")
student = _noun("student")
template = _noun("template", _col("student_id", _ID, index=True))
media = _noun("media", _col("name", sa.String(64), index=True))
post = _noun(
    "post", _col("stage", sa.String(20), index=True), _col("author", _ID), _col("edited_at", sa.String(32))
)
revision = _noun("revision", _col("post_id", _ID, index=True), _col("number", sa.Integer()))
photo_set = _noun("photo_set", _col("created_at", sa.String(32)))
photo = _noun("photo", _col("set_id", _ID, index=True))
video = _noun("video")
learnt = _noun("learnt")

# The life of an account, and the people around it.
role_holding = _noun("role_holding")  # id: the account's
slot = _noun("slot", _col("account_id", _ID, index=True), _col("day", sa.String(10)))
sa.Index("ix_slot_days", slot.c.school_id, slot.c.day, slot.c.account_id)
publication = _noun(
    "publication",
    _col("account_id", _ID),
    _col("post_id", _ID, index=True),
    _col("step", sa.String(20)),
    _col("published_at", sa.String(32)),
    _col("slot_id", _ID),
)
# An account's newest posts, and everything that went out in some days, without opening a single row.
_out = publication.c
sa.Index("ix_publication_newest", _out.school_id, _out.account_id, _out.step, _out.published_at)
_told = (_out.account_id, _out.slot_id, _out.post_id)
sa.Index("ix_publication_days", _out.school_id, _out.step, _out.published_at, *_told)
_when = (_out.step, _out.published_at, _out.account_id, _out.post_id)
sa.Index("ix_publication_planned", _out.school_id, _out.slot_id, *_when)
# What goes out with nobody signed in, sealed to the computer login that sends it; gone once it is out.
outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("school_id", _ID, primary_key=True),
    sa.Column("id", _ID, primary_key=True),  # the publication's
    sa.Column("sealed", Stored, nullable=False),
)
# The search for a child's face in what was published, as work for computers where nobody is signed in: the
# file sealed to them, and per piece who is at it and what they found, sealed to who keeps the list. What a
# sweep itself says lies in the record alone.
sweep_task = sa.Table(
    "sweep_task",
    metadata,
    sa.Column("school_id", _ID, primary_key=True),
    sa.Column("id", _ID, primary_key=True),
    sa.Column("sweep_id", _ID, nullable=False),
    sa.Column("ends_at", sa.String(32), nullable=False),  # UTC
    sa.Column("sealed", Stored, nullable=False),
)
sweep_part = sa.Table(
    "sweep_part",
    metadata,
    sa.Column("school_id", _ID, primary_key=True),
    sa.Column("task_id", _ID, primary_key=True),
    sa.Column("chunk", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seat", _ID),
    sa.Column("leased_until", sa.String(32)),  # UTC
    sa.Column("result", Stored),
)
calendar_days = _noun("calendar_days", _col("last", sa.String(10), index=True))

# Posts from before the program, or made outside it, as lists and archives tell of them. Only what is `done`
# counts: the posts of an import come in turns, and those of one that was taken back go in turns.
past_import = _noun("past_import", _col("account_id", _ID, index=True), _col("step", sa.String(10)))
past_post = sa.Table(
    "past_post",
    metadata,
    sa.Column("school_id", _ID, primary_key=True),
    sa.Column("import_id", _ID, primary_key=True),
    sa.Column("day", sa.String(10), primary_key=True),  # the school's own; the newest is one step away
    sa.Column("mark", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("moment", sa.String(32)),  # UTC; null where a list knows the day alone
    sa.Column("link", sa.String(400), nullable=False),
    sqlite_with_rowid=False,
)
