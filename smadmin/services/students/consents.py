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
from smadmin.domain.students import MatchingConsent, Student, consent_blockers
from smadmin.domain.typed import tidy
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.students.patterns import drop
from smadmin.services.students.roster import begin, seen_in, today_in, write


class Consents:
    """The consents of one school."""

    def __init__(self, desk: Desk) -> None:
        """Stand on the desk."""
        self._desk = desk

    def give(self, by: Actor, student: StudentId, consent: MatchingConsent, *, version: int) -> Changes:
        """Enter a guardian's consent (a deed).

        Raises:
            NotAllowed: without a guardian, from a day to come, for longer than a year, or past already.
            Conflict: if somebody changed the child since `version` was read.
        """
        return self.give_all(by, [(student, version, consent)])

    def give_all(self, by: Actor, wanted: Sequence[tuple[StudentId, int, MatchingConsent]]) -> Changes:
        """Enter the consents of a list, all or none (a deed); each is a row of its own."""
        with self._desk.deed(by) as deed:
            today = today_in(deed)
            wrong = [why for _, _, consent in wanted for why in consent_blockers(consent, today)]
            begin(deed, tuple(dict.fromkeys(wrong)))
            for student, version, consent in wanted:
                seen = seen_in(deed, student, version)
                write(deed, _consented(seen, consent))
            deed.roster_changed()
            for student, _, consent in wanted:
                _record(deed, {"student": student, "until": consent.until.isoformat(), "patterns_removed": 0})
        return Changes.of("students", [student for student, _, _ in wanted])

    def end(self, by: Actor, student: StudentId, *, version: int) -> Done[Receipt]:
        """End a consent: the pattern goes at once, the opt-out stays (a deed).

        Raises:
            Conflict: if somebody changed the child since `version` was read.
        """
        with self._desk.deed(by) as deed:
            begin(deed)
            write(deed, _ended(seen_in(deed, student, version)))
            gone = drop(deed.unit, lambda t: t.student == student)
            deed.roster_changed()
            row = _record(deed, {"student": student, "until": None, "patterns_removed": gone})
            receipt = Receipt(row, deed.now, gone)
        return Done(receipt, Changes.of("students", [student]))

    def end_all(self, by: Actor) -> Done[Receipt]:
        """End every consent and erase every pattern (a deed); all opt-outs stay."""
        with self._desk.deed(by) as deed:
            begin(deed)
            consented = [one for one in deed.unit.students.readable()[0] if one.matching_until is not None]
            for student in consented:
                write(deed, _ended(student))
            gone = drop(deed.unit, lambda _: True)
            deed.roster_changed()
            named: list[Plain] = [student.id for student in consented]
            row = _record(deed, {"students": named, "until": None, "patterns_removed": gone})
            receipt = Receipt(row, deed.now, gone)
        return Done(receipt, Changes.of("students", [student.id for student in consented]))


def _consented(student: Student, consent: MatchingConsent) -> Student:
    guardian = tidy(consent.guardian)
    return replace(student, matching_until=consent.until, matching_from=consent.given_on, guardian=guardian)


def _ended(student: Student) -> Student:
    return replace(student, matching_until=None, matching_from=None, guardian="")


def _record(deed: Deed, details: dict[str, Plain]) -> int:
    return deed.record(Act.MATCHING_CONSENT, Noun.STUDENTS, None, parts={"student": details})
