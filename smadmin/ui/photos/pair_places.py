"""Where pairs stand on a page: a pair of three children or more is two places wide. Pure.

Portraits are to be seen, not guessed at: two children share the room of one, more get twice the room.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SIDE_BY_SIDE = 2
"""So many children have room beside a face in one place."""


@dataclass(frozen=True)
class Place:
    """Where a pair stands, counted from 0, and over how many columns."""

    row: int
    column: int
    columns: int


def span_of(children: int) -> int:
    """Give how many columns a pair takes, where there are so many."""
    return 1 if children <= _SIDE_BY_SIDE else 2


def places_of(children: Sequence[int], *, columns: int, rows: int) -> tuple[Place, ...]:
    """Give places to as many pairs as fit, in their order, each into the first gap.

    Args:
        children: how many each pair names.
        columns: of the page; at least 1.
        rows: of the page; at least 1.
    """
    free = {(row, column) for row in range(rows) for column in range(columns)}
    found = []
    for many in children:
        wide = min(span_of(many), columns)
        place = next(_gaps(free, wide), None)
        if place is None:
            break
        free -= set(_cells(place))
        found.append(place)
    return tuple(found)


def _gaps(free: set[tuple[int, int]], wide: int) -> Iterator[Place]:
    for row, column in sorted(free):
        place = Place(row, column, wide)
        if free.issuperset(_cells(place)):
            yield place


def _cells(place: Place) -> list[tuple[int, int]]:
    return [(place.row, place.column + step) for step in range(place.columns)]
