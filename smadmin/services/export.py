"""The record as a package that anybody can check: a BagIt folder with every row's bytes as stored.

Details about children and drafts are withheld, without salt or content; the rows they belong to still verify
(`keys.md`, Exports). So are releases that never went out, and of the others what the author let stand, which
quotes names and reasons. A package alone proves that it agrees with itself; root's fingerprint and a head
from paper prove whose it is and that it is whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from smadmin.credentials.identity import Ed25519Verifier
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.errors import BadInput, NotAllowed, Reason
from smadmin.domain.ids import KeyId
from smadmin.domain.keys import TRUST_PART, fingerprint
from smadmin.domain.manifests import MANIFEST_PART
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Role
from smadmin.domain.records import Body, Head, Part, Row, as_read
from smadmin.domain.verification import Auditor, Fault, Found
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.records import clocks_told, names_by_row
from smadmin.services.roles import today_of
from smadmin.storage.bag import BadBag, read_bag, write_bag
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit

BODIES, PROOFS, PARTS, KEYS = "bodies.jsonl", "proofs.jsonl", "parts.jsonl", "keys.json"
_MAY = frozenset({Role.ADMINISTRATOR, Role.PRINCIPAL, Role.DEPUTY, Role.COMMUNICATIONS})
OPEN_NOUNS = frozenset(
    {Noun.ACCOUNTS, Noun.CREDENTIALS, Noun.KEYS, Noun.PEOPLE, Noun.PERMISSIONS, Noun.POLICIES}
    | {Noun.CORRECTIONS, Noun.REMOVALS}
    | {Noun.PAST_POSTS, Noun.PUBLICATIONS, Noun.RECORDS, Noun.SCHOOL_KEYS, Noun.SLOTS, Noun.WEEKS}
)
"""Nouns whose details may leave the school; all others are withheld, so that a new noun leaks nothing."""

_FREE_SENTENCES = frozenset({"reason", "sentence", "why"})
"""Details that somebody wrote in their own words, perhaps of a child or a colleague: these never leave."""

_ANY_ID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Exported:
    """A written package: where, how many rows, how many details were withheld, where the record ends."""

    folder: Path
    rows: int
    withheld: int
    head: Head


@dataclass(frozen=True)
class Paper:
    """What somebody reads from paper: root's fingerprint, and a head as a row's number and its letters."""

    root: str | None = None
    head: tuple[int, str] | None = None

    @classmethod
    def read(cls, root: str | None, head: str | None) -> "Paper":
        """Read what was typed: a fingerprint, `NUMBER:LETTERS`.

        Raises:
            BadInput: if the head isn't written so.
        """
        found = re.fullmatch(r"(\d{1,12}):(.{16,31})", head.strip()) if head is not None else None
        if head is not None and (found is None or len(as_read(found[2])) != _HEAD_LETTERS):
            raise BadInput(say("records.head-form"), remedy=say("records.read-paper-again"))
        return cls(
            None if root is None else as_read(root), (int(found[1]), as_read(found[2])) if found else None
        )


@dataclass(frozen=True)
class Checked:
    """The outcome of checking a package alone. Without paper it says nothing about whose it is."""

    rows: int
    head: Head
    root: str
    faults: tuple[Fault, ...]
    paper: Paper
    clocks: tuple[Message, ...] = ()

    @property
    def whole(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.faults


class RecordExport:
    """Writes packages of one school's record."""

    def __init__(self, desk: Desk) -> None:
        """Stand on the desk."""
        self._desk = desk

    def blockers(self, by: Actor) -> tuple[Reason, ...]:
        """List why this person may not export the record."""
        with self._desk.look() as unit:
            today = today_of(unit, self._desk)
            roles = frozenset[Role]() if by.person is None else unit.trust.read().roles(by.person, today)
        return () if roles & _MAY else (Reason(say("records.export-who")),)

    def paper_faults(self, root: KeyId | None, paper: Paper) -> tuple[Fault, ...]:
        """Hold this store against root's fingerprint and a head from paper."""
        faults = []
        letters = "" if root is None else fingerprint(root)
        if paper.root is not None and paper.root != letters:
            faults.append(Fault(0, say("records.other-root-than-paper", found=letters)))
        if paper.head is not None:
            with self._desk.look() as unit:
                stored = unit.record.at(paper.head[0])
            if stored is None or Head(stored.seq, stored.row.row_hash).letters != paper.head[1]:
                faults.append(Fault(0, say("records.head-not-in-package", row=paper.head[0])))
        return tuple(faults)

    def write(self, by: Actor, folder: Path) -> Exported:
        """Write the whole record into a new folder (an errand).

        Raises:
            NotAllowed: for people who may not.
            BadInput: if the folder is there.
            OutsideFailed: no space, no permission.
        """
        if reasons := self.blockers(by):
            raise NotAllowed(reasons)
        bodies, proofs, parts, withheld, head = [], [], [], 0, Head(0, b"")
        with self._desk.look(by) as unit:
            school, trust = unit.schools.get(self._desk.school), unit.trust.read()
            children = {id_.encode() for id_ in unit.students.stored()}
            names, out = names_by_row(unit), _went_out(unit)
            for stored in unit.record.rows():
                bodies.append(stored.row.body)
                proofs.append(_proof(stored))
                head = Head(stored.seq, stored.row.row_hash)
                for name in sorted(names.get(stored.seq, ())):
                    line = _part_line(unit, stored, name, children, out)
                    withheld += "content" not in line
                    parts.append(canonical(line))
        keys: dict[str, Plain] = {id_: key.to_plain() for id_, key in trust.keys.items()}
        payload = {
            BODIES: _lines(bodies),
            PROOFS: _lines(proofs),
            PARTS: _lines(parts),
            KEYS: canonical(keys),
        }
        facts = {
            "Source-Organization": " ".join(school.name.split()),
            "Bagging-Date": self._desk.now.date().isoformat(),
            "Record-Head": f"{head.seq}:{head.letters}",
            "Record-Root": fingerprint(trust.root) if trust.root else "",
        }
        write_bag(folder, payload, facts)
        return Exported(folder, len(bodies), withheld, head)


def check_package(folder: Path, paper: Paper) -> Checked:
    """Check a package alone, without any store (an errand).

    Raises:
        BadBag: if it isn't a package, or one of its files was changed, added or removed.
    """
    files = read_bag(folder, (BODIES, PROOFS, PARTS, KEYS))
    auditor, heads, rows = Auditor(Ed25519Verifier()), dict[int, str](), 0
    try:
        for found in _found(files):
            auditor.take(found)
            rows += 1
            heads[auditor.head.seq] = auditor.head.letters
        named = {str(id_) for id_ in parse(files[KEYS])}
    except (KeyError, TypeError, ValueError) as error:
        raise BadBag(say("records.package-damaged", what=say("records.package-unreadable"))) from error
    faults = list(auditor.finish())
    root = fingerprint(auditor.trust.root) if auditor.trust.root else ""
    if named != set(auditor.trust.keys):
        faults.append(Fault(0, say("records.package-keys-differ")))
    if paper.root is not None and paper.root != root:
        faults.append(Fault(0, say("records.other-root-than-paper", found=root)))
    if paper.head is not None and heads.get(paper.head[0]) != paper.head[1]:
        faults.append(Fault(0, say("records.head-not-in-package", row=paper.head[0])))
    return Checked(rows, auditor.head, root, tuple(faults), paper, clocks_told(auditor))


_HEAD_LETTERS = 16


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


def _went_out(unit: Unit) -> frozenset[int]:
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


def _part_line(
    unit: Unit, stored: StoredRow, name: str, children: set[bytes], out: frozenset[int]
) -> dict[str, Plain]:
    line: dict[str, Plain] = {"seq": stored.seq, "name": name}
    released = stored.seq in out and name == MANIFEST_PART
    may_leave = name == TRUST_PART or stored.noun in OPEN_NOUNS or released
    part = unit.record.part(stored.seq, name) if may_leave else None
    if part is None or children & set(_ANY_ID.findall(part.content)) or _free(name, part.content):
        return line
    return {**line, "salt": part.salt.hex(), "content": part.content.decode()}


def _free(name: str, content: bytes) -> bool:
    """Tell whether a part holds a sentence in somebody's own words."""
    try:
        return name in _FREE_SENTENCES or not _FREE_SENTENCES.isdisjoint(parse(content))
    except ValueError:  # a single value, which the part's name tells
        return False


def _found(files: dict[str, bytes]) -> Iterator[Found]:
    parts: dict[int, dict[str, Part | None]] = {}
    for line in files[PARTS].splitlines():
        value = parse(line)
        part = None
        if "content" in value:
            part = Part(bytes.fromhex(str(value["salt"])), str(value["content"]).encode())
        parts.setdefault(int(str(value["seq"])), {})[str(value["name"])] = part
    bodies, proofs = files[BODIES].split(b"\n")[:-1], files[PROOFS].splitlines()
    for body, line in zip(bodies, proofs, strict=True):
        proof = parse(line)
        row = Row(body, *(bytes.fromhex(str(proof[name])) for name in ("previous", "row_hash", "signature")))
        told = Body.from_bytes(body)
        columns = {
            "seq": told.seq,
            "utc": told.utc.isoformat(timespec="milliseconds"),
            "person": told.person,
            "act": told.act,
            "noun": told.noun,
            "noun_id": told.id,
        }
        here = parts.pop(told.seq, {})
        yield Found(row, columns, here, frozenset(here))
    if parts:
        raise ValueError("details without a row")


def _lines(lines: list[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)
