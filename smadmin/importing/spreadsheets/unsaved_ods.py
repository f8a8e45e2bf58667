"""Cells of an ODS sheet that have no value: errors, and formulas that nobody saved a value of. Worker only.

As `unsaved.py` does it for Excel: the reader gives these as empty, or as the 0 that is saved with an error.
"""

import re
from collections.abc import Iterator
from html import unescape

from smadmin.importing.spreadsheets.border import MOST_CELL, MOST_COLUMNS, MOST_ROWS
from smadmin.importing.spreadsheets.unsaved_cells import ERROR, Unsaved, attributes_of

_TABLE = re.compile(r"<table:table\b([^>]*)>(.*?)</table:table>", re.DOTALL)
_PLACES = re.compile(
    r"<table:table-row\b(?P<row>[^>]*)>"
    r"|<table:(?:covered-)?table-cell\b(?P<cell>[^>]*?)(?:/>|>(?P<inside>.*?)</table:(?:covered-)?table-cell>)",
    re.DOTALL,
)
_SHOWN = re.compile(r"<text:p\b[^>]*>([^<]+)")


def unsaved_in_ods(content: str, sheet: str) -> Iterator[Unsaved]:
    """Give the cells without a value of a sheet; `content` is the workbook's `content.xml`."""
    tables = _TABLE.findall(content)
    text = next((inside for named, inside in tables if attributes_of(named).get("table:name") == sheet), "")
    row, rows, column = 0, 0, 0
    for place in _PLACES.finditer(text):
        if place["row"] is not None:
            row, column = row + rows, 0
            rows = _repeated(place["row"], "table:number-rows-repeated")
            continue
        many = _repeated(place["cell"], "table:number-columns-repeated")
        said = _said(attributes_of(place["cell"]), place["inside"] or "")
        if said and row + rows <= MOST_ROWS:
            for beside in range(column, min(column + many, MOST_COLUMNS)):
                yield from (Unsaved(below, beside, said) for below in range(row, row + rows))
        column += many


def _said(attributes: dict[str, str], inside: str) -> str:
    """Give what stands in a cell that has no value, and "" for one that has."""
    shown = _SHOWN.search(inside)
    kind, formula = attributes.get("office:value-type"), attributes.get("table:formula")
    # Who doesn't write that it is an error shows it in place of the empty text that is the value.
    unsaid = shown is not None and formula is not None and attributes.get("office:string-value") == ""
    if attributes.get("calcext:value-type") == "error" or unsaid:
        text = "" if shown is None else unescape(shown[1]).strip()
        return text[:MOST_CELL] if text.startswith("#") else ERROR
    return "" if formula is None or kind else f"={formula.partition('=')[2]}"[:MOST_CELL]


def _repeated(attributes: str, name: str) -> int:
    many = attributes_of(attributes).get(name, "1")
    return max(1, int(many)) if many.isdecimal() and len(many) < len(str(2**31)) else 1
