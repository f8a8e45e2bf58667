"""Keeping what an import reported: a table that any spreadsheet opens, written where somebody wants it.

It names children in plain, so it is written only on somebody's word, and nothing in it is ever worked out.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from smadmin.imaging.files import write_new

_MARK = "\ufeff"
"""Without it Excel takes the accents for something else."""
_WORKED_OUT = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write_report(path: Path, rows: Iterable[Sequence[str]]) -> Path:
    """Write the rows of a report as CSV, and give where; nothing is overwritten (an errand).

    Raises:
        OutsideFailed: no space, no permission.
    """
    text = io.StringIO()
    csv.writer(text).writerows([_harmless(cell) for cell in row] for row in rows)
    return write_new(path.parent, path.name, (_MARK + text.getvalue()).encode())


def _harmless(cell: str) -> str:
    """Give a cell that no spreadsheet works out."""
    return f"'{cell}" if cell.strip().startswith(_WORKED_OUT) else cell
