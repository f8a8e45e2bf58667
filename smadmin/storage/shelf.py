"""A shelf: the rows of one noun in one transaction, as domain values.

The body of a row is the whole value, sealed with the school's cells or canonical in plain; the columns beside
it are only for finding. A change names the version it saw: none changed means `Conflict`.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache

import sqlalchemy as sa

from smadmin.domain.cells import Cells
from smadmin.domain.errors import Conflict, KnownError, Tampered
from smadmin.domain.ids import SchoolId
from smadmin.domain.messages import say
from smadmin.storage import bodies
from smadmin.storage.full_text import FullText
from smadmin.storage.rows import E, Entity, Ready, Sealing, Shape

_AT_ONCE = 500
"""So many ids are named in one question; SQLite takes no more than 999 in old versions."""


def raw(value: object) -> bytes:
    """Give a column's bytes, whatever somebody has put there: SQLite keeps any kind in any column."""
    return value if isinstance(value, bytes) else str(value).encode()


# Made once for each table: making them anew for each of 5,000 children takes longer than writing these.
@cache
def _adding(table: sa.Table) -> sa.Insert:
    return sa.insert(table)


@cache
def _changing(table: sa.Table) -> sa.Update:
    """Give the change of a row that still is as it was seen; the new values are named as their columns."""
    return sa.update(table).where(
        table.c.id == sa.bindparam("seen_id"),
        table.c.school_id == sa.bindparam("seen_school"),
        table.c.version == sa.bindparam("seen_version"),
    )


@cache
def _of_school(table: sa.Table) -> sa.Select[tuple[str, int, bytes]]:
    query = sa.select(table.c.id, table.c.version, table.c.body)
    # As an expression: by the id alone, SQLite goes through the whole table in its order.
    return query.where(table.c.school_id == sa.bindparam("of_school")).order_by(table.c.id.concat(""))


@cache
def _finding(table: sa.Table, names: tuple[str, ...]) -> sa.Select[tuple[str, int, bytes]]:
    """Give the rows whose columns have the values that are called as the columns are."""
    return _of_school(table).where(*(table.c[name] == sa.bindparam(f"of_{name}") for name in names))


def _is(known: Entity | None, version: int) -> bool:
    return known is not None and known.version == version


class Shelf(Sealing[E]):
    """The rows of one noun."""

    def __init__(
        self, connection: sa.Connection, shape: Shape[E], school: SchoolId, cells: Cells | None
    ) -> None:
        """Stand on a transaction; `cells` is None while nobody is signed in."""
        super().__init__(shape, school, cells)
        self._connection = connection

    @property
    def sealing(self) -> Sealing[E]:
        """What makes rows ready outside of this transaction."""
        return Sealing(self._shape, self._school, self._cells)

    def write(self, ready: Sequence[Ready[E]]) -> None:
        """Write rows that were made ready.

        Raises:
            Conflict: if one was changed or removed since.
        """
        added = [one.columns for one in ready if one.new]
        changed = [one.columns for one in ready if not one.new]
        if added:
            self._connection.execute(_adding(self._shape.table), added)
        if changed and self._connection.execute(_changing(self._shape.table), changed).rowcount != len(
            changed
        ):
            raise Conflict(say("store.conflict"), kept=say("store.conflict-kept"), remedy=say("store.reload"))
        if self._shape.words is not None:
            for one in ready:
                self._keep_words(one.entity.id, self._shape.words(one.entity))

    def add(self, entity: E) -> E:
        """Write a new row."""
        self.write([self.to_add(entity)])
        return entity

    def change(self, entity: E) -> E:
        """Write a changed row; `entity.version` is the version that was read.

        Returns:
            the entity with its new version.

        Raises:
            Conflict: if the row was changed or removed since.
        """
        ready = self.to_change(entity)
        self.write([ready])
        return ready.entity

    def remove(self, entity_id: str) -> None:
        """Erase a row for good (`secure_delete` overwrites it)."""
        table = self._shape.table
        self._connection.execute(
            sa.delete(table).where(table.c.id == entity_id, table.c.school_id == self._school)
        )
        if self._shape.words is not None:
            self._keep_words(entity_id, "")

    def index_next(self, after: str, most: int) -> str | None:
        """Keep the words of the next rows by their ids, of those that can be read.

        Args:
            after: the last id before them; empty for the first.
            most: at most so many.

        Returns:
            the last of their ids; None where there is none.
        """
        columns, words = self._shape.table.c, self._shape.words
        mine = sa.select(columns.id).where(columns.school_id == self._school, columns.id > after)
        ids = list(self._connection.execute(mine.order_by(columns.id).limit(most)).scalars())
        if words is not None:
            for entity in self.readable_among(ids)[0].values():
                self._keep_words(entity.id, words(entity))
        return str(ids[-1]) if ids else None

    def _keep_words(self, entity_id: str, text: str) -> None:
        FullText(self._connection, self._school).keep(self._shape.table.name, entity_id, text)

    def get(self, entity_id: str) -> E:
        """Read one row.

        Raises:
            KnownError: if there is none.
        """
        found = self.find(id=entity_id)
        if not found:
            raise KnownError(say("store.gone"), remedy=say("store.reload"))
        return found[0]

    def maybe(self, entity_id: str) -> E | None:
        """Read one row, or None."""
        found = self.find(id=entity_id)
        return found[0] if found else None

    def all(self) -> tuple[E, ...]:
        """Read every row of the school, oldest first."""
        return self.find()

    def find(self, **wanted: object) -> tuple[E, ...]:
        """Read the rows whose columns have these values (None isn't one), oldest first."""
        values = {f"of_{name}": value for name, value in wanted.items()}
        return self._answers(_finding(self._shape.table, tuple(wanted)), values)

    def each(self, **wanted: object) -> Iterator[E]:
        """Read the same as `find`, some hundred at a time: never all of them are in memory."""
        named = self.named(**wanted)
        for start in range(0, len(named), _AT_ONCE):
            yield from self._found(self._shape.table.c.id.in_(named[start : start + _AT_ONCE]))

    def find_again(self, known: Mapping[str, E], **wanted: object) -> tuple[E, ...]:
        """Read the same for showing: a row whose version is one that is known already isn't opened again.

        What decides something reads with `find`: only that notices a row that was changed by hand.
        """
        table = self._shape.table
        mine = [table.c.school_id == self._school, *(table.c[name] == one for name, one in wanted.items())]
        query = sa.select(table.c.id, table.c.version).where(*mine)
        query = query.order_by(table.c.id.concat(""))  # as in `_of_school`
        versions = {str(row.id): int(row.version) for row in self._connection.execute(query)}
        stale = [one for one, version in versions.items() if not _is(known.get(one), version)]
        opened: dict[str, E] = {}
        for start in range(0, len(stale), _AT_ONCE):
            some = table.c.id.in_(stale[start : start + _AT_ONCE])
            opened |= {one.id: one for one in self._found(some)}
        return tuple(opened[one] if one in opened else known[one] for one in versions)

    def find_since(self, name: str, moment: datetime, **wanted: object) -> tuple[E, ...]:
        """Read those of them whose column of moments is no earlier than one, oldest first."""
        return self._found(*self._since(name, moment, wanted))

    def find_saying(self, word: str, name: str, moment: datetime, **wanted: object) -> tuple[E, ...]:
        """Read of the same only those whose plain body has a word as a value; it may be another field's.

        So one in ten thousand posts is found without opening the others.
        """
        said = sa.func.instr(self._shape.table.c.body, f'"{word}"'.encode()) > 0
        return self._found(said, *self._since(name, moment, wanted))

    def find_among(self, name: str, values: Collection[str], **wanted: object) -> tuple[E, ...]:
        """Read those of them whose column has one of these values."""
        columns, found, asked = self._shape.table.c, list[E](), list(values)
        mine = [columns[one] == value for one, value in wanted.items()]
        for start in range(0, len(asked), _AT_ONCE):
            found += self._found(*mine, columns[name].in_(asked[start : start + _AT_ONCE]))
        return tuple(found)

    def _since(
        self, name: str, moment: datetime, wanted: Mapping[str, object]
    ) -> tuple[sa.ColumnElement[bool], ...]:
        columns = self._shape.table.c
        late = columns[name] >= moment.isoformat(timespec="milliseconds")
        return late, *(columns[one] == value for one, value in wanted.items())

    def find_between(self, name: str, least: str, most: str) -> tuple[E, ...]:
        """Read those whose column lies between two values, both included, oldest first."""
        column = self._shape.table.c[name]
        return self._found(column >= least, column <= most)

    def _found(self, *conditions: sa.ColumnElement[bool]) -> tuple[E, ...]:
        return self._answers(_of_school(self._shape.table).where(*conditions), {})

    def _answers(
        self, query: sa.Select[tuple[str, int, bytes]], values: Mapping[str, object]
    ) -> tuple[E, ...]:
        found = self._connection.execute(query, {**values, "of_school": self._school})
        return tuple(self._read(row.id, row.version, raw(row.body)) for row in found)

    def readable(self) -> tuple[tuple[E, ...], tuple[str, ...]]:
        """Read what can be read, oldest first, and name the rows that somebody spoilt.

        Whoever goes on without them says what may not be done meanwhile.
        """
        table = self._shape.table
        query = sa.select(table.c.id, table.c.version, table.c.body).where(table.c.school_id == self._school)
        read, spoilt = self._read_each(query.order_by(table.c.id), {})
        return tuple(read.values()), tuple(spoilt)

    def named(self, **wanted: object) -> tuple[str, ...]:
        """Name the rows whose columns have these values, oldest first; none of them is read."""
        table = self._shape.table
        mine = [table.c.school_id == self._school, *(table.c[name] == one for name, one in wanted.items())]
        query = sa.select(table.c.id).where(*mine).order_by(table.c.id.concat(""))  # as in `_of_school`
        return tuple(str(one) for one in self._connection.execute(query).scalars())

    def versions(self) -> dict[str, int]:
        """Give every row's id and version; none of them is read."""
        table = self._shape.table
        query = sa.select(table.c.id, table.c.version).where(table.c.school_id == self._school)
        return {str(row.id): int(row.version) for row in self._connection.execute(query)}

    def readable_among(self, ids: Sequence[str]) -> tuple[dict[str, E], dict[str, Tampered]]:
        """Read those of some rows that can be read, by id, and say what is wrong with the others."""
        table, read, spoilt = self._shape.table, dict[str, E](), dict[str, Tampered]()
        for start in range(0, len(ids), _AT_ONCE):
            some = _of_school(table).where(table.c.id.in_(ids[start : start + _AT_ONCE]))
            found, not_found = self._read_each(some, {"of_school": self._school})
            read |= found
            spoilt |= not_found
        return read, spoilt

    def _read_each(
        self, query: sa.Select[tuple[str, int, bytes]], values: Mapping[str, object]
    ) -> tuple[dict[str, E], dict[str, Tampered]]:
        read, spoilt = dict[str, E](), dict[str, Tampered]()
        for row in self._connection.execute(query, values):
            try:
                read[str(row.id)] = self._read(row.id, row.version, raw(row.body))
            except Tampered as error:
                spoilt[str(row.id)] = error
        return read, spoilt

    def column(self, name: str) -> frozenset[str]:
        """Give the values of a plain column; needs no open cell."""
        table = self._shape.table
        query = sa.select(table.c[name]).where(table.c.school_id == self._school)
        return frozenset(str(value) for value in self._connection.execute(query).scalars())

    def stored(self) -> dict[str, bytes]:
        """Give each row's id and stored bytes, for digests over the rows as they stand."""
        table = self._shape.table
        query = sa.select(table.c.id, table.c.body).where(table.c.school_id == self._school)
        return {str(row.id): raw(row.body) for row in self._connection.execute(query)}

    def _read(self, row_id: str, version: int, body: bytes) -> E:
        kind, label = self._shape.kind, self._shape.label
        if label is None:
            entity = bodies.plain(kind, version, body)
        else:
            entity = bodies.opened(kind, version, self._open_cells().open(label, row_id, body))
        if entity.id != row_id:
            raise Tampered(say("store.row-swapped"), remedy=say("keys.run-verify"))
        return entity
