"""The session: who sits at this computer, what their passphrase opened, and handing over the chair.

At most two people are unlocked at once: who is signed in, and for fifteen minutes a second person in the
chair, confined to the review and its release. Locking drops everything that was opened, and wins against a
passphrase under way: each turn at this computer has a number, and what an older turn opens is dropped.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from threading import Lock as Guard

from smadmin.credentials.cells import SchoolCells
from smadmin.credentials.identities import IdentityFile
from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import Lock, WrongPassphrase, open_lock
from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import KeyId, PersonId
from smadmin.domain.messages import say
from smadmin.domain.people import Person, Role
from smadmin.domain.tries import Tries
from smadmin.services.desk import Desk
from smadmin.services.keys import open_school_keys
from smadmin.services.roles import today_of
from smadmin.services.seats import Seat

CHAIR_TIME = timedelta(minutes=15)
"""How long a handed-over chair keeps the first person's session (`keys.md`, The four cases)."""

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""When a passphrase was given that must be given again before anything weighty."""


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


@dataclass(frozen=True)
class Sitter:
    """Somebody who can sign in on this seat."""

    person: PersonId
    name: str
    roles: frozenset[Role]


class Session:
    """Who is signed in here. Made once; the window and the commands ask it for the actor."""

    def __init__(self, desk: Desk, identities: IdentityFile, seat: Seat) -> None:
        """Start locked."""
        self._desk = desk
        self._identities = identities
        self._seat = seat
        self._first: Unlocked | None = None
        self._chair: Unlocked | None = None
        self._chair_until: datetime | None = None
        self._guard = Guard()
        self._turn = 0

    def sit_at(self, seat: Seat) -> None:
        """Take this computer's half of the locks, now that the keyring gives it."""
        self._seat = seat

    def barred(self) -> KnownError | None:
        """Say why no passphrase can open anything here, or None: the keyring keeps half of each lock."""
        locks = self._locks().values()
        found = [self._barred(lock) for lock in locks]
        return found[0] if found and all(found) else None

    def spoilt(self) -> KnownError | None:
        """Say whose lock here can't be read any more, or None; everybody else signs in as always."""
        names = self.names()
        elsewhere = (self._identities.locks().keys() & names.keys()) - self._locks().keys()
        people = {*self._identities.spoilt(), *elsewhere}
        if not people:
            return None
        named = sorted(names[person] for person in people if person in names)
        return KnownError(
            say("session.lock-spoilt", people=tuple(say("accounts.person", name=name) for name in named))
            if named
            else say("session.lock-spoilt-unknown"),
            remedy=say("session.lock-spoilt-remedy"),
        )

    def sitters(self) -> tuple[Sitter, ...]:
        """Give who has a lock on this seat, by name."""
        locks = self._locks()
        with self._desk.look() as unit:
            trust = unit.trust.read()
            today = today_of(unit, self._desk)
        known = [trust.people[person] for person in locks if person in trust.people]
        return tuple(
            Sitter(p.id, p.name, trust.roles(p.id, today)) for p in sorted(known, key=lambda p: p.name)
        )

    def names(self) -> dict[str, str]:
        """Give the real names of everybody who was ever let in, by id."""
        with self._desk.look() as unit:
            return {str(person.id): person.name for person in unit.trust.read().people.values()}

    @property
    def now_acting(self) -> Unlocked | None:
        """Who acts now: the person in the chair, else who signed in, else nobody.

        A chair whose time is over is nobody's: who sits there isn't who signed in first. Nor does setting the
        clock back give it more time.
        """
        with self._guard:
            first, chair, until = self._first, self._chair, self._chair_until
        if chair is None:
            return first
        now = self._desk.now
        return chair if until is not None and until - CHAIR_TIME <= now < until else None

    @property
    def confined(self) -> bool:
        """Tell whether a second person has the chair (then only the review and its release are open)."""
        return self._chair is not None and self.now_acting is self._chair

    @property
    def chair_over(self) -> bool:
        """Tell whether the second person's time ran out without the chair having been given back."""
        return self._chair is not None and not self.confined

    @property
    def signed_in(self) -> Unlocked | None:
        """Who signed in first and gets the chair back."""
        return self._first

    @property
    def actor(self) -> Actor:
        """The actor for deeds.

        Raises:
            KnownError: while the window is locked.
        """
        acting = self.now_acting
        if acting is None:
            raise KnownError(say("store.locked"), remedy=say("store.sign-in"))
        return acting.actor

    def sign_in(self, person: PersonId, passphrase: str) -> Unlocked:
        """Open somebody's lock and sit them down (an errand of about 0.4 s).

        Raises:
            WrongPassphrase: and the try is counted.
            KnownError: after too many wrong tries, until when; or if the window was locked meanwhile.
        """
        turn = self._turn
        opened = self._unlock(person, passphrase)
        with self._guard:
            self._require_turn(turn)
            self._first, self._chair, self._chair_until = opened, None, None
        return opened

    def hand_over(self, person: PersonId, passphrase: str) -> Unlocked:
        """Let a second person sit down without closing the first one's work (an errand).

        Raises:
            WrongPassphrase: and the try is counted.
            KnownError: if it is the same person, nobody is signed in, or the window was locked meanwhile.
        """
        turn = self._turn
        if self._first is None:
            raise KnownError(say("store.locked"), remedy=say("store.sign-in"))
        if self._first.person.id == person:
            raise KnownError(say("session.same-person"), remedy=say("session.another-person"))
        opened = self._unlock(person, passphrase)
        with self._guard:
            self._require_turn(turn)
            self._chair, self._chair_until = opened, self._desk.now + CHAIR_TIME
        return opened

    def give_back(self) -> None:
        """End the second person's turn; the first one's passphrase is asked again before anything weighty.

        Whoever clicked may be the second person still.
        """
        with self._guard:
            self._turn += 1
            first = self._first
            if self._chair is not None and first is not None:
                self._first = replace(first, actor=replace(first.actor, passphrase_at=_LONG_AGO))
            self._chair, self._chair_until = None, None

    def give_passphrase_again(self, passphrase: str) -> None:
        """Renew the freshness of who acts now, before a weighty act (an errand).

        Raises:
            WrongPassphrase: and the try is counted.
            KnownError: if nobody is signed in, or the window was locked meanwhile.
        """
        turn, acting = self._turn, self.now_acting
        if acting is None:
            raise KnownError(say("store.locked"), remedy=say("store.sign-in"))
        fresh = self._unlock(acting.person.id, passphrase)
        with self._guard:
            self._require_turn(turn)
            if acting is self._chair:
                self._chair = fresh
            else:
                self._first = fresh

    def lock(self) -> None:
        """Drop everything that was opened, and what a passphrase under way is about to open."""
        with self._guard:
            self._turn += 1
            self._first, self._chair, self._chair_until = None, None, None

    def _locks(self) -> dict[PersonId, Lock]:
        """Give the locks that were made for this store; one with another name on it opens nothing."""
        store, locks = self._desk.store.id, self._identities.locks()
        return {person: lock for person, lock in locks.items() if lock.fields.get("store") == store}

    def _require_turn(self, turn: int) -> None:
        if turn != self._turn:
            raise KnownError(say("store.locked"), remedy=say("store.sign-in"))

    def _unlock(self, person: PersonId, passphrase: str) -> Unlocked:
        lock = self._locks().get(person)
        if lock is None:
            raise KnownError(say("session.nobody-here"), remedy=say("session.admit-first"))
        if barred := self._barred(lock):
            raise barred
        tries, now = self._identities.tries(person), self._desk.now
        wait = tries.wait_until(now)
        if wait is not None and now < wait:
            raise KnownError(say("session.wait", seconds=int((wait - now).total_seconds()) + 1))
        try:
            identity = open_lock(lock, passphrase, seat=self._seat.secret)
        except WrongPassphrase:
            self._identities.count_try(person, Tries(tries.wrong + 1, now))
            raise
        if tries.wrong:
            self._identities.count_try(person, Tries())
        root = lock.fields.get("root")
        return replace(self._opened(person, identity, now), root=None if root is None else KeyId(str(root)))

    def _barred(self, lock: Lock) -> KnownError | None:
        with self._desk.look() as unit:
            key = unit.trust.read().keys.get(KeyId(str(lock.fields.get("key"))))
        if key is None or key.seat is None or key.seat == self._seat.id:
            return None
        return self._seat.missing or KnownError(
            say("session.keyring-emptied"),
            kept=say("session.keyring-emptied-kept"),
            remedy=say("session.keyring-emptied-remedy"),
        )

    def _opened(self, person: PersonId, identity: Identity, now: datetime) -> Unlocked:
        with self._desk.look() as unit:
            trust, wraps = unit.trust.read(), unit.wraps.of(identity.key)
            school = unit.schools.get(self._desk.school)
        key = trust.key_alive(identity.key)
        if key is None or key.person != person:
            raise KnownError(say("session.key-retired"), remedy=say("session.admit-first"))
        school_keys = open_school_keys(identity, wraps, trust)
        cells = SchoolCells(school.id, school_keys) if school_keys else None
        actor = Actor(person=person, seat=self._seat.id, signer=identity, cells=cells, passphrase_at=now)
        roles = trust.roles(person, school.local(now).date())
        return Unlocked(trust.people[person], roles, actor, school_keys)

    def refreshed(self) -> None:
        """Read the signed-in people's roles anew, after trust changed."""
        with self._desk.look() as unit:
            trust = unit.trust.read()
            today = today_of(unit, self._desk)
        with self._guard:
            if self._first is not None:
                self._first = replace(self._first, roles=trust.roles(self._first.person.id, today))
            if self._chair is not None:
                self._chair = replace(self._chair, roles=trust.roles(self._chair.person.id, today))
