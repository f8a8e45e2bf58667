"""Reads a list of names from a CSV file for `smadmin check`: first name, last name, opted out.

The names stay in memory. Column titles are taken in English or Spanish, in any order; other columns are
passed over, so that an export of a student information system can be used as it is.
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from smadmin.domain.errors import BadInput
from smadmin.domain.messages import say
from smadmin.domain.policy.roster import PersonName

_LARGEST_FILE = 32 << 20
_FIRST = ("first_name", "first", "given_name", "nombre", "nombres")
_LAST = ("last_name", "last", "family_name", "surname", "apellido", "apellidos")
_WHOLE = ("name", "student", "student_name", "full_name", "nombre_completo")
_NICKNAME = ("nickname", "preferred_name", "goes_by", "apodo")
_OPTED_OUT = ("opted_out", "opt_out", "optout", "no_consent")
_YES = frozenset({"1", "y", "yes", "x", "true", "si", "sí", "everything", "names", "all"})


def read_roster(path: Path) -> tuple[PersonName, ...]:
    """Read a CSV file of names.

    Raises:
        BadInput: it can't be read, isn't UTF-8, is larger than 32 MB, or has no column with names.
    """
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST_FILE:
            raise _unreadable(path)
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(_people(csv.reader(file, strict=True), path))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> BadInput:
    return BadInput(
        say("policy.unreadable-file", file=path.name), remedy=say("policy.unreadable-file-remedy")
    )


def _people(rows: Iterator[list[str]], path: Path) -> Iterator[PersonName]:
    titles = [title.strip().casefold().replace(" ", "_").replace("-", "_") for title in next(rows, [])]
    if not (set(titles) & set(_WHOLE) or (set(titles) & set(_FIRST) and set(titles) & set(_LAST))):
        raise BadInput(say("policy.roster-no-names", file=path.name), remedy=say("policy.roster-columns"))
    for row in rows:
        cells = dict(zip(titles, row, strict=False))
        first, last = _cell(cells, _FIRST), _cell(cells, _LAST)
        if not (first and last):
            first, last = _split(_cell(cells, _WHOLE))
        if first and last:
            nickname = _cell(cells, _NICKNAME)
            opted_out = _cell(cells, _OPTED_OUT).casefold() in _YES
            yield PersonName(first, last, opted_out, (nickname,) if nickname else ())


def _cell(cells: Mapping[str, str], titles: tuple[str, ...]) -> str:
    return next((cells[title].strip() for title in titles if cells.get(title)), "")


def _split(name: str) -> tuple[str, str]:
    """Split "García, Maria" or "Maria García López" (the first word is taken as the given name)."""
    last, comma, first = name.partition(",")
    if comma:
        return first.strip(), last.strip()
    first, _, last = name.partition(" ")
    return first, last.strip()
