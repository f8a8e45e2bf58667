"""What is remembered of a restore until the principal has signed it: notes inside the restored store."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from smadmin.domain.canonical import parse
from smadmin.domain.records import START, Head, digest_of
from smadmin.services.children_rows import roster_rows
from smadmin.storage.backup import children_of
from smadmin.storage.unit import Unit

NOTES = (
    "restored-made",
    "restored-head",
    "restored-here",
    "restored-aside",
    "restored-older",
    "restored-missing",
)


@dataclass(frozen=True)
class Restored:
    """A backup that was put back.

    Args:
        made: when the backup was made, UTC.
        head: where its record ends.
        here: where the record ended that was here, or None if that couldn't be read.
        aside: the file name under which the old database is kept, or None if there was none.
        missing: rows of the children's list that the backup left out or that stay deleted, as
            `student/…` and `template/…` with the digest (hex) of each. Nobody vouches for it, and it needs
            nobody: together with the rows that are there it gives the list as it was signed, or it is false.
    """

    made: datetime
    head: Head
    here: Head | None
    aside: str | None
    older: bool
    missing: Mapping[str, str] = field(default_factory=dict)

    @property
    def erased(self) -> int:
        """How many children the backup holds who stay deleted."""
        return sum(row.startswith("student/") for row in self.missing)

    def explains(self, unit: Unit, roster: str) -> bool:
        """Tell whether the rows that are missing are all that differs from the list as it was signed."""
        rows = roster_rows(unit)
        left = {row: bytes.fromhex(digest) for row, digest in self.missing.items()}
        return digest_of({row: sha256(stored).digest() for row, stored in rows.items()} | left) == roster


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
        "restored-missing": json.dumps(dict(restored.missing)),
    }


def from_notes(notes: Mapping[str, str]) -> Restored | None:
    """Read the notes of a store, or give None where no restore waits.

    Notes that nobody can read weren't written by a restore: the principal is to look, so they stand for one.
    """
    if not set(NOTES) <= notes.keys():
        return None
    made, head, here, aside, older, missing = (notes[name] for name in NOTES)
    try:
        return Restored(
            made=datetime.fromisoformat(made).astimezone(UTC),
            head=_head(head),
            here=_head(here) if here else None,
            aside=aside or None,
            older=bool(older),
            missing={
                row: bytes.fromhex(str(digest)).hex() for row, digest in parse(missing.encode()).items()
            },
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


def missing_rows(
    database: Path, patterns: Mapping[str, str], gone: Mapping[str, Collection[str]]
) -> dict[str, str]:
    """Name the rows of the children's list that won't be there, each with its digest (see `Restored`).

    Args:
        database: the backup's, unpacked.
        patterns: those that it left out, as its label says.
        gone: what was deleted for good since, by table.
    """
    deleted = set(gone.get("student", ()))
    children = {k: sha256(v).hexdigest() for k, v in children_of(database).items() if k in deleted}
    left_out = {f"template/{id_}": digest for id_, digest in patterns.items()}
    return left_out | {f"student/{id_}": digest for id_, digest in children.items()}
