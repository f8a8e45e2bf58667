"""Weeks that were signed on paper or by e-mail: entered by who planned none of it, then countersigned.

Uncountersigned it holds for its own week alone.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Reason
from smadmin.domain.given_weeks import GivenWeek, given_week_blockers, late_page_reasons
from smadmin.domain.leavers import Leaver, leaver
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, Person
from smadmin.domain.plan import WeekPlan
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.week import WEEK
from smadmin.services.desk import Desk
from smadmin.services.plan import signed_plan, slots_of
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.roles import any_roles, leaving_reasons, refuse, today_of
from smadmin.services.week_parts import nothing_reasons, plan_part
from smadmin.services.week_signatures import (
    COUNTER_PART,
    GIVEN_PART,
    PLAN_PART,
    day_at,
    letters_at,
    planners_of,
    slots_changed,
)
from smadmin.services.week_standing import signed_since, week_signed, week_standing
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class OwedWeek:
    """A week that was signed outside and waits for its countersignature."""

    fact: Fact
    plan: WeekPlan


class WeekPaper:
    """Weeks of one school that were signed on paper."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def signers(self, by: Actor, monday: date) -> tuple[Person, ...]:
        """Give who may have signed a week, by name: principals and deputies who stay; not who enters it.

        One whose term ended since is among them: what counts is the day on which they signed.
        """
        with self._desk.look(by) as unit:
            trust, today = self._proof.now(unit).trust, today_of(unit, self._desk)
        first = min(today, monday) - WEEK
        days = [first + timedelta(days=number) for number in range((today - first).days + 1)]
        found = (
            one
            for one in trust.people.values()
            if one.id != by.person
            and leaver(trust, one.id, today) is Leaver.STAYS
            and any(trust.roles(one.id, day) & OFFICE for day in days)
        )
        return tuple(sorted(found, key=lambda one: one.name))

    def begin_blockers(self, by: Actor, monday: date) -> tuple[Reason, ...]:
        """List why this person can't enter a week whatever was signed: told before anything is asked."""
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            named = frozenset(one.id for one in slots_of(unit, monday))
            if not any_roles(proven.trust, by.person, today):
                return (Reason(say("weeksign.not-yours")),)
            leaves = leaving_reasons(self._desk, unit, by, Act.ENTER_WEEK, Noun.WEEKS)
            if barred := leaves or late_page_reasons(monday, today):
                return barred
            if _office_decided(proven, monday):
                return (Reason(say("weeksign.decided-here")),)
            return (Reason(say("weeksign.other-enters")),) if by.person in planners_of(proven, named) else ()

    def enter_blockers(
        self, by: Actor, monday: date, given: GivenWeek, scan: MediaFile | None
    ) -> tuple[Reason, ...]:
        """List why somebody can't enter that a week was signed on paper or by e-mail."""
        with self._desk.look(by) as unit:
            return self._enter_reasons(unit, self._proof.now(unit), by, monday, given=given, scan=scan)

    def enter(self, by: Actor, monday: date, given: GivenWeek, scan: MediaFile | None) -> Changes:
        """Enter that a week was signed on paper or by e-mail (a deed); a countersignature is due.

        Raises:
            NotAllowed: for who planned it, or with something missing or not fitting the page.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            proven = self._proof.now(deed.unit)
            refuse(self._enter_reasons(deed.unit, proven, by, monday, given=given, scan=scan))
            if scan is not None:
                deed.unit.media.add(scan)
            part = plan_part(monday, slots_of(deed.unit, monday), given.struck)
            told = given.to_plain(None if scan is None else scan.id)
            parts = {PLAN_PART: part, GIVEN_PART: told}
            deed.record(Act.ENTER_WEEK, Noun.WEEKS, monday.isoformat(), parts=parts)
        return Changes.of("plan", [monday.isoformat()])

    def owed(self, by: Actor) -> tuple[OwedWeek, ...]:
        """Give the weeks that this person should countersign, oldest first."""
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            if by.person is None or not proven.trust.roles(by.person, today) & OFFICE:
                return ()
            return tuple(one for one in owed_weeks(proven) if one.fact.body.person != by.person)

    def countersign(self, by: Actor, monday: date) -> Changes:
        """Countersign a week that somebody entered from paper (a deed): from now on it goes on.

        Raises:
            NotAllowed: for anybody but principal and deputy, for who entered it, a passphrase too old.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            proven, today = self._proof.now(deed.unit), today_of(deed.unit, self._desk)
            owed = next((one for one in owed_weeks(proven) if one.plan.monday == monday), None)
            reasons = [] if owed else [Reason(say("weeksign.nothing-owed"))]
            if by.person is None or not deed.trust.roles(by.person, today) & OFFICE:
                reasons.append(Reason(say("plan.office-signs")))
            if owed is not None and owed.fact.body.person == by.person:
                reasons.append(Reason(say("weeksign.other-countersigns")))
            if not by.fresh(deed.now):
                reasons.append(Reason(say("approvals.passphrase-again")))
            refuse(tuple(reasons))
            part: dict[str, Plain] = {"row": 0 if owed is None else owed.fact.seq}
            deed.record(Act.COUNTERSIGN, Noun.WEEKS, monday.isoformat(), parts={COUNTER_PART: part})
        return Changes.of("plan", [monday.isoformat()])

    def _enter_reasons(
        self,
        unit: Unit,
        proven: Proven,
        by: Actor,
        monday: date,
        *,
        given: GivenWeek,
        scan: MediaFile | None,
    ) -> tuple[Reason, ...]:
        slots = slots_of(unit, monday)
        named, today = frozenset(one.id for one in slots), today_of(unit, self._desk)
        if not any_roles(proven.trust, by.person, today):
            return (Reason(say("weeksign.not-yours")),)
        if named <= given.struck:
            return nothing_reasons(named)
        if _office_decided(proven, monday):
            return (Reason(say("weeksign.decided-here")),)
        if leaver(proven.trust, given.said_by, today) is not Leaver.STAYS:
            return (Reason(say("weeksign.signer-leaves"), "BAL-B1b3", "said_by"),)
        return given_week_blockers(
            given,
            monday,
            by=by.person,
            planners=planners_of(proven, named),
            roles=proven.trust.roles(given.said_by, given.day),
            today=today,
            printed=day_at(proven, given.seq),
            letters=letters_at(proven, given.seq, monday),
            changed=slots_changed(proven, named, given.seq)
            or signed_since(proven, monday.isoformat(), given.seq),
            scan=None if scan is None else scan.id,
        )


def owed_weeks(proven: Proven) -> tuple[OwedWeek, ...]:
    """Give the weeks that were signed on paper and wait for a countersignature, oldest first."""
    found = []
    for fact in proven.acts(Act.ENTER_WEEK):
        signed = week_signed(proven, fact)
        if signed is None or not signed.owed or fact.body.id is None:
            continue
        monday = date.fromisoformat(fact.body.id)
        plan = signed_plan(proven, fact, monday)
        if plan is not None and not signed_since(proven, fact.body.id, fact.seq):
            found.append(OwedWeek(fact, plan))
    return tuple(found)


def _office_decided(proven: Proven, monday: date) -> bool:
    """Tell whether principal or deputy signed, countersigned or withdrew a week, and it wasn't undone."""
    standing = week_standing(proven, monday)
    return standing.withdrawn or any(one.settled is not None for one in standing.signings)
