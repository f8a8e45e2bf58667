"""What is remembered of a restore until the principal has signed it: notes inside the restored store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from smadmin.domain.records import START, Head

NOTES = ("restored-made", "restored-head", "restored-here", "restored-aside", "restored-older")


@dataclass(frozen=True)
class Restored:
    """A backup that was put back.

    Args:
        made: when the backup was made, UTC.
        head: where its record ends.
        here: where the record ended that was here, or None if that couldn't be read.
        aside: the file name under which the old database is kept, or None if there was none.
    """

    made: datetime
    head: Head
    here: Head | None
    aside: str | None
    older: bool


UNREADABLE = Restored(datetime(1970, 1, 1, tzinfo=UTC), Head(0, START), None, None, older=True)
"""What unreadable notes stand for: a backup from long ago, of an empty record."""


def to_notes(restored: Restored) -> dict[str, str]:
    """Give the notes that go into the store."""
    return {
        "restored-made": restored.made.isoformat(),
        "restored-head": text_of(restored.head),
        "restored-here": "" if restored.here is None else text_of(restored.here),
        "restored-aside": restored.aside or "",
        "restored-older": "older" if restored.older else "",
    }


def from_notes(notes: Mapping[str, str]) -> Restored | None:
    """Read the notes of a store, or give None where no restore waits.

    Notes that nobody can read weren't written by a restore: the principal is to look, so they stand for one.
    """
    if not set(NOTES) <= notes.keys():
        return None
    made, head, here, aside, older = (notes[name] for name in NOTES)
    try:
        return Restored(
            made=datetime.fromisoformat(made).astimezone(UTC),
            head=_head(head),
            here=_head(here) if here else None,
            aside=aside or None,
            older=bool(older),
        )
    except (OverflowError, ValueError):
        return UNREADABLE


def _head(text: str) -> Head:
    seq, _, fingerprint = text.partition(":")
    row_hash = bytes.fromhex(fingerprint)
    if len(row_hash) != len(START):
        raise ValueError("not the end of a record")
    return Head(int(seq), row_hash)


def text_of(head: Head) -> str:
    """Write a head as a note and a part of the record name it."""
    return f"{head.seq}:{head.row_hash.hex()}"
