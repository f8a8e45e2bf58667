"""What both sides of the border agree on: verbs, reasons and sizes, and how a grid of cells crosses it."""

from collections.abc import Iterable
from enum import IntEnum

from smadmin.jail.trade import FIRST_OWN_CODE

MOST_FILE_BYTES = 32 << 20
"""A larger list isn't read at all; a district's 5,000 rows are about 1 MB."""
MOST_ROWS = 50_000
MOST_COLUMNS = 400
MOST_CELL = 2_000
"""Letters of one cell; what is longer is cut (a note), never a reason to lose the row."""
MOST_ANSWER_BYTES = 64 << 20
MOST_TAIL_BYTES = 16 << 20
"""How much of an archive's end is looked at for its table of contents."""
MOST_ENTRIES = 100_000
MOST_ENTRY_BYTES = 150_000_000
MOST_NAME = 1_000

CELL_END = "\x1f"
ROW_END = "\x1e"
_ENDS = str.maketrans({CELL_END: " ", ROW_END: " ", "\x00": None})


class Verb(IntEnum):
    """What the worker does.

    GRID: file -> rows, further sheets with something in them, line at which it broke off or 0; the cells.
    CONTENTS: size of the archive, tail of it -> entries; a line for each: offset, packed, unpacked, method,
    CRC, name. ENTRY: method, unpacked, CRC, slice of the archive from the entry's offset on -> the file.
    """

    GRID = 1
    CONTENTS = 2
    ENTRY = 3


class Reason(IntEnum):
    """Why the trade refuses a job."""

    UNKNOWN_KIND = FIRST_OWN_CODE
    TOO_LARGE = FIRST_OWN_CODE + 1
    BROKEN = FIRST_OWN_CODE + 2
    LOCKED = FIRST_OWN_CODE + 3


def packed(rows: Iterable[Iterable[str]]) -> bytes:
    """Give the bytes of a grid; the two signs that end cells and rows can't occur in a cell."""
    lines = (CELL_END.join(cell.translate(_ENDS)[:MOST_CELL] for cell in row) for row in rows)
    return ROW_END.join(lines).encode("utf-8", "replace")


def unpacked(untrusted: bytes, rows: int) -> tuple[tuple[str, ...], ...] | None:
    """Give the grid that was packed, or None where the bytes aren't as many rows as announced."""
    if not rows:
        return None if untrusted else ()
    try:
        lines = untrusted.decode("utf-8").split(ROW_END)
    except UnicodeDecodeError:
        return None
    grid = tuple(tuple(line.split(CELL_END)) for line in lines)
    fits = len(grid) == rows and all(len(row) <= MOST_COLUMNS for row in grid)
    return grid if fits and all(len(cell) <= MOST_CELL for row in grid for cell in row) else None
