"""What opens a backup on this computer: this seat's key from the keyring, or root's as typed from paper.

Nobody is signed in and the store may be gone. Which items of the keyring are this school's only the locked
identities say, and one odd lock among them must not hide the others.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from smadmin.credentials.identity import Identity
from smadmin.credentials.secrets import NoKeyring, SecretStore
from smadmin.domain.errors import KnownError, OutsideFailed, Tampered
from smadmin.domain.ids import KeyId
from smadmin.domain.messages import say
from smadmin.services.coming_key import MARK, OTHERWISE, RING, coming_key, mark_of
from smadmin.services.heads import NoNote
from smadmin.services.places import Place
from smadmin.services.seats import identities_in, pinned_root, take_seat
from smadmin.storage.backup import head_of, note_in
from smadmin.storage.packed import STORE
from smadmin.storage.regular import is_regular, open_regular

_SHUT = frozenset({"keys.keyring-locked", "keys.keyring-silent"})
ENVELOPE_HELPS = frozenset({"keys.not-for-this-key", *_SHUT})
"""Refusals after which root's letters open a backup nevertheless."""

_PREFIX = "AGE-SECRET-KEY-"
Keyrings = Callable[[str], SecretStore]
"""Gives the keyring's face for a store's id."""


@dataclass(frozen=True, repr=False)
class Opener:
    """An identity that opens a backup, and the root by which its record is judged, where one is known."""

    identity: Identity
    root: KeyId | None
    coming: bool = False
    """It is the key for a copy, of a computer on which nobody has a lock yet (`coming_key`)."""


def store_ids_of(place: Place) -> tuple[str, ...]:
    """Give the ids of the stores that the locked identities here name, even if the store is damaged.

    Those that wait name it too: what was signed for them comes with a backup, to a seat that is there.
    """
    try:
        kept = identities_in(place.seat)
        locks = [*(lock for _, lock in kept.every()), *kept.waiting().values()]
    except OutsideFailed:  # damaged as well: then only the envelope opens a backup
        return ()
    named = (lock.fields.get("store") for lock in locks)
    return tuple(dict.fromkeys(str(one) for one in named if one is not None))


def opener_for(place: Place, file: Path, *, typed: str | None, secrets: Keyrings) -> Opener:
    """Give what opens a backup: root's key as typed, else this seat's (an errand).

    Raises:
        BadInput: if what was typed is no key.
        Tampered: `keys.not-for-this-key` where nothing was typed and no keyring named here has a key.
        NoKeyring: where nothing was typed, and the keyring of a new computer is shut.
    """
    if typed is not None:  # the whole envelope outranks a note, which anybody at this login may have written
        root = identity_from(typed)
        return Opener(root, root.key)
    rings = [secrets(one) for one in store_ids_of(place)]
    seats = [(ring, take_seat(ring, found=False).identity) for ring in rings]
    found = [(ring, seat) for ring, seat in seats if seat is not None]
    opening = next((one for one in found if opens(one[1], file)), None)
    if opening is None and (coming := _coming(place, secrets)) is not None:
        return Opener(coming, None, coming=True)
    if not found:
        raise _needs_envelope()
    ring, seat = opening or found[0]
    # A keyring that doesn't answer moves the question to signing in: there the record is held against it.
    pinned = pinned_root(ring)
    return Opener(seat, None if isinstance(pinned, NoNote) else pinned)


def _coming(place: Place, secrets: Keyrings) -> Identity | None:
    """Give this computer's key for a copy while nobody has a lock here, and no school that it didn't bring.

    Only then nothing is known by which to judge a copy. A key that was once made for one would else open a
    stranger's school in place of the true one.
    """
    database = place.store / STORE
    try:
        if identities_in(place.seat).every():
            return None
        there = os.path.lexists(database)
        if there and not is_regular(database):
            return None
        # The first window makes a store without a row.
        empty, mark = not there or head_of(database).seq == 0, note_in(database, MARK) if there else None
    except KnownError:
        return None
    if not empty and mark in {None, OTHERWISE}:
        return None
    try:
        key = coming_key(secrets(RING))
    except NoKeyring as error:
        if error.happened.id in _SHUT:
            raise
        return None
    return key if empty or key is None or mark == mark_of(key) else None


def seat_or_typed(keyring: SecretStore, typed: str | None) -> Identity:
    """Give root's key as typed, else the seat's of one keyring (an errand); raises as `opener_for`."""
    if typed is not None:
        return identity_from(typed)
    seat = take_seat(keyring, found=False).identity
    if seat is None:
        raise _needs_envelope()
    return seat


def opens(identity: Identity, file: Path) -> bool:
    """Tell whether a backup is sealed to this identity, by its first bytes: all of it may be large."""
    try:
        with open_regular(file) as sealed:
            return identity.opens(sealed)
    except OSError:
        return False


def identity_from(typed: str) -> Identity:
    """Give root's key as it was typed: in groups or not, with or without hyphens.

    Raises:
        BadInput: if it is no key.
    """
    letters = "".join(one for one in typed.upper() if one.isascii() and one.isalnum())
    return Identity(_PREFIX + letters.removeprefix(_PREFIX.replace("-", "")))


def _needs_envelope() -> Tampered:
    return Tampered(say("keys.not-for-this-key"), remedy=say("store.backup-root"))
