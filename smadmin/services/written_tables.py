"""Lists kept as files: a table that any spreadsheet opens, a page that any browser shows (errands).

They are written only on somebody's word, and nothing in a table is ever worked out.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from smadmin.domain.spreadsheet_cells import harmless_cell, harmless_parts
from smadmin.imaging.files import write_new

_MARK = "\ufeff"
"""Without it Excel takes the accents for something else."""


def write_table(path: Path, rows: Iterable[Sequence[str]]) -> Path:
    """Write rows as CSV, and give where; nothing is overwritten.

    Raises:
        OutsideFailed: no space, no permission.
    """
    text = io.StringIO()
    csv.writer(text).writerows([harmless_parts(harmless_cell(cell)) for cell in row] for row in rows)
    return write_new(path.parent, path.name, (_MARK + text.getvalue()).encode())


def write_page(path: Path, page: str) -> Path:
    """Write a page of text, and give where; nothing is overwritten.

    Raises:
        OutsideFailed: no space, no permission.
    """
    return write_new(path.parent, path.name, page.encode())


def write_file(path: Path, content: bytes) -> Path:
    """Write anything else, and give where; nothing is overwritten.

    Raises:
        OutsideFailed: no space, no permission.
    """
    return write_new(path.parent, path.name, content)
