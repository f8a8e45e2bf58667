"""The record's rows by who, what and when, in an index: of a million rows the newest that fit in a moment.

Only codes are kept of what the rows' plain columns say. Rows are taken in after they were written, in small
turns, so that no deed is slowed by it; up to which one stands in a note, with that row's fingerprint and the
school's zone. Where the note doesn't fit the record any more, the index begins anew.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from smadmin.domain.ids import SchoolId
from smadmin.domain.schools import School
from smadmin.storage import schema
from smadmin.storage.full_text import code
from smadmin.storage.shelf import raw

_ROW = schema.record_row.c
_MINE = _ROW.school_id == sa.bindparam("school")
_VERSION = "1"
"""Of the codes: another one has every index begin anew."""


Key = tuple[str, ...]
"""What a row is found by: its act upon a noun, its noun, its person, its year, month or day."""


def act_key(noun: str, act: str) -> Key:
    """Stand for an act upon a kind of thing."""
    return ("act", noun, act)


def noun_key(noun: str) -> Key:
    """Stand for a kind of thing."""
    return ("noun", noun)


def person_key(person: str | None) -> Key:
    """Stand for who did it; None is the program itself."""
    return ("person", person or "")


def date_key(part: str, number: int) -> Key:
    """Stand for a `year`, a `month` (1 to 12) or a `day` of the month."""
    return (part, str(number))


def keys_of(school: School, utc: str, person: str | None, act: str, noun: str) -> Iterator[Key]:
    """Give the keys of one row by its plain columns; one without a readable time has no date."""
    yield from (act_key(noun, act), noun_key(noun), person_key(person))
    try:
        day = school.local(datetime.fromisoformat(utc)).date()
    except ValueError:  # somebody wrote into the column; proving the record tells of it
        return
    yield from (date_key("year", day.year), date_key("month", day.month), date_key("day", day.day))


@dataclass(frozen=True)
class PlainRow:
    """What a row's plain columns say; who reads the row itself proves nothing by them."""

    seq: int
    utc: str
    person: str | None
    act: str
    noun: str
    noun_id: str | None


class RecordWords:
    """The index of one school's record in one transaction."""

    def __init__(self, connection: sa.Connection, school: SchoolId) -> None:
        """Stand on a transaction."""
        self._connection, self._school = connection, school
        self._note = f"record-words-{code(school)}"
        self._known: dict[Key, str] = {}

    def upto(self, zone: str) -> int:
        """Give the row up to which the index goes; 0 where it has to begin anew.

        Args:
            zone: the school's, by which rows have their days.
        """
        query = sa.select(schema.meta.c.value).filter_by(name=self._note)
        noted = str(self._connection.execute(query).scalar_one_or_none() or "")
        place, _, rest = noted.partition(":")
        seq = int(place) if place.isdecimal() else 0
        return seq if seq and rest == self._mark(seq, zone) else 0

    def take(self, school: School, most: int) -> int:
        """Take in the next rows, within a deed; gives how many.

        Args:
            school: whose days the rows have.
            most: at most so many.
        """
        zone = str(school.zone)
        upto = self.upto(zone)
        if not upto:
            self._empty()
        columns = (_ROW.seq, _ROW.utc, _ROW.person, _ROW.act, _ROW.noun)
        query = sa.select(*columns).where(_ROW.school_id == self._school, _ROW.seq > upto)
        rows = self._connection.execute(query.order_by(_ROW.seq).limit(most)).all()
        if not rows:
            return 0
        self._connection.exec_driver_sql(
            "INSERT INTO record_words (rowid, codes) VALUES (?, ?)",
            [(row.seq, self._codes(keys_of(school, row.utc, row.person, row.act, row.noun))) for row in rows],
        )
        last = int(rows[-1].seq)
        self._connection.execute(sa.delete(schema.meta).where(schema.meta.c.name == self._note))
        noted = f"{last}:{self._mark(last, zone)}"
        self._connection.execute(sa.insert(schema.meta).values(name=self._note, value=noted))
        return len(rows)

    def find(
        self, groups: Sequence[Collection[Key]], limit: int, *, before: int | None = None
    ) -> tuple[int, ...]:
        """Give the places of rows that have a key out of each group, the newest first.

        With two schools in one store some may be the other's: whoever asks reads each row.
        """
        if not groups or not all(groups):
            return ()
        said = " AND ".join(f"({' OR '.join(self._code(key) for key in group)})" for group in groups)
        fitting = "SELECT rowid FROM record_words WHERE record_words MATCH ? AND rowid < ?"
        query = f"{fitting} ORDER BY rowid DESC LIMIT ?"
        values = (said, 2**62 if before is None else before, limit)
        return tuple(int(row[0]) for row in self._connection.exec_driver_sql(query, values))

    def _codes(self, keys: Iterable[Key]) -> str:
        return " ".join(self._code(key) for key in keys)

    def _code(self, key: Key) -> str:
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = f"c{code(self._school, *key)}"
        return known

    def rows_at(self, seqs: Collection[int]) -> tuple[PlainRow, ...]:
        """Read rows by their places, at most some hundreds; what isn't there is left out."""
        return self._rows(_MINE, _ROW.seq.in_(sorted(seqs))) if seqs else ()

    def rows_about(self, things: Collection[str], limit: int) -> tuple[PlainRow, ...]:
        """Read the newest rows about some things, at most some hundreds of them."""
        # As an expression: by the school, SQLite goes through the whole record for a thing's few rows.
        mine = _ROW.school_id.concat("") == sa.bindparam("school")
        return self._rows(mine, _ROW.noun_id.in_(sorted(things)), limit=limit) if things else ()

    def rows_after(self, seq: int, limit: int) -> tuple[PlainRow, ...]:
        """Read the newest rows after a place: those that the index doesn't have yet."""
        return self._rows(_MINE, _ROW.seq > seq, limit=limit)

    def _rows(self, *which: sa.ColumnElement[bool], limit: int | None = None) -> tuple[PlainRow, ...]:
        columns = (_ROW.seq, _ROW.utc, _ROW.person, _ROW.act, _ROW.noun, _ROW.noun_id)
        query = sa.select(*columns).where(*which).order_by(_ROW.seq.desc()).limit(limit)
        found = self._connection.execute(query, {"school": self._school})
        return tuple(PlainRow(*row) for row in found)

    def _empty(self) -> None:
        """Begin anew, and every other school of this store with it: rows can't be taken out one by one."""
        self._connection.exec_driver_sql("INSERT INTO record_words (record_words) VALUES ('delete-all')")
        notes = schema.meta.c.name
        self._connection.execute(sa.delete(schema.meta).where(notes.startswith("record-words-")))

    def _mark(self, seq: int, zone: str) -> str:
        query = sa.select(_ROW.row_hash).where(_ROW.school_id == self._school, _ROW.seq == seq)
        found = self._connection.execute(query).scalar_one_or_none()
        return "" if found is None else f"{_VERSION}:{raw(found)[:16].hex()}:{zone}"
