"""Removing the browser folders of who left at this computer login, and signing that they are gone.

A chain of looks, errands and a deed; a kill between any two is gone on from at the next start, since nothing
but folders and rows says how far it came: an emptied folder stays until what became of it is signed.
"""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass

from smadmin.domain.accounts import AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import AccountId, PersonId, SeatId
from smadmin.domain.left_folders import Folder, departures_told, folders_to_remove
from smadmin.domain.records import Body
from smadmin.domain.verification import End
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.browsing import Browsing
from smadmin.services.desk import Desk
from smadmin.services.heads import Noted
from smadmin.services.proof import Proof
from smadmin.services.roles import today_of
from smadmin.services.seats import Seat
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class _Untold:
    """An open departure; one that began here counted these folders itself."""

    person: PersonId
    departure: str
    begun_elsewhere: bool


class LeftFolders:
    """What lies here of who left."""

    def __init__(self, desk: Desk, browsing: Browsing, seat: Seat, notes: Callable[[], Noted]) -> None:
        """Stand on the desk, this login's browser folders, its own key and what it noted of the record."""
        self._desk, self._browsing, self._seat, self._notes = desk, browsing, seat, notes

    def clear(self) -> Changes:
        """Remove them and sign it for each open departure (a chain, before anybody signs in).

        A folder whose browser is open stays, and nothing is signed about its owner: the next start tries
        again. The tables alone end no log-in, as whoever holds the file could write who left: where they say
        so, the record is proven first, and where that fails nothing is done.

        Raises:
            Tampered: as `Desk.first_deed`.
            OutsideFailed: the folders can't be listed.
        """
        untold, wanted = self._untold(), self._to_remove()
        if not untold and not wanted:
            return Changes()
        closed = self._closed({account for account, _ in wanted})
        if closed is None:
            return Changes()
        wanted = self._to_remove(closed)
        stayed = self._each(self._browsing.empty, wanted)
        done = [
            one.departure
            for one in untold
            if not _of(one.person, stayed) and (one.begun_elsewhere or _of(one.person, wanted))
        ]
        signed = self._sign(done) if done else Changes()
        self._each(self._browsing.remove, [one for one in wanted if one not in stayed])
        return signed

    def _each(
        self, remove: Callable[[AccountId, PersonId | None], None], wanted: Sequence[Folder]
    ) -> list[Folder]:
        """Remove what can be, in folders or with them (an errand); gives what stayed."""
        stayed: list[Folder] = []
        for account, person in wanted:
            try:
                remove(account, person)
            except OutsideFailed:
                stayed.append((account, person))
        return stayed

    def _to_remove(self, closed: Collection[AccountId] | None = None) -> tuple[Folder, ...]:
        """Give what the tables say is to be removed; of what is closed they are believed while None."""
        kept = self._browsing.kept()
        if self._seat.id is None or not kept:
            return ()
        with self._desk.look() as unit:
            told = {one.id for one in unit.accounts.all() if one.stage is AccountStage.CLOSED}
            over = frozenset(told if closed is None else told.intersection(closed))
            today = today_of(unit, self._desk)
            return folders_to_remove(unit.trust.read(), self._seat.id, kept, closed=over, today=today)

    def _closed(self, wanted: Collection[AccountId]) -> frozenset[AccountId] | None:
        """Give which of these the record says are closed; None where it doesn't bear out the tables of keys.

        By a proof of its own: nobody's keys are here.
        """
        with self._desk.look() as unit:
            proven = Proof(self._desk, self._notes).now(unit)
            if not proven.rows_right or not proven.school_right or proven.end is End.OTHER:
                return None
            rows = {one: proven.about(Noun.ACCOUNTS, one) for one in wanted}
            return frozenset(one for one in rows if any(fact.body.act == Act.CLOSE for fact in rows[one]))

    def _untold(self) -> list[_Untold]:
        """Give the departures that don't know of this login yet; a retired key of it signs nothing."""
        identity, seat = self._seat.identity, self._seat.id
        if identity is None or seat is None:
            return []
        with self._desk.look() as unit:
            trust = unit.trust.read()
            if trust.key_alive(identity.key) is None:
                return []
            told = departures_told(trust, seat, today=today_of(unit, self._desk))
            acts = {one: _acts_at(unit, one, seat) for one in told.values()}
        return [
            _Untold(who, one, begun_elsewhere=Act.BEGIN_DEPARTURE not in acts[one])
            for who, one in told.items()
            if Act.CLEAR_FOLDERS not in acts[one]
        ]

    def _sign(self, departures: list[str]) -> Changes:
        identity = self._seat.identity
        if identity is None:
            return Changes()
        by = Actor(None, self._seat.id, identity, None, self._desk.now)
        with self._desk.first_deed(by) as deed:
            for departure in departures:
                deed.record(Act.CLEAR_FOLDERS, Noun.DEPARTURES, departure)
        return Changes.of("departures", departures)


def _of(person: PersonId, folders: Sequence[Folder]) -> bool:
    """Tell whether somebody could have used one of these."""
    return any(owner in (None, person) for _, owner in folders)


def _acts_at(unit: Unit, departure: str, seat: SeatId) -> frozenset[str]:
    """Give what was done at this login in a departure; a row that nobody can read says nothing."""
    found = set()
    for stored in unit.record.about(Noun.DEPARTURES, departure):
        with suppress(KeyError, RecursionError, TypeError, ValueError):
            body = Body.from_bytes(stored.row.body)
            if body.seat == seat:
                found.add(body.act)
    return frozenset(found)
