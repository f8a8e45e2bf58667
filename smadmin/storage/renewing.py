"""Sealed cells under another school key: found by the number in front of each, and written anew.

A cell's content, its row's version and its place stay as they are, so whoever read a row before may still
write it. A new table with sealed rows comes along by itself, because every shape with a label is asked.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from smadmin.domain.cells import Cells
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import SchoolId
from smadmin.storage import schema, shapes
from smadmin.storage.record import PART_LABEL
from smadmin.storage.rows import Shape
from smadmin.storage.shelf import raw

_NUMBER_FROM, _NUMBER_BYTES = 2, 4
"""Where a cell says which key it is under (`credentials/cells.py`); SQL counts from one."""
CHILDREN = frozenset({schema.student.name, schema.template.name})
"""Tables whose stored bytes each row of the record vouches for."""


@dataclass(frozen=True)
class _Cell:
    """A column of cells: what each is bound to, and which row it is in."""

    table: sa.Table
    column: sa.Column[Any]
    label: str
    bound: Callable[[Any], str]
    keys: tuple[sa.Column[Any], ...]
    only: tuple[sa.ColumnElement[bool], ...] = ()


class RenewShelf:
    """Cells of one school that lie under an older key than the newest, in one transaction."""

    def __init__(self, connection: sa.Connection, school: SchoolId, cells: Cells | None) -> None:
        """Stand on a transaction; `cells` opens under every key and closes under the newest."""
        self._connection = connection
        self._school = school
        self._cells = cells

    def children(self, number: int, *, at_most: int) -> int:
        """Write up to so many of the children's cells anew that lie under another key than this one.

        Their rows change with it: take the roster as it stands into the next row of the record.

        Returns:
            how many were written.
        """
        return self._older(number, at_most, [one for one in _all_cells() if one.table.name in CHILDREN])

    def others(self, number: int, *, at_most: int) -> int:
        """Write up to so many of all other cells anew; gives how many."""
        return self._older(number, at_most, [one for one in _all_cells() if one.table.name not in CHILDREN])

    def _older(self, number: int, at_most: int, places: Sequence[_Cell]) -> int:
        done = 0
        for one in places:
            if done < at_most:
                done += self._renewed(one, number, at_most - done)
        return done

    def _renewed(self, one: _Cell, number: int, at_most: int) -> int:
        cells = self._cells
        if cells is None:
            return 0
        said = sa.func.substr(one.column, _NUMBER_FROM, _NUMBER_BYTES)
        where = (one.table.c.school_id == self._school, said != number.to_bytes(_NUMBER_BYTES), *one.only)
        found = self._connection.execute(sa.select(*one.keys, one.column).where(*where).limit(at_most)).all()
        done = 0
        for row in found:
            bound = one.bound(row)
            try:
                content = cells.open(one.label, bound, raw(row[-1]))
            except Tampered:  # spoilt as it was before; whoever reads it is told
                continue
            same = (key == row[place] for place, key in enumerate(one.keys))
            self._connection.execute(
                sa.update(one.table)
                .where(one.table.c.school_id == self._school, *same)
                .values({one.column: cells.close(one.label, bound, content)})
            )
            done += 1
        return done


def _all_cells() -> tuple[_Cell, ...]:
    sealed = [
        shape for shape in vars(shapes).values() if isinstance(shape, Shape) and shape.label is not None
    ]
    table = schema.record_part
    parts = _Cell(
        table,
        table.c.content,
        PART_LABEL,
        lambda row: f"{row.seq}/{row.name}",
        (table.c.seq, table.c.name),
        (table.c.sealed.is_(True),),
    )
    return (*(_of(shape) for shape in sealed), parts)


def _of(shape: Shape[Any]) -> _Cell:
    table = shape.table
    return _Cell(table, table.c.body, shape.label or "", lambda row: str(row.id), (table.c.id,))
