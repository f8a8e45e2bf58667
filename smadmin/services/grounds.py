"""An open data folder: store, keyring, and what is this seat's own, whether or not a school lives there."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from smadmin.credentials.identities import IdentityFile
from smadmin.credentials.identity import Ed25519Verifier
from smadmin.credentials.secrets import KeyringSecrets, SecretStore
from smadmin.domain.clock import Clock
from smadmin.domain.errors import KnownError, NotAllowed, OutsideFailed, Tampered
from smadmin.domain.ids import Ids, KeyId, SchoolId
from smadmin.services.desk import Desk
from smadmin.services.places import Place, open_to_group, place_blockers
from smadmin.services.seats import identities_in, take_seat
from smadmin.storage.clock import SystemClock, SystemIds
from smadmin.storage.disk import disk_error
from smadmin.storage.engine import Corrupt
from smadmin.storage.store import Store, only_school

_log = logging.getLogger(__name__)


@dataclass
class DataFolder:
    """An open data folder, in which there may not be a school yet."""

    place: Place
    store: Store
    secrets: SecretStore
    clock: Clock
    ids: Ids
    photos_at_once: int = 1
    keyring: Callable[[str], SecretStore] = KeyringSecrets

    @property
    def founded(self) -> bool:
        """Tell whether a school lives here."""
        return bool(self.store.schools())

    @cached_property
    def identities(self) -> IdentityFile:
        """The locked identities of this seat."""
        return identities_in(self.place.seat)

    def desk(self, school: SchoolId) -> Desk:
        """Give a desk: of a school that is here, or of one that is about to be founded."""
        return Desk(self.store, school, self.clock, self.ids, Ed25519Verifier())

    def own_desk(self) -> Desk:
        """Give the desk of the school that lives here.

        Raises:
            KnownError: if none does.
        """
        return self.desk(only_school(self.store))

    @property
    def waits_s(self) -> float:
        """How long something done here waits for another program's writing by now; 0 while nothing does."""
        return self.store.turns.waits_s

    def hurry(self, within_s: float) -> None:
        """Have nothing wait longer than this any more: what is refused then isn't done, and says so."""
        self.store.turns.hurry(within_s)

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()


Folder = TypeVar("Folder", bound=DataFolder)


def open_folder(
    made: type[Folder], place: Place, secrets: Callable[[str], SecretStore] = KeyringSecrets
) -> Folder:
    """Open a data folder; an absent store is made, an older one brought up to date.

    Args:
        made: what is opened: a folder, or one that gives a whole office.
        place: where it lies.
        secrets: makes the keyring's face from the store's id.

    Raises:
        NotAllowed: on a network share or in a synced folder.
        OutsideFailed: no permission, no space, a newer program's store, a damaged one.
    """
    if reasons := place_blockers(place.store):
        raise NotAllowed(reasons)
    store = Store.open(place.store)
    try:
        place.seat.mkdir(parents=True, exist_ok=True)
        open_to_group(place)
        mend_store_id(store, place, secrets)
        return made(place, store, secrets(store.id), SystemClock(), SystemIds(), keyring=secrets)
    except OSError as error:
        store.close()
        raise disk_error(error) from error
    except KnownError:
        store.close()
        raise


def mend_store_id(store: Store, place: Place, secrets: Callable[[str], SecretStore]) -> None:
    """Put back the store's id where it isn't the one that the locks here were made for (an errand).

    A lock's fields are bound to it, but nobody has opened one yet. So a lock's word is taken only where this
    login's keyring holds under that id the very seat that the record knows the lock's key on. Else the store
    stays as it is, and `BackRoom.require_own_store` refuses it.
    """
    try:
        kept = store.id
    except Corrupt:
        kept = None
    named = _named(store, place)
    if set(named) <= {kept}:
        return
    # The present one first: where it is borne out, a lock that names another is what was changed.
    for one in sorted(named, key=lambda id_: id_ != kept):
        seat = take_seat(secrets(one), found=False).id
        if seat is not None and seat in named[one]:
            if one != kept:
                store.take_id(one)
                _log.warning("the store's id wasn't the one of the locks here, and was put back")
            return


def _named(store: Store, place: Place) -> dict[str, set[str]]:
    """Give the ids that the locks here name, and the seats on which the record has those locks' keys."""
    named: dict[str, set[str]] = {}
    try:
        locks = identities_in(place.seat).every()
        for school in store.schools():
            with store.look(school) as unit:
                trust = unit.trust.read()
            for person, lock in locks:
                key = trust.keys.get(KeyId(str(lock.fields.get("key"))))
                if person in trust.people and key is not None and key.seat is not None:
                    named.setdefault(str(lock.fields.get("store")), set()).add(key.seat)
    except (OutsideFailed, Tampered):  # said where it matters; the tables are mended first
        return {}
    return named
