"""Cells of an Excel sheet that have no value: errors (#N/A), and formulas that nobody saved a value of.

The reader gives them as empty, and an empty cell under *Opted out* says nothing: the child would be shown. So
they come back as they are written, which no column takes for a yes, and a name or number is refused with.
Worker only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from zipfile import ZipFile

from smadmin.importing.spreadsheets.border import MOST_CELL, MOST_COLUMNS, MOST_ENTRY_BYTES, Reason
from smadmin.jail.trade import Refusal

_BOOK = "xl/workbook.xml"
_RELATED = "xl/_rels/workbook.xml.rels"
_TAG = r"<(?:\w+:)?{}\b([^>]*)>"
_CELL = re.compile(r"<(?:\w+:)?c\b([^>]*)(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_FORMULA = re.compile(r"<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)<)")
_VALUE = re.compile(r"<(?:\w+:)?v\b[^>]*>([^<]+)<")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")
_PLACE = re.compile(r"([A-Z]{1,3})(\d+)")
_ERROR = "#ERROR!"


@dataclass(frozen=True)
class Unsaved:
    """A cell without a value: row and column from 0, and what stands in it."""

    row: int
    column: int
    text: str


def unsaved_cells(content: bytes, sheet: str) -> Iterator[Unsaved]:
    """Give the cells without a value of an XLSX file's sheet; of another kind of workbook none are known."""
    with ZipFile(BytesIO(content)) as archive:
        path = _path_of(archive, sheet)
        text = "" if path is None else _read(archive, path)
    for attributes, inside in _CELL.findall(text):
        if "<f" in inside or ":f" in inside or '"e"' in attributes:
            found = _unsaved(dict(_ATTRIBUTE.findall(attributes)), inside)
            if found is not None:
                yield found


def _unsaved(attributes: dict[str, str], inside: str) -> Unsaved | None:
    formula, value = _FORMULA.search(inside), _VALUE.search(inside)
    kind, place = attributes.get("t"), _PLACE.fullmatch(attributes.get("r", ""))
    # A formula whose value is a text may have saved an empty one.
    if place is None or (kind != "e" and (formula is None or value is not None or kind == "str")):
        return None
    column = 0
    for letter in place[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    if column > MOST_COLUMNS:
        return None
    error = _ERROR if value is None else value[1]
    text = error if kind == "e" else f"={(formula and formula[1]) or ''}"
    return Unsaved(int(place[2]) - 1, column - 1, unescape(text)[:MOST_CELL])


def _path_of(archive: ZipFile, sheet: str) -> str | None:
    """Give where a sheet lies in the archive, or None."""
    if not {_BOOK, _RELATED} <= set(archive.namelist()):
        return None
    listed = (dict(_ATTRIBUTE.findall(one)) for one in _tags("sheet", _read(archive, _BOOK)))
    wanted = next((_end(one, "id") for one in listed if unescape(one.get("name", "")) == sheet), "")
    related = (dict(_ATTRIBUTE.findall(one)) for one in _tags("Relationship", _read(archive, _RELATED)))
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
