"""Cells of a workbook's sheet that have no value: errors (#N/A), and formulas that nobody saved a value of.

The reader gives them as empty, and an empty cell under *Opted out* says nothing: the child would be shown. So
they come back as they are written, which no column takes for a yes, and a name or number is refused with.
Worker only.
"""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from zipfile import ZipFile

from smadmin.importing.spreadsheets.border import MOST_CELL, MOST_COLUMNS, MOST_ENTRY_BYTES, Reason
from smadmin.importing.spreadsheets.unsaved_cells import ERROR, Unsaved, attributes_of
from smadmin.importing.spreadsheets.unsaved_ods import unsaved_in_ods
from smadmin.jail.trade import Refusal

_BOOK = "xl/workbook.xml"
_RELATED = "xl/_rels/workbook.xml.rels"
_TAG = r"<(?:\w+:)?{}\b([^>]*)>"
_PLACES = re.compile(
    r"<(?:\w+:)?row\b(?P<row>[^>]*)>|<(?:\w+:)?c\b(?P<cell>[^>]*?)(?:/>|>(?P<inside>.*?)</(?:\w+:)?c>)",
    re.DOTALL,
)
_FORMULA = re.compile(r"<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)<)")
_VALUE = re.compile(r"<(?:\w+:)?v\b[^>]*>([^<]+)<")
_PLACE = re.compile(r"([A-Z]{1,3})(\d+)")
_ODS = "content.xml"


def unsaved_cells(content: bytes, sheet: str) -> Iterator[Unsaved]:
    """Give the cells without a value of an XLSX or ODS file's sheet; of another workbook none are known."""
    with ZipFile(BytesIO(content)) as archive:
        path = _path_of(archive, sheet)
        if path is None and _ODS in archive.namelist():
            yield from unsaved_in_ods(_read(archive, _ODS), sheet)
        text = "" if path is None else _read(archive, path)
    row = column = -1
    for place in _PLACES.finditer(text):
        if place["row"] is not None:
            number = attributes_of(place["row"]).get("r", "")
            row, column = int(number) - 1 if number.isdecimal() else row + 1, -1
            continue
        attributes, column = attributes_of(place["cell"]), column + 1
        if named := _PLACE.fullmatch(attributes.get("r", "")):  # many writers leave it out
            row, column = int(named[2]) - 1, _column(named[1])
        said = _said(attributes, place["inside"] or "")
        if said and column < MOST_COLUMNS:
            yield Unsaved(row, column, said)


def _said(attributes: dict[str, str], inside: str) -> str:
    """Give what stands in a cell that has no value, and "" for one that has."""
    formula, value = _FORMULA.search(inside), _VALUE.search(inside)
    if attributes.get("t") == "e":
        return unescape(ERROR if value is None else value[1])[:MOST_CELL]
    # A formula whose value is a text may have saved an empty one.
    if formula is None or value is not None or attributes.get("t") == "str":
        return ""
    return unescape(f"={formula[1] or ''}")[:MOST_CELL]


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _path_of(archive: ZipFile, sheet: str) -> str | None:
    """Give where a sheet lies in the archive, or None."""
    if not {_BOOK, _RELATED} <= set(archive.namelist()):
        return None
    listed = (attributes_of(one) for one in _tags("sheet", _read(archive, _BOOK)))
    wanted = next((_end(one, "id") for one in listed if one.get("name", "") == sheet), "")
    related = (attributes_of(one) for one in _tags("Relationship", _read(archive, _RELATED)))
    target = next((one.get("Target", "") for one in related if one.get("Id") == wanted), "")
    path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return path if path in archive.namelist() else None


def _tags(name: str, text: str) -> list[str]:
    return re.findall(_TAG.format(name), text)


def _end(attributes: dict[str, str], name: str) -> str:
    """Give an attribute by its name without the prefix, which each writer chooses."""
    return next((value for key, value in attributes.items() if key.endswith(f":{name}")), "")


def _read(archive: ZipFile, path: str) -> str:
    with archive.open(path) as packed:
        content = packed.read(MOST_ENTRY_BYTES + 1)
    if len(content) > MOST_ENTRY_BYTES:
        raise Refusal(Reason.TOO_LARGE)
    return content.decode("utf-8", "replace")
