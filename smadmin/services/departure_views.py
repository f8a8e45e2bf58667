"""Departures as a screen shows them: who may be chosen, what is under way, and how far one is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.departing import end_blockers
from smadmin.domain.departures import BEGINNERS, Departure, Leaving, LineKind
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, SeatId
from smadmin.domain.keys import KeyKind, Trust
from smadmin.domain.leavers import roles_with_a_say, staying_leaders
from smadmin.domain.messages import Message, say
from smadmin.domain.people import LEADING, Person
from smadmin.domain.vocabulary import Noun
from smadmin.services.computers import described
from smadmin.services.departed import departure_in, departures_in, is_inside, principals_today
from smadmin.services.desk import Desk
from smadmin.services.duties import Duties, people_named
from smadmin.services.going import named_at_restoring
from smadmin.services.let_in import LetIn, codes_since, let_in_since, seated_since
from smadmin.services.proof import Proof, Proven
from smadmin.services.roles import any_roles, today_of
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class Computer:
    """A computer login that the record knows, who sits (or sat) down there, and what people call it.

    Args:
        since: when its first key was let in, where another one would be called the same; else None.
    """

    seat: SeatId
    people: tuple[str, ...]
    here: bool
    name: str = ""
    since: datetime | None = None


@dataclass(frozen=True)
class Choice:
    """Who may leave, which computers may be lost, who may go on; and everybody's names."""

    people: tuple[Person, ...]
    computers: tuple[Computer, ...]
    successors: tuple[Person, ...]
    departures: tuple[Departure, ...]
    blockers: tuple[Reason, ...]
    names: Mapping[PersonId, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Seen:
    """One departure, with the names that it is told with.

    Args:
        to_settle: why this person may not settle lines; empty where they may.
        to_end_rights: why this person may not end rights here.
        to_end: why this person may not sign the end.
        nobody: what still has nobody, while that line is left.
        let_in: whom who leaves let in since it began, while it is open.
        codes: how many codes for second looks they gave out since.
        seated: the names of those who sat down since by a code of theirs.
        alone: whether nobody but who leaves could end rights and sign the end.
        may_let_in: whether who leaves may still let in who could.
        computers: the logins at which a line is dealt with.
        here: the login at which it is looked at.
    """

    departure: Departure
    names: Mapping[PersonId, str]
    accounts: Mapping[AccountId, Account]
    to_settle: tuple[Reason, ...]
    to_end_rights: tuple[Reason, ...]
    to_end: tuple[Reason, ...]
    nobody: tuple[Message, ...] = ()
    let_in: tuple[LetIn, ...] = ()
    codes: int = 0
    seated: tuple[str, ...] = ()
    alone: bool = False
    may_let_in: bool = False
    computers: Mapping[SeatId, Computer] = field(default_factory=dict)
    here: SeatId | None = None


class DepartureViews:
    """Reads the departures of one school."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk = desk
        self._proof = proof

    def choice(self, by: Actor) -> Choice:
        """Give who may be chosen, and what is under way or over."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            trust, today = proven.trust, today_of(unit, self._desk)
            departures, listed = departures_in(proven), people_named(unit, proven, today)
            names = _names_of_computers(proven)
        inside = [
            one
            for one in trust.people.values()
            if is_inside(trust, Leaving(person=one.id), today) or one.id in listed
        ]
        named = tuple(sorted(inside, key=lambda one: one.name))
        leaves = {one.leaving.person for one in departures if one.going}
        able = tuple(
            one for one in named if any_roles(trust, one.id, today) & BEGINNERS and one.id not in leaves
        )
        roles = roles_with_a_say(trust, by.person, today)
        return Choice(
            people=tuple(one for one in named if one.id != by.person),
            computers=_told_apart(proven, _computers(trust, by, names)),
            successors=able,
            departures=departures,
            blockers=() if roles & BEGINNERS else (Reason(say("departures.not-for-you")),),
            names={one.id: one.name for one in trust.people.values()},
        )

    def open(self, by: Actor) -> tuple[tuple[Departure, str], ...]:
        """Give the departures under way, each with the name of who leaves (empty for a computer)."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            departures = departures_in(proven)
            found = tuple(one for one in departures if one.open)
            roles = roles_with_a_say(proven.trust, by.person, today_of(unit, self._desk))
        names = {str(person): one.name for person, one in proven.trust.people.items()}
        mine = [one for one in found if roles & BEGINNERS and one.leaving.person != by.person]
        return tuple((one, names.get(one.leaving.person or "", "")) for one in mine)

    def without_departure(self, by: Actor) -> tuple[Person, ...]:
        """Give who is on the way out by a row alone, of another program: only the office lifts that."""
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            trust = proven.trust
            if not roles_with_a_say(trust, by.person, today) & LEADING or not trust.leaving:
                return ()
            leave = {one.leaving.person for one in departures_in(proven) if one.going}
        alone = [id_ for id_ in trust.leaving if id_ not in leave and id_ != by.person]
        return tuple(trust.people[id_] for id_ in alone if is_inside(trust, Leaving(person=id_), today))

    def left_behind(self, by: Actor) -> tuple[Person, ...]:
        """Give who was leaving by a record that gave way to an older one, where nobody began it anew."""
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            named, trust = named_at_restoring(proven), proven.trust
            if not named or not roles_with_a_say(trust, by.person, today) & BEGINNERS:
                return ()
            begun = {one.leaving.person: one.seq for one in departures_in(proven)}
        again = (id_ for id_, place in named.items() if begun.get(id_, 0) < place and id_ != by.person)
        return tuple(trust.people[id_] for id_ in again if is_inside(trust, Leaving(person=id_), today))

    def see(self, by: Actor, departure: str) -> Seen | None:
        """Give one departure, or None where the record has none of that id."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            found = departure_in(proven, departure)
            if found is None:
                return None
            trust, today = proven.trust, today_of(unit, self._desk)
            roles = roles_with_a_say(trust, by.person, today)
            to_settle = (
                ()
                if roles & BEGINNERS and by.person != found.leaving.person
                else (Reason(say("departures.not-for-you")),)
            )
            open_, leaving = found.open, found.leaving.person
            alone = open_ and not staying_leaders(trust, leaving, today)
            nobody_leads = (Reason(say("departures.nobody-leads")),) if alone else ()
            to_end = end_blockers(found, by=by.person, roles=roles, principals=principals_today(trust, today))
            return Seen(
                departure=found,
                names={one.id: one.name for one in trust.people.values()},
                accounts={one.id: one for one in unit.accounts.all()},
                to_settle=to_settle,
                to_end_rights=to_settle
                or nobody_leads
                or (() if roles & LEADING else (Reason(say("departures.leaders-only")),)),
                to_end=(*nobody_leads, *to_end),
                nobody=self._nobody(unit, proven, found, by),
                let_in=let_in_since(proven, found) if open_ else (),
                codes=codes_since(proven, found) if open_ else 0,
                seated=seated_since(proven, found) if open_ else (),
                alone=alone,
                may_let_in=bool(roles_with_a_say(trust, leaving, today) & LEADING),
                computers=_places(proven, found, by),
                here=by.seat,
            )

    def _nobody(self, unit: Unit, proven: Proven, found: Departure, by: Actor) -> tuple[Message, ...]:
        if all(line.kind is not LineKind.NOBODY for line in found.left):
            return ()
        today, now = today_of(unit, self._desk), self._desk.now
        return Duties(unit, proven, found.leaving, today=today, now=now, ender=by.person).nobody()


def _computers(trust: Trust, by: Actor, names: Mapping[SeatId, str]) -> tuple[Computer, ...]:
    seats = [key.seat for key in trust.keys.values() if key.kind is KeyKind.SEAT and not key.retired]
    return tuple(_computer(trust, by, seat, names) for seat in seats if seat is not None)


def _places(proven: Proven, found: Departure, by: Actor) -> Mapping[SeatId, Computer]:
    """Give the logins of a departure's lines; the keys there may be retired by now."""
    names = _names_of_computers(proven)
    seats = {line.seat for line in found.lines if line.seat is not None}
    there = [_computer(proven.trust, by, seat, names, retired=True) for seat in sorted(seats)]
    return {one.seat: one for one in _told_apart(proven, there)}


def _told_apart(proven: Proven, computers: Sequence[Computer]) -> tuple[Computer, ...]:
    """Say of computers that would be called the same since when each is known."""
    called = Counter((one.people, one.name) for one in computers)
    return tuple(
        replace(one, since=_known_since(proven, one.seat)) if called[one.people, one.name] > 1 else one
        for one in computers
    )


def _known_since(proven: Proven, seat: SeatId) -> datetime | None:
    keys = [key.id for key in proven.trust.keys.values() if key.seat == seat]
    return min((fact.moment for key in keys for fact in proven.about(Noun.KEYS, key)), default=None)


def _computer(
    trust: Trust, by: Actor, seat: SeatId, names: Mapping[SeatId, str], *, retired: bool = False
) -> Computer:
    keys = [key for key in trust.keys.values() if key.seat == seat and (retired or not key.retired)]
    people = {trust.people[key.person].name for key in keys if key.person is not None}
    return Computer(seat, tuple(sorted(people)), here=seat == by.seat, name=names.get(seat, ""))


def _names_of_computers(proven: Proven) -> Mapping[SeatId, str]:
    return {seat: one.name for seat, one in described(proven).items()}
