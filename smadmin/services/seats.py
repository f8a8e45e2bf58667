"""This seat: one OS login on one computer, half of every person's lock here (`keys.md`).

Its secret lies in the OS keyring and is written once. Without a keyring its half is empty, and that is said.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from smadmin.credentials.identities import IdentityFile
from smadmin.credentials.identity import Identity
from smadmin.credentials.secrets import NoKeyring, SecretStore
from smadmin.domain.errors import BadInput, KnownError
from smadmin.domain.ids import KeyId, SeatId
from smadmin.domain.joining import seat_of
from smadmin.services.heads import NoNote
from smadmin.storage.locked import LockedText

_ITEM, _ROOT = "seat", "root"
_KEY_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, repr=False)
class Seat:
    """This seat's identity, or none where there is no keyring (`missing` then says why)."""

    identity: Identity | None
    missing: KnownError | None = None

    @property
    def secret(self) -> str:
        """The half that goes into each person's lock."""
        return "" if self.identity is None else self.identity.secret

    @property
    def id(self) -> SeatId | None:
        """The seat's id, taken from its key."""
        if self.identity is None:
            return None
        return seat_of(self.identity.key)


def identities_in(folder: Path) -> IdentityFile:
    """Give the locked identities that lie in a seat's data folder."""
    return IdentityFile(LockedText(folder / "identities.json"))


def take_seat(secrets: SecretStore, *, found: bool) -> Seat:
    """Read this seat's identity from the keyring; for a first lock here, make it (an errand).

    What isn't an identity (somebody changed the item) is as good as none: no lock opens with it any more, so
    it is replaced where one is to be made.
    """
    try:
        identity = _kept(secrets)
        if identity is None and found:
            secrets.set(_ITEM, Identity.new().secret)
            identity = _kept(secrets)
    except NoKeyring as error:
        return Seat(None, error)
    return Seat(identity)


def _kept(secrets: SecretStore) -> Identity | None:
    kept = secrets.get(_ITEM)
    try:
        return None if kept is None else Identity(kept)
    except BadInput:
        return None


def pin_root(secrets: SecretStore, root: KeyId) -> None:
    """Pin root's public half on this seat (an errand), before the first row that it signs.

    One that lies there already is of a first run that never came to its first row.

    Raises:
        NoKeyring: if the keyring doesn't answer.
    """
    secrets.set(_ROOT, root)


def pinned_root(secrets: SecretStore) -> KeyId | NoNote:
    """Give the root that this seat has pinned, or why there is none (an errand).

    What is no key's id is as good as none: this program never wrote it (`NoNote.NEVER`).
    """
    try:
        kept = secrets.get(_ROOT) or ""
    except NoKeyring:
        return NoNote.SILENT
    return KeyId(kept) if _KEY_ID.fullmatch(kept) else NoNote.NEVER
