"""Names of staff as somebody types or brings them: one a line, or the columns of a list."""

from collections.abc import Sequence

_WHOLE = frozenset({"name", "full name", "staff name", "employee", "nombre", "nombre completo"})
_FIRST = frozenset({"first", "first name", "firstname", "given name", "nombres", "primer nombre"})
_LAST = frozenset({"last", "last name", "lastname", "surname", "family name", "apellido", "apellidos"})


def typed_names(text: str) -> tuple[str, ...]:
    """Give the names of a text, one a line; *Vega, Robin* is Robin Vega."""
    return tuple(name for line in text.splitlines() if (name := _turned(line)))


def names_of(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Give the names of a list's cells: by its headings, or from the first column where it has none."""
    if not rows:
        return ()
    heads = [cell.strip().casefold() for cell in rows[0]]
    whole = next((place for place, head in enumerate(heads) if head in _WHOLE), None)
    first = next((place for place, head in enumerate(heads) if head in _FIRST), None)
    last = next((place for place, head in enumerate(heads) if head in _LAST), None)
    if first is not None and last is not None:
        found = [f"{_cell(row, first)} {_cell(row, last)}" for row in rows[1:]]
    elif whole is not None:
        found = [_turned(_cell(row, whole)) for row in rows[1:]]
    else:
        found = [_turned(_cell(row, 0)) for row in rows]
    return tuple(" ".join(name.split()) for name in found if name.strip())


def _turned(line: str) -> str:
    last, comma, first = line.partition(",")
    return " ".join((f"{first} {last}" if comma else line).split())


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""
