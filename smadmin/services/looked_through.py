"""A backup, opened and looked through before any of it takes a place: age doesn't say who wrote a file."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from smadmin.credentials.identity import Ed25519Verifier, Identity
from smadmin.domain.canonical import parse
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import KeyId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.records import Body, Head, digest_of
from smadmin.services.desk import Desk
from smadmin.services.records import Records
from smadmin.services.seats import identities_in
from smadmin.storage.backup import children_of, faults_of
from smadmin.storage.clock import SystemClock, SystemIds
from smadmin.storage.engine import Corrupt
from smadmin.storage.packed import IDENTITIES, LABEL, STORE, unpack
from smadmin.storage.regular import open_regular
from smadmin.storage.store import SCHEMA_VERSION, Store

_EXPECTED = frozenset({"records.roster-differs", "records.trust-differs-now"})
"""A backup lacks its face patterns, so its children's digest is held against the label instead; and trust
tables that aren't what the record says are written anew from it (`BackRoom.mend_tables`)."""

_BARE = (ArithmeticError, AttributeError, Corrupt, LookupError, RecursionError, TypeError, ValueError)
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Label:
    """What a backup says of itself.

    Args:
        made: when (UTC).
        patterns: the digest (hex) of each face pattern that was left out, by its id.
    """

    made: datetime
    school: SchoolId
    patterns: Mapping[str, str]


def unpacked(file: Path, opener: Identity, folder: Path) -> Path:
    """Open and unpack a backup into a folder inside an empty one, which it gives.

    Raises:
        Tampered: if the file isn't sealed to this key, or one byte of it was changed.
        OutsideFailed: if it is no backup.
        OSError: if the disk refuses.
    """
    packed, unpacked = folder / "packed", folder / "unpacked"
    unpacked.mkdir()
    with open_regular(file) as sealed, packed.open("xb") as content:
        opener.open_stream(sealed, content)
    unpack(packed, unpacked)
    packed.unlink()
    return unpacked


def label_of(folder: Path) -> Label:
    """Read the label of an unpacked backup.

    Raises:
        OutsideFailed: if it is none, or a newer program's.
    """
    told = parse((folder / LABEL).read_bytes())
    if told.get("v") != 1:
        raise damaged()
    schema, patterns, made = told["schema"], told["patterns"], datetime.fromisoformat(str(told["made"]))
    if not isinstance(schema, str) or not isinstance(patterns, dict) or made.tzinfo is None:
        raise damaged()
    if schema > SCHEMA_VERSION:
        raise OutsideFailed(say("store.backup-newer"), remedy=say("store.newer-remedy"))
    if not all(_DIGEST.fullmatch(str(digest)) for digest in patterns.values()):
        raise damaged()
    digests = {id_: str(digest) for id_, digest in patterns.items()}
    return Label(made, SchoolId(str(told["school"])), digests)


def verified(folder: Path, label: Label, root: KeyId | None, *, alone: bool) -> Head:
    """Verify an unpacked backup's record; gives its end.

    Args:
        folder: where it lies.
        label: its own.
        root: the key that it must have begun with, where one is known.
        alone: nothing here could put the store's own id back (`mend_store_id`).

    Raises:
        OutsideFailed: if it isn't whole.
    """
    if faults_of(folder / STORE):
        raise damaged()
    digests = {f"template/{id_}": bytes.fromhex(digest) for id_, digest in label.patterns.items()}
    children = {f"student/{k}": hashlib.sha256(v).digest() for k, v in children_of(folder / STORE).items()}
    store = Store.open(folder)
    try:
        desk = Desk(store, label.school, SystemClock(), SystemIds(), Ed25519Verifier())
        verdict = Records(desk).verify(root=root)
        with desk.look() as unit:
            last = unit.record.at(verdict.head.seq)
        nameless = alone and not store.id
    finally:
        store.close()
    unexpected = [fault for fault in verdict.faults if fault.message.id not in _EXPECTED]
    if last is None or unexpected or Body.from_bytes(last.row.body).roster != digest_of(digests | children):
        raise damaged()
    if nameless:
        raise damaged()
    return verdict.head


def without_locks(folder: Path, *, all_of_them: bool) -> None:
    """Leave out an unpacked backup's file of locks where it can't be read, or (`all_of_them`) in any case.

    None travels to a new computer (`docs/decisions/0030`), and who made a copy for one may have put some in.
    """
    try:
        identities_in(folder).every()
    except (OutsideFailed, ValueError):
        all_of_them = True
    if all_of_them:
        (folder / IDENTITIES).unlink(missing_ok=True)


@contextmanager
def no_bare_errors() -> Iterator[None]:
    """Say that a backup is damaged where what lies in it is of another kind than anything we write.

    Raises:
        OutsideFailed: then.
    """
    try:
        yield
    except _BARE as error:
        raise damaged() from error


def damaged() -> OutsideFailed:
    """Say that a backup is damaged."""
    return OutsideFailed(
        say("store.backup-damaged"), kept=say("store.nothing-lost"), remedy=say("store.backup-older-try")
    )
