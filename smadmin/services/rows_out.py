"""The record's rows as they leave: every row's bytes as stored, and the details that may (`keys.md`).

A detail that stays leaves neither salt nor content; its row still verifies.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.erasures import NEVER
from smadmin.domain.keys import fingerprint
from smadmin.domain.manifests import MANIFEST_PART
from smadmin.domain.records import Head, Part
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.newest import tampered
from smadmin.storage.bag import Payload
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit

BODIES, PROOFS, PARTS, KEYS = "bodies.jsonl", "proofs.jsonl", "parts.jsonl", "keys.json"
OPEN_NOUNS = frozenset(
    {Noun.ACCOUNTS, Noun.CREDENTIALS, Noun.KEYS, Noun.PEOPLE, Noun.PERMISSIONS, Noun.POLICIES}
    | {Noun.CORRECTIONS, Noun.DESTRUCTIONS, Noun.REMOVALS}
    | {Noun.PAST_POSTS, Noun.PUBLICATIONS, Noun.RECORDS, Noun.SCHOOL_KEYS, Noun.SLOTS, Noun.WEEKS}
)
"""Nouns whose details may leave the school; all others are withheld, so that a new noun leaks nothing."""

_FREE_SENTENCES = frozenset({"reason", "sentence", "why"})
"""Details that somebody wrote in their own words, perhaps of a child or a colleague: these never leave."""

_AT_ONCE = 250
"""So many rows are read between two looks into the store."""

Leaving = Callable[[Unit, StoredRow, str], Part | None]

_ANY_ID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class RowsOut:
    """The record's rows as they leave, read some hundred at a time: never all of them are in memory.

    Nobody waits for the store meanwhile. Rows only ever come after those that are there, so that all up to
    the newest one now are the same to the end; a detail that is erased meanwhile stays at school.
    """

    def __init__(self, desk: Desk, by: Actor, unit: Unit, leaving: Leaving) -> None:
        """Take where the record ends now.

        Args:
            desk: whose record it is.
            by: who reads it.
            unit: a transaction, for now only.
            leaving: gives a row's detail by its name, None where it stays at school.
        """
        self._desk, self._by, self._leaving = desk, by, leaving
        trust = unit.trust.read()
        self.head: Head = unit.record.head()
        self.root = fingerprint(trust.root) if trust.root else ""
        self._keys = canonical({id_: key.to_plain() for id_, key in trust.keys.items()})
        self.count = 0
        self.withheld = 0

    def write(self, payload: Payload) -> None:
        """Write the files by which a package is checked (`check_package`); tells how many rows and details.

        Raises:
            Tampered: if the rows were exchanged meanwhile.
        """
        self.count = self.withheld = 0
        # One after the other: of what leaves with a row, the file of details is most.
        with (
            payload.growing(BODIES) as bodies,
            payload.growing(PROOFS) as proofs,
            payload.growing(PARTS) as parts,
        ):
            for unit, rows in self._slices():
                bodies(_lines([one.row.body for one in rows]))
                proofs(_lines([_proof(one) for one in rows]))
                parts(_lines([canonical(one) for one in self._parts(unit, rows)]))
                self.count += len(rows)
        payload.put(KEYS, self._keys)

    def facts(self, school: str, now: datetime) -> dict[str, str]:
        """Give the lines of `bag-info.txt`."""
        return {
            "Source-Organization": " ".join(school.split()),
            "Bagging-Date": now.date().isoformat(),
            "Record-Head": f"{self.head.seq}:{self.head.letters}",
            "Record-Root": self.root,
        }

    def _slices(self) -> Iterator[tuple[Unit, list[StoredRow]]]:
        last = b""
        for after in range(0, self.head.seq, _AT_ONCE):
            with self._desk.look(self._by) as unit:
                rows = list(unit.record.rows(after, until=min(after + _AT_ONCE, self.head.seq)))
                last = rows[-1].row.row_hash if rows else b""
                yield unit, rows
        if self.head.seq and last != self.head.row_hash:
            raise tampered("records.changed-meanwhile", remedy="records.try-again")

    def _parts(self, unit: Unit, rows: list[StoredRow]) -> Iterator[dict[str, Plain]]:
        names = unit.record.part_names(rows[0].seq - 1, rows[-1].seq) if rows else {}
        for stored in rows:
            for name in sorted(names.get(stored.seq, ())):
                part = self._leaving(unit, stored, name)
                self.withheld += part is None
                yield _line(stored.seq, name, part)


def _line(seq: int, name: str, part: Part | None) -> dict[str, Plain]:
    line: dict[str, Plain] = {"seq": seq, "name": name}
    return line if part is None else {**line, "salt": part.salt.hex(), "content": part.content.decode()}


def _proof(stored: StoredRow) -> bytes:
    row = stored.row
    return canonical(
        {
            "seq": stored.seq,
            "previous": row.previous.hex(),
            "row_hash": row.row_hash.hex(),
            "signature": row.signature.hex(),
        }
    )


def went_out(unit: Unit) -> frozenset[int]:
    """Give the rows of the releases whose posts were published, by the record's rows alone."""
    newest, begun, out = dict[str, int](), dict[str, int | None](), set[int | None]()
    posts = {str(one.id): str(one.post) for one in unit.publications.each()}
    for stored in unit.record.rows(acts=(Act.APPROVE, Act.INTEND, Act.PUBLISH)):
        which = stored.noun_id or ""
        if stored.act == Act.APPROVE:
            newest[which] = stored.seq
        elif stored.act == Act.INTEND:
            begun[which] = newest.get(posts.get(which, ""))
        else:
            out.add(begun.get(which))
    return frozenset(seq for seq in out if seq is not None)


def leaving_part(
    unit: Unit, stored: StoredRow, name: str, children: set[bytes], out: frozenset[int]
) -> Part | None:
    """Give a row's detail if it may leave the school, else None.

    Args:
        unit: the transaction.
        stored: the row.
        name: the detail's.
        children: the ids of all children; no detail that holds one leaves.
        out: the releases whose posts were published (`went_out`).
    """
    released = stored.seq in out and name == MANIFEST_PART
    may_leave = name in NEVER or stored.noun in OPEN_NOUNS or released
    part = unit.record.part(stored.seq, name) if may_leave else None
    if part is None or children & set(_ANY_ID.findall(part.content)) or _free(name, part.content):
        return None
    return part


def _free(name: str, content: bytes) -> bool:
    """Tell whether a part holds a sentence in somebody's own words."""
    try:
        return name in _FREE_SENTENCES or not _FREE_SENTENCES.isdisjoint(parse(content))
    except ValueError:  # a single value, which the part's name tells
        return False


def _lines(lines: list[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)
