"""A data folder opened: the store, this seat, and every service on top of them, each made when first asked.

Window, commands, demo and tests get the same office. Asking `seat` or `session` for the first time asks the
keyring (an errand); nothing else here does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from smadmin.credentials.identities import IdentityFile
from smadmin.credentials.identity import Ed25519Verifier
from smadmin.credentials.secrets import KeyringSecrets, SecretStore
from smadmin.domain.clock import Clock
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import Ids, SchoolId
from smadmin.domain.schools import School
from smadmin.services.accounts import Accounts
from smadmin.services.desk import Desk
from smadmin.services.heads import Heads
from smadmin.services.keys import Keys
from smadmin.services.places import Place, place_blockers
from smadmin.services.records import Records, Verdict
from smadmin.services.seats import Seat, pinned_root, take_seat
from smadmin.services.session import Session
from smadmin.services.vault import Vault
from smadmin.storage.clock import SystemClock, SystemIds
from smadmin.storage.store import Store, only_school


@dataclass
class Grounds:
    """An open data folder, in which there may not be a school yet."""

    place: Place
    store: Store
    secrets: SecretStore
    clock: Clock
    ids: Ids

    @property
    def founded(self) -> bool:
        """Tell whether a school lives here."""
        return bool(self.store.schools())

    @cached_property
    def identities(self) -> IdentityFile:
        """The locked identities of this seat."""
        return IdentityFile(self.place.seat)

    def desk(self, school: SchoolId) -> Desk:
        """Give a desk: of a school that is here, or of one that is about to be founded."""
        return Desk(self.store, school, self.clock, self.ids, Ed25519Verifier())

    def office(self) -> "Office":
        """Give the office of the school that lives here.

        Raises:
            KnownError: if none does.
        """
        return Office(self, self.desk(only_school(self.store)))

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()


class Office:
    """One school's services."""

    def __init__(self, grounds: Grounds, desk: Desk) -> None:
        """Stand on an open data folder and a school's desk."""
        self.grounds = grounds
        self.desk = desk

    @property
    def school(self) -> School:
        """The school as it stands."""
        with self.desk.look() as unit:
            return unit.schools.get(self.desk.school)

    @cached_property
    def seat(self) -> Seat:
        """This seat, from the keyring (an errand)."""
        return take_seat(self.grounds.secrets, found=False)

    @cached_property
    def session(self) -> Session:
        """Who sits here (the first time an errand, for it needs the seat)."""
        return Session(self.desk, self.grounds.identities, self.seat)

    @cached_property
    def heads(self) -> Heads:
        """This seat's note of where the record ends."""
        return Heads(self.grounds.secrets, self.desk.school)

    @cached_property
    def keys(self) -> Keys:
        """Keys and trust."""
        return Keys(self.desk, self.grounds.identities)

    @cached_property
    def records(self) -> Records:
        """The record."""
        return Records(self.desk)

    @cached_property
    def accounts(self) -> Accounts:
        """The register of accounts."""
        return Accounts(self.desk)

    @cached_property
    def vault(self) -> Vault:
        """The accounts' log-ins."""
        return Vault(self.desk, self.grounds.secrets)

    def verify(self) -> Verdict:
        """Verify the record against this seat's own notes of its end and of root (an errand)."""
        acting = self.session.now_acting
        return self.records.verify(
            by=None if acting is None else acting.actor,
            head=self.heads.kept(),
            root=pinned_root(self.grounds.secrets),
        )

    def settle(self) -> None:
        """Note where the record ends, outside the store (an errand, after deeds and at quit)."""
        self.heads.keep(self.desk.newest)


def open_grounds(place: Place, secrets: Callable[[str], SecretStore] = KeyringSecrets) -> Grounds:
    """Open a data folder; an absent store is made, an older one brought up to date.

    Args:
        place: where.
        secrets: makes the keyring's face from the store's id.

    Raises:
        NotAllowed: on a network share or in a synced folder.
        OutsideFailed: no permission, no space, a newer program's store.
        Corrupt: if the store is damaged.
    """
    if reasons := place_blockers(place.store):
        raise NotAllowed(reasons)
    store = Store.open(place.store)
    place.seat.mkdir(parents=True, exist_ok=True)
    return Grounds(place, store, secrets(store.id), SystemClock(), SystemIds())
