"""A list as a school's system wrote it: titles, and lines below them with the numbers people see.

Reports often begin with the school's name and the date, so the titles are looked for in the first lines.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from smadmin.domain.typed import tidy

_LOOKED_AT = 15
_ENOUGH = 2


@dataclass(frozen=True)
class Line:
    """A row: its number as Excel or an editor shows it, and its cells, trimmed."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """Give a cell; a short row has empty ones at its end."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True)
class Table:
    """A list with its titles. Titles may be empty or occur twice; columns are named by their place."""

    titles: tuple[str, ...]
    lines: tuple[Line, ...]

    def samples(self, column: int, most: int = 3) -> tuple[str, ...]:
        """Give the first different things that stand in a column."""
        found: dict[str, None] = {}
        for line in self.lines:
            if (text := line.cell(column)) and text not in found:
                found[text] = None
                if len(found) == most:
                    break
        return tuple(found)

    def values(self, column: int) -> tuple[str, ...]:
        """Give all that stands in a column, line by line."""
        return tuple(line.cell(column) for line in self.lines)


def table_of(rows: Sequence[Sequence[str]], known: Callable[[str], bool]) -> Table:
    """Find the titles and take the lines below; empty lines are left out, numbers stay.

    Args:
        rows: cells as they were read, from the file's first row on.
        known: tells whether a title means something here.
    """
    lines = [
        Line(number, tuple(" ".join(cell.split()) for cell in row)) for number, row in enumerate(rows, 1)
    ]
    filled = [line for line in lines if any(line.cells)]
    if not filled:
        return Table((), ())

    def titles_known(line: Line) -> int:
        return sum(1 for cell in line.cells if cell and known(cell))

    looked_at = filled[:_LOOKED_AT]
    best = max(looked_at, key=titles_known)
    head = best if titles_known(best) >= _ENOUGH else filled[0]
    below = filled[filled.index(head) + 1 :]
    width = max(len(line.cells) for line in (head, *below))
    titles = tuple(tidy(head.cell(column)) for column in range(width))
    return Table(titles, tuple(below))
