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
from smadmin.domain.canonical import parse
from smadmin.domain.errors import BadInput, NotAllowed, Reason
from smadmin.domain.ids import KeyId
from smadmin.domain.keys import fingerprint
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Role
from smadmin.domain.records import Body, Head, Part, Row, as_read
from smadmin.domain.verification import Auditor, Fault, Found
from smadmin.services.desk import Desk
from smadmin.services.records import clocks_told, erased_told
from smadmin.services.roles import today_of
from smadmin.services.rows_out import BODIES, KEYS, PARTS, PROOFS, RowsOut, leaving_part, went_out
from smadmin.storage.bag import BadBag, list_digest, read_bag, write_bag

_MAY = frozenset({Role.ADMINISTRATOR, Role.PRINCIPAL, Role.DEPUTY, Role.COMMUNICATIONS})


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
    """The outcome of checking a package alone. Without paper it says nothing about whose it is.

    Args:
        named: the digest of the list of its files, hex; empty where it holds the rows alone, for signatures
            cover those and nothing beside them.
    """

    rows: int
    head: Head
    root: str
    faults: tuple[Fault, ...]
    paper: Paper
    clocks: tuple[Message, ...] = ()
    named: str = ""

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
        with self._desk.look(by) as unit:
            school = unit.schools.get(self._desk.school)
            children = {id_.encode() for id_ in unit.students.stored()}
            out = went_out(unit)
            rows = RowsOut(
                self._desk,
                by,
                unit,
                lambda unit, stored, name: leaving_part(unit, stored, name, children, out),
            )
        write_bag(folder, rows.write, rows.facts(school.name, self._desk.now))
        return Exported(folder, rows.count, rows.withheld, rows.head)


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
    told = (*clocks_told(auditor), *erased_told(auditor))
    named_by = list_digest(folder, beside=set(files))
    return Checked(rows, auditor.head, root, tuple(faults), paper, told, named_by)


_HEAD_LETTERS = 16


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
