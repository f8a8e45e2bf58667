"""The record's rows as they leave: every row's bytes as stored, and the details that may (`keys.md`).

A detail that stays leaves neither salt nor content; its row still verifies.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.erasures import NEVER
from smadmin.domain.keys import fingerprint
from smadmin.domain.manifests import MANIFEST_PART
from smadmin.domain.records import Head, Part
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.records import names_by_row
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

_ANY_ID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True)
class RowsOut:
    """The record's rows as they leave: every row's bytes, and the details that may.

    Args:
        parts: each detail's row and name, and what it holds; None where it stays at school.
        root: the key that the record stands on, as paper has it; empty where there is none.
    """

    bodies: bytes
    proofs: bytes
    parts: tuple[tuple[int, str, Part | None], ...]
    keys: bytes
    count: int
    head: Head
    root: str

    @property
    def withheld(self) -> int:
        """How many details stay at school."""
        return sum(part is None for _, _, part in self.parts)

    def keeping_back(self, stays: Callable[[int, str, bytes], bool]) -> "RowsOut":
        """Give the same with more details staying at school: those of which `stays` says so."""
        left = (
            (seq, name, None if part is None or stays(seq, name, part.content) else part)
            for seq, name, part in self.parts
        )
        return replace(self, parts=tuple(left))

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give the files by which a package is checked (`check_package`)."""
        parts = _lines([canonical(_line(*one)) for one in self.parts])
        yield from ((BODIES, self.bodies), (PROOFS, self.proofs), (PARTS, parts), (KEYS, self.keys))

    def facts(self, school: str, now: datetime) -> dict[str, str]:
        """Give the lines of `bag-info.txt`."""
        return {
            "Source-Organization": " ".join(school.split()),
            "Bagging-Date": now.date().isoformat(),
            "Record-Head": f"{self.head.seq}:{self.head.letters}",
            "Record-Root": self.root,
        }


def taken_out(unit: Unit, part: Callable[[StoredRow, str], Part | None]) -> RowsOut:
    """Take out the whole record; `part` gives a row's detail by its name, None where it stays at school."""
    bodies, proofs, head = [], [], Head(0, b"")
    parts: list[tuple[int, str, Part | None]] = []
    trust, names = unit.trust.read(), names_by_row(unit)
    for stored in unit.record.rows():
        bodies.append(stored.row.body)
        proofs.append(_proof(stored))
        head = Head(stored.seq, stored.row.row_hash)
        kept = sorted(names.get(stored.seq, ()))
        parts += [(stored.seq, name, part(stored, name)) for name in kept]
    keys: dict[str, Plain] = {id_: key.to_plain() for id_, key in trust.keys.items()}
    root = fingerprint(trust.root) if trust.root else ""
    return RowsOut(
        _lines(bodies),
        _lines(proofs),
        tuple(parts),
        canonical(keys),
        count=len(bodies),
        head=head,
        root=root,
    )


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
    posts = {str(one.id): str(one.post) for one in unit.publications.all()}
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
