"""Unofficial and double accounts that staff found, followed until closed (SOC-C2). In the record alone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.reported import (
    LOOK_AGAIN,
    REPORT_PART,
    STEP_PART,
    Report,
    Reported,
    ReportState,
    Step,
    plain_page,
    report_blockers,
    step_blockers,
)
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import name_in, require_whole
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.roles import refuse, today_of
from smadmin.services.sites import staff_of
from smadmin.storage.unit import Unit

_UNREADABLE = (KeyError, TypeError, ValueError)


@dataclass(frozen=True)
class ReportedSheet:
    """A reported account with names: who found it, who looks after it; who did each step."""

    reported: Reported
    found_by: str
    after: str
    step_names: tuple[str, ...]


class ReportedAccounts:
    """The accounts that staff of one school reported."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def report(self, by: Actor, report: Report) -> Done[str]:
        """Report an account that isn't the school's (a deed); gives its id.

        Communications looks after it, where it is here; else the principal, else whoever found it.

        Raises:
            NotAllowed: without an address, or with one of an official account.
        """
        made = self._desk.ids.new()
        with self._desk.deed(by) as deed:
            unit, today = deed.unit, today_of(deed.unit, self._desk)
            official = frozenset(plain_page(one.page) for one in unit.accounts.all() if one.page)
            refuse(report_blockers(report, official))
            after = _looks_after(deed.trust, today) or by.person
            first = Step(ReportState.REPORTED, "", after, today)
            parts = {REPORT_PART: report.to_plain(), STEP_PART: first.to_plain()}
            deed.record(Act.REPORT, Noun.REPORTED, made, parts=parts)
        return Done(made, Changes.of("sites", [made]))

    def note(self, by: Actor, reported: str, step: Step) -> Changes:
        """Note what was done about it (a deed); an end needs a reason, anything else a day to look again.

        Raises:
            NotAllowed: without those, or once it has ended.
            KnownError: if nobody reported it.
        """
        with self._desk.deed(by) as deed:
            today = today_of(deed.unit, self._desk)
            found = reported_of(self._proof.now(deed.unit), deed.unit).get(reported)
            if found is None:
                raise KnownError(say("sites.gone"))
            refuse(step_blockers(found, step, today, staff_of(deed.trust, today)))
            deed.record(Act.WATCH, Noun.REPORTED, reported, parts={STEP_PART: step.to_plain()})
        return Changes.of("sites", [reported])

    def next_day(self) -> date:
        """Propose a day on which to look again."""
        with self._desk.look() as unit:
            return today_of(unit, self._desk) + LOOK_AGAIN

    def all(self, by: Actor) -> tuple[ReportedSheet, ...]:
        """Give every reported account, open ones first, the newest first among each.

        Raises:
            Tampered: if the record isn't as it was signed.
        """
        with self._desk.look(by) as unit:
            proven = require_whole(self._proof.now(unit))
            found = [_sheet(proven, one) for one in reported_of(proven, unit).values()]
            found.reverse()
            return tuple(sorted(found, key=lambda one: not one.reported.open))

    def due(self, by: Actor) -> tuple[ReportedSheet, ...]:
        """Give those at which this person should look today, oldest first."""
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            if not proven.whole:
                return ()
            staff, stands_for = staff_of(proven.trust, today), _looks_after(proven.trust, today)
            return tuple(
                _sheet(proven, one)
                for one in reported_of(proven, unit).values()
                if one.open
                and (one.now.again_on or today) <= today
                # Whoever left can't look: it falls to communications or the principal.
                and (one.now.after if one.now.after in staff else stands_for) == by.person
            )


def reported_of(proven: Proven, unit: Unit) -> Mapping[str, Reported]:
    """Give what was reported as the record has it, oldest first."""
    school, found = unit.schools.get(unit.school), dict[str, Reported]()
    for fact in proven.about(Noun.REPORTED):
        which, on = fact.body.id or "", school.local(fact.moment).date()
        try:
            step = Step.from_plain(proven.part(fact, STEP_PART) or {}, fact.body.person, on)
            if fact.body.act == Act.REPORT and which not in found:
                report = Report.from_plain(proven.part(fact, REPORT_PART) or {})
                found[which] = Reported(which, report, (step,))
            elif fact.body.act == Act.WATCH and which in found:
                found[which] = replace(found[which], steps=(*found[which].steps, step))
        except _UNREADABLE:  # signed, and yet no report
            continue
    return found


def _looks_after(trust: Trust, today: date) -> PersonId | None:
    for role in (Role.COMMUNICATIONS, *sorted(OFFICE, reverse=True)):
        holders = trust.holders(role, today)
        if holders:
            return holders[0]
    return None


def _sheet(proven: Proven, one: Reported) -> ReportedSheet:
    return ReportedSheet(
        one,
        found_by=name_in(proven, one.steps[0].by),
        after=name_in(proven, one.now.after),
        step_names=tuple(name_in(proven, step.by) for step in one.steps),
    )
