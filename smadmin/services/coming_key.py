"""The key of a computer on which there is no school yet: it opens the copy that is made for it (`coming`)."""

from collections.abc import Callable

from smadmin.credentials.identity import Identity
from smadmin.credentials.secrets import NoKeyring, SecretStore
from smadmin.domain.errors import BadInput

RING = "coming"
"""Stands where else a store's id names the keyring's items: there is no store yet."""

_ITEM = "key"


def coming_key(ring: SecretStore) -> Identity | None:
    """Give this computer's key for a copy, or None (an errand); what is no key is as good as none."""
    try:
        kept = ring.get(_ITEM)
        return None if kept is None else Identity(kept)
    except (BadInput, NoKeyring):
        return None


def take_key(ring: SecretStore) -> Identity:
    """Give this computer's key for a copy, made where there is none yet (an errand).

    Raises:
        NoKeyring: if the keyring doesn't take it.
    """
    key = coming_key(ring)
    if key is None:
        key = Identity.new()
        ring.set(_ITEM, key.secret)
    return key


def has_come(keyring: Callable[[str], SecretStore]) -> None:
    """Forget the key, once a copy was put back (an errand)."""
    try:
        keyring(RING).delete(_ITEM)
    except NoKeyring:
        return
