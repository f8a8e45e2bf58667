"""Opening a lock on this seat: what a passphrase, or a reviewer's PIN, gives (`keys.md`, Person lock).

Wrong tries are counted in the seat's own file, so that a restart begins no new count. Who sits where with
what was opened is the session's.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from smadmin.credentials.cells import SchoolCells
from smadmin.credentials.identities import IdentityFile
from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import Lock, WrongPassphrase, open_lock
from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import KeyId, PersonId
from smadmin.domain.keys import KeyKind, Trust
from smadmin.domain.messages import say
from smadmin.domain.people import Person, Role
from smadmin.domain.tries import Tries
from smadmin.services.desk import Desk
from smadmin.services.keys import open_school_keys
from smadmin.services.seats import Seat


@dataclass(frozen=True, repr=False)
class Unlocked:
    """Somebody who gave their passphrase, and what it opened.

    Args:
        root: the key that the record began with when the lock was made, which is bound to it (`make_lock`).
    """

    person: Person
    roles: frozenset[Role]
    actor: Actor
    school_keys: dict[int, bytes]
    root: KeyId | None = None


class Locks:
    """The locks of one seat that were made for one store."""

    def __init__(self, desk: Desk, identities: IdentityFile, seat: Seat) -> None:
        """Stand on the store, the file of locks, and this computer's half of each."""
        self._desk = desk
        self.identities = identities
        self.seat = seat

    def locks(self) -> dict[PersonId, Lock]:
        """Give the locks that were made for this store; one with another name on it opens nothing."""
        store, locks = self._desk.store.id, self.identities.locks()
        return {person: lock for person, lock in locks.items() if lock.fields.get("store") == store}

    def unlock(self, person: PersonId, passphrase: str) -> Unlocked:
        """Open somebody's lock (an errand of about 0.4 s).

        Raises:
            WrongPassphrase: and the try is counted.
            KnownError: nobody's lock, no keyring, or too many wrong tries, until when.
        """
        lock = self.locks().get(person)
        if lock is None:
            raise KnownError(say("session.nobody-here"), remedy=say("session.admit-first"))
        if barred := self.barred(lock):
            raise barred
        tries, now = self.identities.tries(person), self._desk.now
        wait = tries.wait_until(now)
        if wait is not None and now < wait:
            raise KnownError(say("session.wait", seconds=int((wait - now).total_seconds()) + 1))
        try:
            identity = open_lock(lock, passphrase, seat=self.seat.secret)
        except WrongPassphrase:
            self.identities.count_try(person, Tries(tries.wrong + 1, now))
            raise
        if tries.wrong:
            self.identities.count_try(person, Tries())
        root = lock.fields.get("root")
        return replace(self.opened(person, identity, now), root=None if root is None else KeyId(str(root)))

    def barred(self, lock: Lock) -> KnownError | None:
        """Say why nothing opens a lock now, or None: the keyring keeps half of it."""
        with self._desk.look() as unit:
            key = unit.trust.read().keys.get(KeyId(str(lock.fields.get("key"))))
        if key is None or key.seat is None or key.seat == self.seat.id:
            return None
        return self.seat.missing or KnownError(
            say("session.keyring-emptied"),
            kept=say("session.keyring-emptied-kept"),
            remedy=say("session.keyring-emptied-remedy"),
        )

    def opened(self, person: PersonId, identity: Identity, now: datetime) -> Unlocked:
        """Give what an unlocked identity opens.

        Raises:
            KnownError: its key ended meanwhile.
        """
        with self._desk.look() as unit:
            trust, wraps = unit.trust.read(), unit.wraps.of(identity.key)
            school = unit.schools.get(self._desk.school)
        key = trust.key_alive(identity.key)
        if key is None or key.person != person:
            raise KnownError(say("session.key-retired"), remedy=say("session.admit-first"))
        school_keys = open_school_keys(identity, wraps, trust)
        cells = SchoolCells(school.id, school_keys) if school_keys else None
        actor = Actor(person, self.seat.id, identity, cells, passphrase_at=now, since=now)
        roles = trust.roles(person, school.local(now).date())
        return Unlocked(trust.people[person], roles, actor, school_keys)

    def is_pin(self, person: PersonId) -> bool:
        """Tell whether somebody's lock here is a reviewer's."""
        lock = self.locks().get(person)
        with self._desk.look() as unit:
            return lock is not None and by_pin(unit.trust.read(), lock)


def is_told(lock: Lock) -> bool:
    """Tell whether a lock of a sample school opens with everybody's passphrase; older ones don't say."""
    return bool(lock.fields.get("told", "seat" not in lock.fields))


def by_pin(trust: Trust, lock: Lock) -> bool:
    """Tell whether a lock is a reviewer's: six digits, and a key that opens nothing."""
    key = trust.keys.get(KeyId(str(lock.fields.get("key"))))
    return key is not None and key.kind is KeyKind.REVIEWER
