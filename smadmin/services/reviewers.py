"""The principal's list of reviewers: making and signing it, another code for a name, a name struck.

Codes are made here, shown once, and kept nowhere: what is signed is the half that checks them. What a screen
shows comes from the proven record.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from smadmin.credentials.codes import CODE_COSTS, CodeKey, new_code
from smadmin.credentials.locks import Costs
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Reason
from smadmin.domain.ids import Ids, PersonId
from smadmin.domain.keys import Trust, TrustAct
from smadmin.domain.messages import say
from smadmin.domain.people import (
    LEADING,
    OFFICE,
    Person,
    Role,
    contact_blockers,
    employment_blockers,
    name_blockers,
)
from smadmin.domain.reviewers import LONGEST, MOST_NAMES, SALT_BYTES, Place, ReviewerList, next_list_due
from smadmin.domain.seating import details_due, passphrase_needed
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.proof import Proof
from smadmin.services.reviewer_lines import Line, ListView, lists_in_force
from smadmin.services.roles import leaving_reasons, person_of, refuse, today_of

_LAST_WEEKS = timedelta(days=62)
"""So long before a list ends the next one may name the same people."""


@dataclass(frozen=True)
class ReviewersView:
    """The lists in force, and whether whoever looks may sign one.

    Args:
        signs: whether this person signs lists and codes.
        strikes: whether this person strikes names.
        known: names that need no code, for they sign in with a passphrase, lowered.
        next_due: the day on which the last list ends, where that is near.
    """

    today: date
    lists: tuple[ListView, ...]
    signs: bool
    strikes: bool
    known: frozenset[str] = frozenset()
    next_due: date | None = None


@dataclass(frozen=True, repr=False)
class Handed:
    """A code to hand out; it is nowhere else."""

    name: str
    code: str


@dataclass(frozen=True, repr=False)
class Prepared:
    """A list that is ready to be signed, and its codes."""

    list: ReviewerList
    codes: tuple[Handed, ...]


@dataclass(frozen=True, repr=False)
class Renewed:
    """Another code that is ready to be signed, for one name."""

    list: str
    place: str
    salt: bytes
    public: bytes
    handed: Handed


class Reviewers:
    """The lists of one school."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk = desk
        self._proof = proof

    def view(self, by: Actor) -> ReviewersView:
        """Give the lists that hold today or later, the newest first."""
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
        trust, mine, lists = proven.trust, _mine(proven.trust, by, today), lists_in_force(proven, today)
        known = (trust.people[one].name for one in trust.people if passphrase_needed(trust, one, today))
        return ReviewersView(
            today,
            lists,
            signs=bool(mine & OFFICE),
            strikes=bool(mine & LEADING),
            known=frozenset(name.casefold() for name in known),
            next_due=next_list_due(trust.lists.held.values(), today),
        )

    def coded(self, by: Actor) -> tuple[Person, ...]:
        """Give whose code lets them in today and wasn't used yet, by name; they can sit down at any time."""
        with self._desk.look(by) as unit:
            trust, today = self._proof.now(unit).trust, today_of(unit, self._desk)
        return tuple(Person(place.person, place.name) for _, place in trust.lists.open_places(today))

    def blockers(self, by: Actor, names: Sequence[str], ends: date) -> tuple[Reason, ...]:
        """List why these names can't be signed as a list until a day."""
        with self._desk.look(by) as unit:
            leaves = leaving_reasons(self._desk, unit, by, Act.LIST_REVIEWERS, Noun.REVIEWERS)
            today = today_of(unit, self._desk)
            return leaves or _reasons(unit.trust.read(), by, names, ends=ends, today=today)

    def prepare(
        self,
        by: Actor,
        names: Sequence[str],
        ends: date,
        *,
        costs: Costs = CODE_COSTS,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> Prepared:
        """Make a list and its codes (an errand of about 0.2 s a name); nothing is signed yet.

        Args:
            by: who will sign it.
            names: real names, as typed.
            ends: the last day on which the list holds.
            costs: of a guess; only tests give lower ones.
            progress: told after each name: done, total.
        """
        with self._desk.look(by) as unit:
            trust, today = unit.trust.read(), today_of(unit, self._desk)
        refuse(_reasons(trust, by, names, ends=ends, today=today))
        places, codes = [], []
        for name in (" ".join(name.split()) for name in names):
            code, salt = new_code(), os.urandom(SALT_BYTES)
            public = CodeKey.of(code, salt, costs).public
            places.append(
                Place(self._desk.ids.new(), _person(trust, name, self._desk.ids), name, salt, public)
            )
            codes.append(Handed(name, code))
            progress(len(codes), len(names))
        spent = (costs.memory_kib, costs.passes, costs.lanes)
        return Prepared(ReviewerList(self._desk.ids.new(), today, ends, spent, tuple(places)), tuple(codes))

    def sign(self, by: Actor, prepared: Prepared) -> Changes:
        """Sign a list (a deed); from now on its codes let in whom it names.

        Raises:
            NotAllowed: for anybody but principal and deputy, or a passphrase given too long ago.
        """
        with self._desk.deed(by) as deed:
            today = today_of(deed.unit, self._desk)
            names, ends = [one.name for one in prepared.list.places], prepared.list.ends
            refuse((*_reasons(deed.trust, by, names, ends=ends, today=today), *_stale(deed)))
            entry: dict[str, Plain] = {"list": prepared.list.to_plain()}
            deed.record_trust(TrustAct.LIST_REVIEWERS, Noun.REVIEWERS, prepared.list.id, entry)
        return Changes.of("reviewers", [prepared.list.id])

    def prepare_code(self, line: Line, *, costs: Costs | None = None) -> Renewed:
        """Make another code for a name (an errand); the old one works until this is signed."""
        with self._desk.look() as unit:
            spent = unit.trust.read().lists.held[line.list].costs
        code, salt = new_code(), os.urandom(SALT_BYTES)
        public = CodeKey.of(code, salt, costs or Costs(*spent)).public
        return Renewed(line.list, line.place, salt, public, Handed(line.name, code))

    def sign_code(self, by: Actor, renewed: Renewed) -> Changes:
        """Sign another code (a deed): the old one and whatever it let in end at once."""
        with self._desk.deed(by) as deed:
            refuse((*_office(deed, OFFICE), *_stale(deed)))
            entry: dict[str, Plain] = {
                "list": renewed.list,
                "place": renewed.place,
                "salt": renewed.salt.hex(),
                "public": renewed.public.hex(),
            }
            deed.record_trust(TrustAct.RENEW_CODE, Noun.REVIEWERS, renewed.list, entry)
        return Changes.of("reviewers", [renewed.list]) | Changes.of("people", [])

    def owes(self, by: Actor) -> date | None:
        """Give by when this person's e-mail, phone and employment are due, or None where they are there."""
        with self._desk.look(by) as unit:
            return details_due(unit.trust.read(), by.signer.key)

    def give_details(self, by: Actor, *, email: str, phone: str, statement: str) -> Changes:
        """Say how one is reached and that one is employed (a deed), after sitting down with a code.

        Raises:
            NotAllowed: for whoever isn't an employee, or with what is no address or number.
        """
        with self._desk.deed(by) as deed:
            known = deed.trust.people[person_of(by)]
            told = replace(known, email=email.strip(), phone=phone.strip(), statement=statement)
            refuse(_details_reasons(told))
            entry: dict[str, Plain] = {"person": told.to_plain()}
            deed.record_trust(TrustAct.DESCRIBE_PERSON, Noun.PEOPLE, known.id, entry)
        return Changes.of("people", [known.id])

    def strike(self, by: Actor, line: Line) -> Changes:
        """Strike a name (a deed): its code and the key that it let in end at once."""
        with self._desk.deed(by) as deed:
            refuse(_office(deed, LEADING))
            entry: dict[str, Plain] = {"list": line.list, "place": line.place}
            deed.record_trust(TrustAct.STRIKE_REVIEWER, Noun.REVIEWERS, line.list, entry)
        return Changes.of("reviewers", [line.list]) | Changes.of("people", [line.place])

    def withdraw(self, by: Actor, list_id: str) -> Changes:
        """Take a whole list back (a deed): every key that it let in ends at once."""
        with self._desk.deed(by) as deed:
            refuse(_office(deed, LEADING))
            deed.record_trust(TrustAct.WITHDRAW_REVIEWERS, Noun.REVIEWERS, list_id, {"list": list_id})
        return Changes.of("reviewers", [list_id]) | Changes.of("people", [list_id])


def _details_reasons(person: Person) -> tuple[Reason, ...]:
    reasons = list(contact_blockers(person.email, person.phone))
    reasons += [Reason(say("people.no-email"), "WIC-P5", "email")] if not person.email else []
    reasons += [Reason(say("people.no-phone"), "WIC-P5", "phone")] if not person.phone else []
    return (*reasons, *employment_blockers(person.statement))


def _reasons(trust: Trust, by: Actor, names: Sequence[str], *, ends: date, today: date) -> tuple[Reason, ...]:
    reasons = [] if _mine(trust, by, today) & OFFICE else [Reason(say("reviewers.principal-signs"))]
    told = [" ".join(name.split()) for name in names]
    if not told:
        reasons.append(Reason(say("reviewers.nobody"), None, "names"))
    if len(told) > MOST_NAMES:
        reasons.append(Reason(say("reviewers.too-many", n=MOST_NAMES), None, "names"))
    if not today <= ends <= today + LONGEST:
        reasons.append(Reason(say("reviewers.a-year"), None, "ends"))
    lowered = [name.casefold() for name in told]
    twice = {name for name in told if lowered.count(name.casefold()) > 1}
    reasons += [Reason(say("reviewers.twice", name=name), None, "names") for name in sorted(twice)]
    for name in told:
        odd = name_blockers(name)
        reasons += [Reason(say("reviewers.name-odd", name=name), one.citation, "names") for one in odd]
        if why := _known(trust, name, today):
            reasons.append(Reason(say(why, name=name), None, "names"))
    return tuple(reasons)


def _known(trust: Trust, name: str, today: date) -> str | None:
    """Say why somebody needs no place on another list: a passphrase of theirs, or a place that they have."""
    people = [one.id for one in trust.people.values() if one.name.casefold() == name.casefold()]
    by_list = {grant for held in trust.lists.held.values() for grant in (one.id for one in held.places)}
    for person in people:
        theirs = [one for one in trust.grants.values() if one.person == person and one.alive(today)]
        if any(one.id not in by_list for one in theirs) or passphrase_needed(trust, person, today):
            return "reviewers.has-passphrase"
    for held in trust.lists.held.values():
        soon_over = held.ends - today <= _LAST_WEEKS
        for place in held.places:
            here = place.name.casefold() == name.casefold() and not place.struck
            if here and held.alive(today) and not soon_over:
                return "reviewers.on-the-list"
    return None


def _person(trust: Trust, name: str, ids: Ids) -> PersonId:
    """Give who a name is: somebody whom an earlier list let in is the same person again."""
    earlier = [place for held in trust.lists.held.values() for place in held.places if place.key is not None]
    known = {trust.people[one.person].name: one.person for one in earlier if one.person in trust.people}
    return known.get(name) or PersonId(ids.new())


def _mine(trust: Trust, by: Actor, today: date) -> frozenset[Role]:
    return frozenset() if by.person is None else trust.roles(by.person, today)


def _office(deed: Deed, roles: frozenset[Role]) -> tuple[Reason, ...]:
    mine = _mine(deed.trust, deed.by, deed.trust.day_of(deed.now))
    return () if mine & roles else (Reason(say("reviewers.principal-signs")),)


def _stale(deed: Deed) -> tuple[Reason, ...]:
    return () if deed.by.fresh(deed.now) else (Reason(say("keys.passphrase-again")),)
