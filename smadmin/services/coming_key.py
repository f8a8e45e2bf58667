"""The key of a computer on which nobody has a key yet: it opens the copy that is made for it (`coming`).

It stays until somebody has a lock there: the first copy that comes may be the wrong one.
"""

import hashlib
from collections.abc import Callable
from contextlib import suppress

from smadmin.credentials.identity import Identity
from smadmin.credentials.secrets import NoKeyring, SecretStore
from smadmin.domain.errors import BadInput, OutsideFailed
from smadmin.services.desk import Desk

RING = "coming"
"""Stands where else a store's id names the keyring's items: there is no store yet."""

MARK = "came-for"
"""The note in a store that was put back: by such a key, which may open another copy still, or otherwise.

As long as it is there the key is still to be forgotten.
"""
OTHERWISE = "otherwise"

_ITEM = "key"


def mark_of(key: Identity) -> str:
    """Give what the note says of a key."""
    return hashlib.sha256(key.recipient.encode()).hexdigest()


def coming_key(ring: SecretStore) -> Identity | None:
    """Give this computer's key for a copy, or None (an errand); what is no key is as good as none.

    Raises:
        NoKeyring: if the keyring doesn't answer.
    """
    kept = ring.get(_ITEM)
    try:
        return None if kept is None else Identity(kept)
    except BadInput:
        return None


def take_key(ring: SecretStore) -> Identity:
    """Give this computer's key for a copy, made where there is none yet (an errand).

    Raises:
        NoKeyring: if the keyring doesn't answer: a key that may lie there must not be written over.
    """
    key = coming_key(ring)
    if key is None:
        key = Identity.new()
        ring.set(_ITEM, key.secret)
    return key


def has_come(keyring: Callable[[str], SecretStore]) -> bool:
    """Forget the key (an errand); tells whether the keyring took it."""
    try:
        keyring(RING).delete(_ITEM)
    except NoKeyring:
        return False
    return True


def forget_once_in(keyring: Callable[[str], SecretStore], desk: Desk) -> None:
    """Forget the key that brought this school, now that somebody has a lock here (an errand).

    Where keyring or store refuse, the note stays, and whoever signs in next tries again.
    """
    with desk.look() as unit:
        marked = bool(unit.notes.all().get(MARK))
    if marked and has_come(keyring):
        with suppress(OutsideFailed), desk.store.deed(desk.school) as unit:
            unit.notes.remove([MARK])
