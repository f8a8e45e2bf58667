"""The computers of a school: whose each is, why somebody works at their own, who said that it is protected.

All of it is read from proven rows; nothing is believed that isn't signed. A row about a computer counts only
where it was signed there: nobody describes somebody else's.
"""

from dataclasses import dataclass, replace
from datetime import date

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import loads
from smadmin.domain.changes import Changes
from smadmin.domain.computers import Computer, Owner, act_reasons, description, may_describe
from smadmin.domain.errors import BadInput, KnownError, Reason
from smadmin.domain.ids import PersonId, SeatId
from smadmin.domain.keys import KeyKind
from smadmin.domain.messages import say
from smadmin.domain.typed import tidy
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.yearly import Stage, stage
from smadmin.services.desk import Desk
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.roles import any_roles, today_of
from smadmin.storage.unit import Unit

_PART = "computer"


@dataclass(frozen=True)
class Here:
    """This computer, as somebody who sits at it should know it.

    Args:
        computer: as described; None while nobody did.
        needs_why: whether this person has yet to say, since they sat down, why they work at their own.
        last_why: what they said the last time; empty where they never did.
        protection_due: whether somebody should say that it is protected; never in a made-up school.
        may_say: whose this person may say that it is.
        has_seat: whether there is a keyring, without which a computer can't be told from another.
    """

    computer: Computer | None
    needs_why: bool
    protection_due: bool
    may_say: frozenset[Owner]
    has_seat: bool
    last_why: str = ""


class Computers:
    """The computers, from rows."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def here(self, by: Actor) -> Here:
        """Tell what is known of the computer at which somebody sits."""
        with self._desk.look(by) as unit:
            today, proven = today_of(unit, self._desk), self._proof.now(unit)
            found, real = self.at(unit, by), not unit.schools.get(self._desk.school).sample
            last_why = "" if by.seat is None else _said(proven, _last_whys(proven).get((by.seat, by.person)))
        roles = any_roles(proven.trust, by.person, today)
        key = proven.trust.key_alive(by.signer.key)
        of_own = key is not None and key.kind is KeyKind.PERSON  # a code's key signs no such row
        told, who = None if found is None else found.protected_on, str(by.person)
        return Here(
            computer=found,
            needs_why=found is not None and found.needs_why(who, by.since, self._desk.now),
            protection_due=real and (told is None or stage(told, today) >= Stage.DUE),
            may_say=frozenset(one for one in Owner if by.seat and of_own and may_describe(found, one, roles)),
            has_seat=by.seat is not None,
            last_why="" if found is None else last_why,
        )

    def all(self, by: Actor) -> tuple[Computer, ...]:
        """Give every described computer, by name."""
        with self._desk.look(by) as unit:
            found = described(self._proof.now(unit))
        return tuple(sorted(found.values(), key=lambda one: one.name.casefold()))

    def describe(self, by: Actor, owner: Owner, name: str) -> Changes:
        """Sign whose this computer is (a deed, `may_describe`).

        Raises:
            KnownError: without a keyring, or to who may not.
            BadInput: it has no name.
        """
        if not tidy(name).strip():
            raise BadInput(say("computers.no-name"))
        here = self.here(by)
        if not here.has_seat:
            raise KnownError(say("computers.no-keyring"))
        if owner not in here.may_say:
            raise KnownError(say("computers.not-yours" if here.computer is None else "computers.described"))
        with self._desk.deed(by) as deed:
            described = {_PART: description(owner, name)}
            deed.record(Act.REGISTER_COMPUTER, Noun.COMPUTERS, by.seat, parts=described)
        return Changes.of("computers", [str(by.seat)])

    def say_why(self, by: Actor, reason: str) -> Changes:
        """Sign why one works at a personal computer now (a deed, BAL-B1g2).

        Raises:
            BadInput: it gives no reason.
        """
        said = tidy(reason).strip()
        if not said:
            raise BadInput(say("computers.no-reason"))
        return self._record(by, Act.SAY_WHY_HERE, said)

    def say_protected(self, by: Actor, with_what: str) -> Changes:
        """Sign that this computer is protected against viruses (a deed, WIC-S3)."""
        return self._record(by, Act.SAY_PROTECTED, tidy(with_what).strip())

    def take_in_blockers(self, by: Actor) -> tuple[Reason, ...]:
        """List why no photos are taken in at this computer: one's own keeps none (BAL-B1g2)."""
        with self._desk.look(by) as unit:
            found = self.at(unit, by)
        who, now = str(by.person), self._desk.now
        return act_reasons(found, Act.TAKE_IN, Noun.PHOTO_SETS, person=who, since=by.since, now=now)

    def at(self, unit: Unit, by: Actor) -> Computer | None:
        """Give the computer at which somebody sits (`Desk.computer`)."""
        return None if by.seat is None else described(self._proof.now(unit)).get(by.seat)

    def keeps_log_ins(self, by: Actor) -> bool:
        """Tell whether log-ins may lie in this computer's keyring: not in somebody's own (BAL-B1g2)."""
        with self._desk.look(by) as unit:
            found = self.at(unit, by)
        return found is None or found.owner is Owner.SCHOOL

    def _record(self, by: Actor, act: Act, said: str) -> Changes:
        if by.seat is None:
            raise KnownError(say("computers.no-keyring"))
        with self._desk.deed(by) as deed:
            deed.record(act, Noun.COMPUTERS, by.seat, parts={"said": said})
        return Changes.of("computers", [str(by.seat)])


def described(proven: Proven) -> dict[SeatId, Computer]:
    """Give every described computer, oldest row first; only what was signed at the computer itself counts."""
    found: dict[SeatId, Computer] = {}
    for fact in proven.about(Noun.COMPUTERS):
        seat = fact.body.seat
        if seat is None or fact.body.id != seat or fact.body.person is None:
            continue
        read = _after(proven, fact, found.get(seat), proven.trust.day_of(fact.moment))
        if read is not None:
            found[seat] = read
    for (seat, person), fact in _last_whys(proven).items():
        if seat in found and person is not None:
            found[seat] = replace(found[seat], whys={**found[seat].whys, person: fact.body.utc})
    return found


def _last_whys(proven: Proven) -> dict[tuple[SeatId, PersonId | None], Fact]:
    """Give the rows by which each person last said why they work at a computer, unread: there may be many."""
    told = (fact for fact in proven.about(Noun.COMPUTERS) if fact.body.act == Act.SAY_WHY_HERE)
    return {
        (fact.body.seat, fact.body.person): fact
        for fact in told
        if fact.body.seat is not None and fact.body.seat == fact.body.id
    }


def _after(proven: Proven, fact: Fact, before: Computer | None, day: date) -> Computer | None:
    body = fact.body
    if body.act == Act.REGISTER_COMPUTER and body.seat is not None:
        part = proven.part(fact, _PART) or {}
        try:
            owner, name = Owner(str(part["owner"])), str(part["name"])
        except (KeyError, ValueError):
            return before
        if not may_describe(before, owner, fact.any_roles):
            return before
        return replace(before or Computer(body.seat, owner, name), owner=owner, name=name)
    if before is None:
        return None
    return replace(before, protected_on=day) if body.act == Act.SAY_PROTECTED else before


def _said(proven: Proven, fact: Fact | None) -> str:
    """Give the words of a row; none where there is none, or they can't be read (any more)."""
    if fact is None:
        return ""
    try:
        said = loads(proven.part_bytes(fact, "said") or b"")
    except ValueError:
        return ""
    return said if isinstance(said, str) else ""
