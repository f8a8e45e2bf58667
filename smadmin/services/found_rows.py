"""Rows and parts as they were found, for whoever proves the record from them alone.

A part that lies there sealed to others, or was erased by order, may have said anything; one that a changed
program left out or filled with something else, and one that somebody took out, says nothing, and explains
nothing that lies in the store.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from smadmin.domain.canonical import Plain, parse
from smadmin.domain.records import Body, Part
from smadmin.domain.verification import Found
from smadmin.storage.record import StoredRow


@dataclass(frozen=True)
class Told:
    """What a part says; `unread`: it was signed, and can't be read here."""

    said: Mapping[str, Plain]
    unread: bool = False


def found_row(stored: StoredRow, parts: Mapping[str, Part | None]) -> Found:
    """Give a stored row with its columns and parts, as `Auditor` takes it."""
    columns = {
        "seq": stored.seq,
        "utc": stored.utc,
        "person": stored.person,
        "act": stored.act,
        "noun": stored.noun,
        "noun_id": stored.noun_id,
    }
    return Found(stored.row, columns, parts, frozenset(parts))


def told_by(stored: StoredRow, parts: Mapping[str, Part | None], name: str) -> Told:
    """Give what a part of a row says.

    Args:
        stored: the row.
        parts: those that lie in the store, None where they are sealed to others or erased by order.
        name: which one.
    """
    part = parts.get(name)
    if part is None:
        return Told({}, unread=name in parts and name in _signed(stored))
    try:
        return Told(parse(part.content))
    except ValueError:
        return Told({})


def with_erased(
    stored: StoredRow, parts: Mapping[str, Part | None], erased: Callable[[int, str], bool]
) -> Mapping[str, Part | None]:
    """Give a row's parts with None for those that were erased by order, as for sealed ones.

    Args:
        stored: the row.
        parts: those that lie in the store.
        erased: `Auditor.erased`.
    """
    gone = (name for name in _signed(stored) - parts.keys() if erased(stored.seq, name))
    return {**parts, **dict.fromkeys(gone)}


def _signed(stored: StoredRow) -> frozenset[str]:
    """Give the parts that a row names."""
    try:
        return frozenset(Body.from_bytes(stored.row.body).parts)
    except (AttributeError, KeyError, TypeError, ValueError):  # whoever proves the record names such a row
        return frozenset()
