"""An open data folder: store, keyring, and what is this seat's own, whether or not a school lives there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from smadmin.credentials.identities import IdentityFile
from smadmin.credentials.identity import Ed25519Verifier
from smadmin.credentials.secrets import KeyringSecrets, SecretStore
from smadmin.domain.clock import Clock
from smadmin.domain.ids import Ids, SchoolId
from smadmin.services.desk import Desk
from smadmin.services.places import Place
from smadmin.services.seats import identities_in
from smadmin.storage.store import Store


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

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()
