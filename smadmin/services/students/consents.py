"""Guardians' consents to a face pattern: entered one by one or in a list, ended at once with a receipt.

A pattern goes in the same transaction as its consent; the opt-out stays. Patterns are in no backup.
"""

from collections.abc import Sequence
from dataclasses import replace

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.ids import StudentId
from smadmin.domain.receipts import Receipt
from smadmin.domain.students import ROSTER_ROLES, MatchingConsent, Student, consent_blockers
from smadmin.domain.typed import tidy
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.roles import any_roles, today_of
from smadmin.services.students.patterns import drop
from smadmin.services.students.roster import begin, finish, seen_in, today_in, write
from smadmin.services.students.withdrawn import Withdrawn


class Consents:
    """The consents of one school."""

    def __init__(self, desk: Desk, withdrawn: Withdrawn) -> None:
        """Stand on the desk, and what is noted of consents that were ended."""
        self._desk = desk
        self._withdrawn = withdrawn

    def give(self, by: Actor, student: StudentId, consent: MatchingConsent, *, version: int) -> Changes:
        """Enter a guardian's consent (a deed).

        Raises:
            NotAllowed: without a guardian, from a day to come, for longer than a year, or past already.
            Conflict: if somebody changed the child since `version` was read.
        """
        return self.give_all(by, [(student, version, consent)])

    def give_all(self, by: Actor, wanted: Sequence[tuple[StudentId, int, MatchingConsent]]) -> Changes:
        """Enter the consents of a list, all or none (a chain); each is a row of its own."""
        before, after = [], []
        with self._desk.deed(by) as deed:
            today = today_in(deed)
            wrong = [why for _, _, consent in wanted for why in consent_blockers(consent, today)]
            begin(deed, tuple(dict.fromkeys(wrong)))
            for student, version, consent in wanted:
                before.append(seen_in(deed, student, version))
                after.append(write(deed, _consented(before[-1], consent)))
            deed.roster_changed()
            for student, _, consent in wanted:
                _record(deed, {"student": student, "until": consent.until.isoformat(), "patterns_removed": 0})
        self._withdrawn.given((), after)  # who gives the same again is taken off, if that failed before
        return Changes.of("students", [student for student, _, _ in wanted])

    def end(self, by: Actor, student: StudentId, *, version: int) -> Done[Receipt]:
        """End a consent: the pattern goes at once, the opt-out stays (a chain).

        Raises:
            Conflict: if somebody changed the child since `version` was read.
        """
        with self._desk.deed(by) as deed:
            begin(deed)
            before = seen_in(deed, student, version)
            after = write(deed, _ended(before))
            gone = drop(deed.unit, lambda t: t.student == student)
            deed.roster_changed()
            row = _record(deed, {"student": student, "until": None, "patterns_removed": gone})
            receipt = Receipt(row, deed.now, gone)
            self._withdrawn.ended([before], [after])
        return Done(receipt, Changes.of("students", [student]))

    def end_all(self, by: Actor) -> Done[Receipt]:
        """End every consent and erase every pattern (a chain); all opt-outs stay."""
        with self._desk.deed(by) as deed:
            begin(deed)
            consented = [one for one in deed.unit.students.readable()[0] if one.matching_until is not None]
            ended = [write(deed, _ended(student)) for student in consented]
            gone = drop(deed.unit, lambda _: True)
            deed.roster_changed()
            named: list[Plain] = [student.id for student in consented]
            row = _record(deed, {"students": named, "until": None, "patterns_removed": gone})
            receipt = Receipt(row, deed.now, gone)
            self._withdrawn.ended(consented, ended)
        return Done(receipt, Changes.of("students", [student.id for student in consented]))

    def end_again(self, by: Actor) -> Changes:
        """End the consents that a restored backup brought back (a deed, after sign-in); else leave no row.

        It changes the children's rows, so it waits for somebody who may.
        """
        with self._desk.look(by) as unit:
            roles = any_roles(unit.trust.read(), by.person, today_of(unit, self._desk))
            due = self._withdrawn.among(unit.students.readable()[0]) if roles & ROSTER_ROLES else ()
        if not due:
            return Changes()
        back: list[Plain] = [student.id for student in due]
        with self._desk.deed(by) as deed:
            deed.require_roster()
            for student in due:
                deed.unit.students.change(_ended(student))
            gone = drop(deed.unit, lambda t: t.student in back)
            finish(deed, Act.EXPIRE_PATTERNS, {"students": back, "patterns_removed": gone, "restored": True})
        return Changes.of("students", [student.id for student in due])


def _consented(student: Student, consent: MatchingConsent) -> Student:
    guardian = tidy(consent.guardian)
    return replace(student, matching_until=consent.until, matching_from=consent.given_on, guardian=guardian)


def _ended(student: Student) -> Student:
    return replace(student, matching_until=None, matching_from=None, guardian="")


def _record(deed: Deed, details: dict[str, Plain]) -> int:
    return deed.record(Act.MATCHING_CONSENT, Noun.STUDENTS, None, parts={"student": details})
