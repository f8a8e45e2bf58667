"""The school's decision whether faces may be compared (`law.md`). It starts off.

Deciding against takes every face pattern away in the same transaction.
"""

from dataclasses import replace
from datetime import UTC, datetime, time

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Reason
from smadmin.domain.law import LAW_PART, LawDecision, law_blockers, law_part
from smadmin.domain.schools import LawRecord
from smadmin.domain.typed import tidy
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.roles import any_roles, refuse, roles_in, today_of
from smadmin.services.students.patterns import drop, law_in_force


class Law:
    """Decisions about matching."""

    def __init__(self, desk: Desk) -> None:
        """Stand on the desk."""
        self._desk = desk

    def in_force(self, by: Actor) -> LawRecord | None:
        """Give the decision that holds, or None: then nobody is compared with anybody."""
        with self._desk.look(by) as unit:
            return law_in_force(unit, self._desk)

    def blockers(self, by: Actor, decision: LawDecision) -> tuple[Reason, ...]:
        """List why this person can't record this decision."""
        with self._desk.look(by) as unit:
            today = today_of(unit, self._desk)
            roles = any_roles(unit.trust.read(), by.person, today)
            held = law_in_force(unit, self._desk)
        return law_blockers(decision, roles, today=today, in_force=held)

    def decide(self, by: Actor, decision: LawDecision) -> Changes:
        """Record a decision (a deed).

        Raises:
            NotAllowed: no office, something missing, a day to come or before the decision in force, or a
                state whose law bars matching.
        """
        with self._desk.deed(by) as deed:
            school = deed.unit.schools.get(deed.unit.school)
            today = school.local(deed.now).date()
            held = law_in_force(deed.unit, self._desk)
            refuse(law_blockers(decision, roles_in(deed), today=today, in_force=held))
            deed.require_roster()
            day = decision.decided_on or today
            record = LawRecord(
                id=self._desk.ids.new(),
                school=school.id,
                state=decision.state.strip().upper(),
                decided_by=tidy(decision.decided_by),
                basis=tidy(decision.basis),
                decided_on=datetime.combine(day, time(), UTC),
                matching=decision.matching,
                sample=school.sample,
            )
            if not record.matching:
                drop(deed.unit, lambda _: True)
                deed.roster_changed()
            seq = deed.record(Act.DECIDE_MATCHING, Noun.LAW, record.id, parts={LAW_PART: law_part(record)})
            deed.unit.law_records.add(replace(record, seq=seq))
        return Changes.of("schools", [record.id]) | Changes.of("students", [record.id])
