"""The session: who sits at this computer, what their passphrase opened, and handing over the chair.

At most two people are unlocked at once: who is signed in, and for fifteen minutes a second person in the
chair, confined to the review and its release. Locking drops everything that was opened, and wins against a
passphrase under way: each turn at this computer has a number, and what an older turn opens is dropped.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from threading import Lock as Guard

from smadmin.credentials.identities import IdentityFile
from smadmin.credentials.identity import Identity
from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, Locked
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.services.desk import Desk
from smadmin.services.roles import today_of
from smadmin.services.seats import Seat
from smadmin.services.unlocking import Locks, Unlocked, by_pin, is_told

__all__ = ["CHAIR_TIME", "Session", "Sitter", "Unlocked"]

CHAIR_TIME = timedelta(minutes=15)
"""How long a handed-over chair keeps the first person's session (`keys.md`, The four cases)."""

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""When a passphrase was given that must be given again before anything weighty."""


@dataclass(frozen=True)
class Sitter:
    """Somebody who can sign in on this seat.

    Args:
        beside: whether they only take a chair, with a PIN.
        told: whether their passphrase is the one that the sample school gave everybody.
    """

    person: PersonId
    name: str
    roles: frozenset[Role]
    beside: bool = False
    told: bool = False


class Session:
    """Who is signed in here. Made once; the window and the commands ask it for the actor."""

    def __init__(self, desk: Desk, identities: IdentityFile, seat: Seat) -> None:
        """Start locked."""
        self._desk = desk
        self._locks = Locks(desk, identities, seat)
        identities.sit_at(seat.id)
        self._first: Unlocked | None = None
        self._chair: Unlocked | None = None
        self._chair_until: datetime | None = None
        self._guard = Guard()
        self._turn = 0

    def sit_at(self, seat: Seat) -> None:
        """Take this computer's half of the locks, now that the keyring gives it."""
        self._locks.seat = seat
        self._locks.identities.sit_at(seat.id)

    def barred(self) -> KnownError | None:
        """Say why no passphrase can open anything here, or None: the keyring keeps half of each lock."""
        locks = self._locks.locks().values()
        found = [self._locks.barred(lock) for lock in locks]
        return found[0] if found and all(found) else None

    def spoilt(self) -> KnownError | None:
        """Say whose lock here can't be read any more, or None; everybody else signs in as always."""
        names = self.names()
        elsewhere = (self._locks.identities.locks().keys() & names.keys()) - self._locks.locks().keys()
        people = {*self._locks.identities.spoilt(), *elsewhere}
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
        locks = self._locks.locks()
        with self._desk.look() as unit:
            trust = unit.trust.read()
            today = today_of(unit, self._desk)
        known = [trust.people[person] for person in locks if person in trust.people]
        return tuple(
            Sitter(
                p.id,
                p.name,
                trust.roles(p.id, today),
                beside=by_pin(trust, locks[p.id]),
                told=is_told(locks[p.id]),
            )
            for p in sorted(known, key=lambda p: p.name)
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
            Locked: while the window is locked.
        """
        acting = self.now_acting
        if acting is None:
            raise Locked(say("store.locked"), remedy=say("store.sign-in"))
        return acting.actor

    def sign_in(self, person: PersonId, passphrase: str) -> Unlocked:
        """Open somebody's lock and sit them down (an errand of about 0.4 s).

        Raises:
            WrongPassphrase: and the try is counted.
            KnownError: after too many wrong tries, until when; or if the window was locked meanwhile.
        """
        turn = self._turn
        self._require_passphrase(person)
        opened = self._locks.unlock(person, passphrase)
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
        return self._take_chair(self._locks.unlock(person, passphrase), turn)

    def hand_over_new(self, person: PersonId, identity: Identity) -> Unlocked:
        """Let somebody take the chair whom a code just let in; their PIN was typed a moment ago.

        Raises:
            KnownError: if nobody is signed in who could hand the chair over.
        """
        if self._first is None:
            raise KnownError(say("session.beside-only"), remedy=say("session.beside-only-remedy"))
        return self._take_chair(self._locks.opened(person, identity, self._desk.now), self._turn)

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
        fresh = self._lent(self._locks.unlock(acting.person.id, passphrase))
        fresh = replace(fresh, actor=replace(fresh.actor, since=acting.actor.since))
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

    def _take_chair(self, opened: Unlocked, turn: int) -> Unlocked:
        taken = self._lent(opened)
        with self._guard:
            self._require_turn(turn)
            self._chair, self._chair_until = taken, self._desk.now + CHAIR_TIME
        return taken

    def _lent(self, opened: Unlocked) -> Unlocked:
        """Let a reviewer's key, which opens nothing, see by what the first one's session opened."""
        first = self._first
        if opened.actor.cells is not None or first is None or not self._locks.is_pin(opened.person.id):
            return opened
        return replace(opened, actor=replace(opened.actor, cells=first.actor.cells, lent=True))

    def _require_passphrase(self, person: PersonId) -> None:
        if self._locks.is_pin(person):
            raise KnownError(say("session.beside-only"), remedy=say("session.beside-only-remedy"))

    def _require_turn(self, turn: int) -> None:
        if turn != self._turn:
            raise KnownError(say("store.locked"), remedy=say("store.sign-in"))

    def take_new_key(self) -> None:
        """Open the school's keys anew for whoever is signed in, after the school got another."""
        with self._guard:
            first, chair = self._first, self._chair
        for one in (first, chair):
            if one is not None and isinstance(one.actor.signer, Identity):
                opened = self._locks.opened(one.person.id, one.actor.signer, one.actor.passphrase_at)
                cells, keys = opened.actor.cells, opened.school_keys
                newer = self._lent(replace(one, actor=replace(one.actor, cells=cells), school_keys=keys))
                with self._guard:
                    self._first = newer if self._first is one else self._first
                    self._chair = newer if self._chair is one else self._chair

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
