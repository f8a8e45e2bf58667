"""The record's rows and parts as they lie in the store. Only ever appended, but for parts erased by order."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from smadmin.domain.cells import Cells
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import SchoolId
from smadmin.domain.records import SALT_BYTES, START, Body, Head, Part, Row
from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage import schema
from smadmin.storage.shelf import raw

_READ_BY_ALL = frozenset({"trust", "outbox", "erasure", "sweep-task", "sweep-part"})
"""Parts in plain: who was let in, what a computer login does with nobody signed in, what is erased."""
_ASKED_AT_ONCE = 500
"""So many rows are named in one question; of more, all parts of that name are gone through."""

# What each deed asks many times over: making a question anew takes longer than SQLite's answer.
_ROW, _PART = schema.record_row.c, schema.record_part.c
# Bytes come as the driver gives them: a long record's are too many to be looked at one by one by SQLAlchemy.
_AS_GIVEN = [
    sa.type_coerce(one, sa.types.NullType())
    for one in (_ROW.body, _ROW.previous, _ROW.row_hash, _ROW.signature)
]
_ROWS = sa.select(_ROW.seq, _ROW.utc, _ROW.person, _ROW.act, _ROW.noun, _ROW.noun_id, *_AS_GIVEN)
_OF_SCHOOL = _ROWS.where(_ROW.school_id == sa.bindparam("school")).order_by(_ROW.seq)
# As an expression: by the school, SQLite goes through the whole record for a thing's few rows.
_BY_THING = _ROWS.where(_ROW.school_id.concat("") == sa.bindparam("school")).order_by(_ROW.seq)
_PARTS_AFTER = (
    sa.select(_PART.seq, _PART.name, sa.type_coerce(_PART.sealed, sa.types.NullType()), _PART.content)
    .where(_PART.school_id == sa.bindparam("school"), _PART.seq > sa.bindparam("after"))
    .order_by(_PART.seq)
    .execution_options(yield_per=1_000)
)
_AT = _OF_SCHOOL.where(_ROW.seq == sa.bindparam("at"))
_ABOUT = _BY_THING.where(_ROW.noun_id == sa.bindparam("about"), _ROW.noun == sa.bindparam("what"))
_HEAD = (
    sa.select(_ROW.seq, _ROW.row_hash)
    .where(_ROW.school_id == sa.bindparam("school"))
    .order_by(_ROW.seq.desc())
    .limit(1)
)
_SIGNED = (
    sa.select(_AS_GIVEN[0], _AS_GIVEN[-1])
    .where(_ROW.school_id == sa.bindparam("school"), _ROW.seq > sa.bindparam("after"))
    .order_by(_ROW.seq)
    .execution_options(yield_per=1_000)
)
_PART_AT = sa.select(_PART.sealed, _PART.content).where(
    _PART.school_id == sa.bindparam("school"),
    _PART.seq == sa.bindparam("at"),
    _PART.name == sa.bindparam("called"),
)


@dataclass(frozen=True)
class StoredRow:
    """A row with the columns beside its body, which must agree with it."""

    seq: int
    utc: str
    person: str | None
    act: str
    noun: str
    noun_id: str | None
    row: Row


class RecordShelf:
    """One school's chain in one transaction."""

    def __init__(self, connection: sa.Connection, school: SchoolId, cells: Cells | None) -> None:
        """Stand on a transaction."""
        self._connection = connection
        self._school = school
        self._cells = cells

    def head(self) -> Head:
        """Give the newest row's place and fingerprint; (0, zeros) before the first."""
        found = self._connection.execute(_HEAD, {"school": self._school}).first()
        return Head(0, START) if found is None else Head(found.seq, bytes(found.row_hash))

    def latest(self) -> datetime | None:
        """Give the latest time that any row claims, proven or not; None before the first."""
        table = schema.record_row
        query = sa.select(sa.func.max(table.c.utc)).where(table.c.school_id == self._school)
        found = self._connection.execute(query).scalar()
        try:
            return None if found is None else datetime.fromisoformat(found)
        except ValueError:  # somebody wrote into the column; proving the record tells of it
            return None

    def append(self, body: Body, row: Row) -> None:
        """Write a row. A second row at the same place is refused by the primary key.

        Parts that lie there or further on belong to no row: somebody wrote them, or took their rows away.
        They go, or this row would look changed.
        """
        parts = schema.record_part
        self._connection.execute(
            sa.delete(parts).where(parts.c.school_id == self._school, parts.c.seq >= body.seq)
        )
        self._connection.execute(
            sa.insert(schema.record_row).values(
                school_id=self._school,
                seq=body.seq,
                utc=body.utc.isoformat(timespec="milliseconds"),
                person=body.person,
                act=body.act,
                noun=body.noun,
                noun_id=body.id,
                body=row.body,
                previous=row.previous,
                row_hash=row.row_hash,
                signature=row.signature,
            )
        )

    def keep_part(self, seq: int, name: str, part: Part) -> None:
        """Write a part, sealed where somebody's cells are open and it isn't one that everybody reads."""
        content = part.salt + part.content
        cells = None if name in _READ_BY_ALL else self._cells
        if cells is not None:
            content = cells.close(PART_LABEL, self._place(seq, name), content)
        self._connection.execute(
            sa.insert(schema.record_part).values(
                school_id=self._school, seq=seq, name=name, sealed=cells is not None, content=content
            )
        )

    def erase_part(self, seq: int, name: str) -> None:
        """Remove a part for good, its salt too: what is left of it in its row nobody can guess back."""
        table = schema.record_part
        self._connection.execute(
            sa.delete(table).where(
                table.c.school_id == self._school, table.c.seq == seq, table.c.name == name
            )
        )

    def part(self, seq: int, name: str) -> Part | None:
        """Read a part, or None where it was erased."""
        place = {"school": self._school, "at": seq, "called": name}
        found = self._connection.execute(_PART_AT, place).first()
        return None if found is None else self._opened(seq, name, found)

    def has_part(self, seq: int, name: str) -> bool:
        """Tell whether a part lies there, whoever can open it."""
        place = {"school": self._school, "at": seq, "called": name}
        return self._connection.execute(_PART_AT, place).first() is not None

    def with_parts(self, after: int = 0) -> Iterator[tuple[StoredRow, dict[str, Part | None]]]:
        """Read the rows after a place in order, each with its parts by name; never all of them at once.

        A part is None where it is sealed to somebody else. One that doesn't open has no right digest.
        """
        found = iter(self._connection.execute(_PARTS_AFTER, {"school": self._school, "after": after}))
        part = next(found, None)
        for stored in self.rows(after):
            told: dict[str, Part | None] = {}
            while part is not None and _is_up_to(part.seq, stored.seq):
                if part.seq == stored.seq:
                    told[part.name] = self._opened_or_none(part)
                part = next(found, None)
            yield stored, told

    def parts_named(self, name: str, seqs: Collection[int]) -> dict[int, Part | None]:
        """Read the parts of one name of several rows in one go, each as `with_parts` gives it."""
        table = schema.record_part
        query = sa.select(table).where(table.c.school_id == self._school, table.c.name == name)
        parts, wanted = dict[int, Part | None](), frozenset(seqs)
        if len(wanted) <= _ASKED_AT_ONCE:  # of one account among thousands not all are gone through
            query = query.where(table.c.seq.in_(wanted))
        for found in self._connection.execute(query):
            if found.seq in wanted:
                parts[found.seq] = self._opened_or_none(found)
        return parts

    def _opened_or_none(self, found: sa.Row[Any, Any]) -> Part | None:
        """Give a part; one that doesn't open comes without a right digest."""
        if found.sealed not in {True, False}:  # 1 and 0 to SQLite; anything else nobody's program wrote
            return Part(b"", b"")
        try:
            return self._opened(found.seq, found.name, found)
        except Tampered:
            return Part(b"", b"")

    def _opened(self, seq: int, name: str, found: sa.Row[Any, Any]) -> Part | None:
        content = raw(found.content)
        if found.sealed:
            if self._cells is None:
                return None
            content = self._cells.open(PART_LABEL, self._place(seq, name), content)
        return Part(content[:SALT_BYTES], content[SALT_BYTES:])

    def part_names(self, after: int, until: int) -> dict[int, list[str]]:
        """Give which parts the rows after a place have, up to another."""
        here = (_PART.school_id == self._school, _PART.seq > after, _PART.seq <= until)
        names: dict[int, list[str]] = {}
        for row in self._connection.execute(sa.select(_PART.seq, _PART.name).where(*here)):
            names.setdefault(row.seq, []).append(row.name)
        return names

    def rows(
        self, after: int = 0, acts: tuple[Act, ...] = (), *, until: int | None = None
    ) -> Iterator[StoredRow]:
        """Read rows in order, those after a place (up to another) and (if named) of some acts only."""
        query = _OF_SCHOOL.where(_ROW.seq > after)
        query = query if until is None else query.where(_ROW.seq <= until)
        return self._read(query.where(_ROW.act.in_(acts)) if acts else query)

    def signed(self, after: int = 0) -> Iterator[tuple[bytes, bytes]]:
        """Read what was linked and signed after a place, in order: each row's body, and its signature."""
        asked = {"school": self._school, "after": after}
        for body, signature in self._connection.execute(_SIGNED, asked):
            yield raw(body), raw(signature)

    def at(self, seq: int) -> StoredRow | None:
        """Read one row, or None."""
        return next(self._read(_AT, at=seq), None)

    def about(self, noun: Noun, noun_id: str) -> tuple[StoredRow, ...]:
        """Read the rows about one thing, oldest first."""
        return tuple(self._read(_ABOUT, about=noun_id, what=noun))

    def of_act(self, noun: Noun, act: Act, about: Collection[str]) -> tuple[StoredRow, ...]:
        """Read the rows of an act about some things, oldest first, unproven."""
        conditions = (_ROW.noun == noun, _ROW.act == act, _ROW.noun_id.in_(about))
        return tuple(self._read(_BY_THING.where(*conditions)))

    def _read(self, query: sa.Select[Any], **values: object) -> Iterator[StoredRow]:
        asked = query.execution_options(yield_per=1_000)
        for (
            seq,
            utc,
            person,
            act,
            noun,
            noun_id,
            body,
            previous,
            row_hash,
            signature,
        ) in self._connection.execute(asked, {"school": self._school, **values}):
            row = Row(raw(body), raw(previous), raw(row_hash), raw(signature))
            yield StoredRow(seq, utc, person, act, noun, noun_id, row)

    def _place(self, seq: int, name: str) -> str:
        return f"{seq}/{name}"


def _is_up_to(seq: object, other: object) -> bool:
    """Tell whether a part's place is no later than a row's; text, put there, comes after all numbers."""
    return isinstance(seq, int | float) and isinstance(other, int | float) and seq <= other


PART_LABEL = "record-parts/content"
"""The lasting name of the cells in which parts lie."""
