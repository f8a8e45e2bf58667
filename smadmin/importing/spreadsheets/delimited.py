"""Text files with commas, semicolons, tabs or bars, as every school's system writes them. Worker only.

A quotation mark that is never closed would swallow the rest of the school into one cell, so reading is strict
and breaks off with the line.
"""

import csv
import io
import re
from dataclasses import dataclass

from smadmin.importing.spreadsheets.border import MOST_COLUMNS, MOST_ROWS, Reason
from smadmin.jail.trade import Refusal

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = ",;\t|"
_LOOKED_AT = 30
_FIELD = 1 << 20
_WIDE = 0.3
_SAMPLE = 4096
_TEXT = re.compile(r'^="([^"]*)"$')
"""How systems keep Excel from dropping the zeros of a number: `="00123"` is that text and nothing else."""


@dataclass(frozen=True)
class Grid:
    """Rows of cells; `broken_at` is the line at which reading broke off, or 0."""

    rows: list[list[str]]
    broken_at: int = 0
    further_sheets: int = 0


def read_delimited(content: bytes) -> Grid:
    """Read a text file of cells, whatever its letters' encoding and its delimiter."""
    text = decoded(content)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        return _rows("\n" + rest, first.strip()[-1])  # Excel's own hint; the line keeps its number
    return _rows(text, delimiter_of(text))


def decoded(content: bytes) -> str:
    """Give a file's text: by its mark, as UTF-16 where every other byte is empty, UTF-8, else Windows'."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    sample = content[:_SAMPLE]
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(sample) > 1 and sample[place::2].count(0) > len(sample) / 2 * _WIDE:
            return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def delimiter_of(text: str) -> str:
    """Choose the delimiter that gives most cells a line, evenly, in the first lines."""
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]

    def cells(delimiter: str) -> int:
        rows = csv.reader(lines, delimiter=delimiter)
        widths = sorted(len(row) for row in rows)
        return widths[len(widths) // 2] if widths else 0

    return max(_DELIMITERS, key=cells)


def _rows(text: str, delimiter: str) -> Grid:
    csv.field_size_limit(_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    begun = 1
    try:
        for row in reader:
            # A quoted cell may run over lines; the row keeps the number of its first one.
            rows += [[]] * (begun - 1 - len(rows))
            rows.append([_TEXT.sub(r"\1", cell) for cell in row[:MOST_COLUMNS]])
            begun = reader.line_num + 1
            if len(rows) > MOST_ROWS:
                raise Refusal(Reason.TOO_LARGE)
    except csv.Error:
        return Grid(rows, broken_at=begun)
    return Grid(rows)
