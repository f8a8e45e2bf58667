"""The list of children, kept by hand: names, classes, opt-outs, consents, and that it is still right.

Every change checks that the children's rows are what the last signed row says, and signs what they are after.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import Conflict, KnownError, Reason
from smadmin.domain.ids import StudentId
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.receipts import Receipt
from smadmin.domain.students import (
    ROSTER_ROLES,
    OptOut,
    Roster,
    Student,
    StudentEntry,
    name_blockers,
    roster_blockers,
    unreadable_blockers,
)
from smadmin.domain.typed import tidy, tidy_all
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.backups import KEPT as BACKUPS_KEPT
from smadmin.services.desk import Deed, Desk
from smadmin.services.keys import ROOT_SECRET
from smadmin.services.media import Media
from smadmin.services.roles import any_roles, refuse, roles_in, today_of
from smadmin.services.students.checking import list_checked_on
from smadmin.services.students.patterns import drop
from smadmin.storage.unit import Unit


class Students:
    """The children of one school.

    Args:
        roster_age_days: the policy's: after how many days somebody must say *Still right*.
        note_erased: told which child and portraits were erased, so that a restored backup erases them again.
    """

    def __init__(
        self,
        desk: Desk,
        media: Media,
        *,
        roster_age_days: int,
        note_erased: Callable[[str, Iterable[str]], None] = lambda _table, _ids: None,
    ) -> None:
        """Stand on the desk and the sealed files."""
        self._note_erased = note_erased
        self._desk = desk
        self._media = media
        self._age_days = roster_age_days

    def roster(self, by: Actor) -> Roster:
        """Open the whole list into memory."""
        with self._desk.look(by) as unit:
            today, last = today_of(unit, self._desk), list_checked_on(unit, self._desk)
            students, spoilt = unit.students.readable()
        roster = Roster.of(students, today=today, age_days=self._age_days, list_checked_on=last)
        return replace(roster, unreadable=tuple(StudentId(one) for one in spoilt))

    def blockers(self, by: Actor) -> tuple[Reason, ...]:
        """List why this person may not change the list."""
        with self._desk.look(by) as unit:
            roles = any_roles(unit.trust.read(), by.person, today_of(unit, self._desk))
            return _blockers(unit, roles)

    def add(self, by: Actor, entry: StudentEntry) -> Done[StudentId]:
        """Enter a child (a deed).

        Raises:
            NotAllowed: no right to it, or no name.
        """
        with self._desk.deed(by) as deed:
            begin(deed, name_blockers(entry.first_name, entry.last_name))
            student = Student(
                id=StudentId(self._desk.ids.new()),
                school=deed.unit.school,
                first_name=tidy(entry.first_name),
                last_name=tidy(entry.last_name),
                groups=tidy_all(entry.groups),
                opt_outs=entry.opt_outs,
                photo_consent=entry.photo_consent,
                checked_on=today_in(deed),
                checked_by=by.person,
            )
            deed.unit.students.add(student)
            finish(deed, Act.ADD, {"student": student.id, **_choices(student)})
        return Done(student.id, Changes.of("students", [student.id]))

    def rename(
        self,
        by: Actor,
        student: StudentId,
        *,
        version: int,
        first_name: str,
        last_name: str,
        groups: tuple[str, ...],
        notes: str,
    ) -> Changes:
        """Correct a child's name and groups, and what staff should know (a deed)."""
        with self._desk.deed(by) as deed:
            begin(deed, name_blockers(first_name, last_name))
            seen = seen_in(deed, student, version)
            first, last = tidy(first_name), tidy(last_name)
            named = replace(seen, first_name=first, last_name=last, groups=tidy_all(groups))
            write(deed, replace(named, notes=tidy(notes)))
            finish(deed, Act.CHANGE, {"student": student})
        return Changes.of("students", [student])

    def set_opt_outs(
        self, by: Actor, student: StudentId, opt_outs: frozenset[OptOut], *, version: int
    ) -> Changes:
        """Enter or withdraw what a guardian said no to (a deed; BAL-B1i1)."""
        with self._desk.deed(by) as deed:
            begin(deed)
            seen = seen_in(deed, student, version)
            changed = write(deed, replace(seen, opt_outs=opt_outs))
            before = sorted(kind.value for kind in seen.opt_outs)
            finish(deed, Act.OPT_OUT, {"student": student, "before": before, **_choices(changed)})
        return Changes.of("students", [student])

    def set_photo_consent(self, by: Actor, student: StudentId, *, version: int, given: bool) -> Changes:
        """Enter or withdraw an explicit yes to photos (a deed; SOC-O1)."""
        with self._desk.deed(by) as deed:
            begin(deed)
            changed = write(deed, replace(seen_in(deed, student, version), photo_consent=given))
            finish(deed, Act.PHOTO_CONSENT, {"student": student, **_choices(changed)})
        return Changes.of("students", [student])

    def still_right(self, by: Actor) -> Changes:
        """Say that the whole list is right today (a deed)."""
        with self._desk.deed(by) as deed:
            students, spoilt = deed.unit.students.readable()
            begin(deed, unreadable_blockers(len(spoilt)))
            for student in students:
                write(deed, student)
            finish(deed, Act.STILL_RIGHT, {"children": len(students)})
        return Changes.of("students", [student.id for student in students])

    def expire(self, by: Actor) -> Changes:
        """Erase face patterns whose consent has ended (a deed, after sign-in); else leave no row.

        It changes the children's rows, so it waits for somebody who may; until then nobody compares with them
        (`patterns.lawful`).
        """
        with self._desk.look(by) as unit:
            today = today_of(unit, self._desk)
            if not any_roles(unit.trust.read(), by.person, today) & ROSTER_ROLES:
                return Changes()
            ended = {s.id for s in unit.students.readable()[0] if not s.may_match(today)}
            patterns, spoilt = unit.templates.readable()
            due = {t.student for t in patterns} & ended
        if not due and not spoilt:
            return Changes()
        with self._desk.deed(by) as deed:
            deed.require_roster()
            gone = drop(deed.unit, lambda t: t.student in due)
            finish(deed, Act.EXPIRE_PATTERNS, {"students": sorted(due), "patterns_removed": gone})
        return Changes.of("students", due)

    def remove(self, by: Actor, student: StudentId) -> Done[Receipt]:
        """Take a child off the list with portraits and patterns: rows, files, backups (a chain).

        The receipt names the day on which the last backup with the child ends.
        """
        receipt, files = self._remove_rows(by, student)
        self._note_erased("student", [student])
        self._note_erased("media", [file.id for file in files])
        self._media.shred(files)
        return Done(receipt, Changes.of("students", [student]))

    def remove_unreadable(self, by: Actor, student: StudentId) -> Changes:
        """Take an entry off the list that can't be read any more (a chain); the child is entered anew.

        A restored backup brings the entry back: it isn't noted among those that stay deleted.

        Raises:
            KnownError: if it can be read.
        """
        with self._desk.deed(by) as deed:
            begin(deed)
            if student not in deed.unit.students.readable()[1]:
                raise KnownError(say("store.gone"), remedy=say("store.reload"))
            theirs = [one.portrait for one in deed.unit.templates.readable()[0] if one.student == student]
            files = tuple(file for one in theirs if (file := deed.unit.media.maybe(one)) is not None)
            for file in files:
                deed.unit.media.remove(file.id)
            gone = drop(deed.unit, lambda t: t.student == student)
            deed.unit.students.remove(student)
            details: dict[str, Plain] = {"student": student, "patterns_removed": gone, "unreadable": True}
            finish(deed, Act.REMOVE, details)
        self._media.shred(files)
        return Changes.of("students", [student])

    def _remove_rows(self, by: Actor, student: StudentId) -> tuple[Receipt, tuple[MediaFile, ...]]:
        with self._desk.deed(by) as deed:
            begin(deed)
            seen = deed.unit.students.get(student)
            files = tuple(deed.unit.media.get(portrait) for portrait in seen.portraits)
            for file in files:
                deed.unit.media.remove(file.id)
            gone = drop(deed.unit, lambda t: t.student == student)
            deed.unit.students.remove(student)
            told: dict[str, Plain] = {"portraits": len(files), "patterns_removed": gone}
            row = finish(deed, Act.REMOVE, {"student": student, **told})
            copies_end = today_in(deed) + BACKUPS_KEPT
            receipt = Receipt(row, deed.now, gone, len(files), copies_end)
        return receipt, files


def begin(deed: Deed, more: tuple[Reason, ...] = ()) -> None:
    """Refuse a change of the list by who may not make it, or of a list that was tampered with.

    Raises:
        NotAllowed: no right, or one of the further reasons.
        Tampered: the children's rows aren't what the last signed row says.
    """
    refuse((*_blockers(deed.unit, roles_in(deed)), *more))
    deed.require_roster()


def finish(deed: Deed, act: Act, details: Mapping[str, Plain]) -> int:
    """Sign the children's rows as they stand now; the child is named in the part only. Gives the row."""
    deed.roster_changed()
    return deed.record(act, Noun.STUDENTS, None, parts={"student": details})


def _blockers(unit: Unit, roles: frozenset[Role]) -> tuple[Reason, ...]:
    school = unit.schools.get(unit.school)
    return roster_blockers(roles, sample=school.sample, envelope_open=unit.wraps.has_number(ROOT_SECRET))


def seen_in(deed: Deed, student: StudentId, version: int) -> Student:
    """Give a child as the person saw it.

    Raises:
        Conflict: if somebody changed it since.
    """
    found = deed.unit.students.get(student)
    if found.version != version:
        raise Conflict(say("store.conflict"), kept=say("store.conflict-kept"), remedy=say("store.reload"))
    return found


def write(deed: Deed, student: Student) -> Student:
    """Write a child; what was typed today is right today."""
    return deed.unit.students.change(replace(student, checked_on=today_in(deed), checked_by=deed.by.person))


def today_in(deed: Deed) -> date:
    """Give the school's own day."""
    return deed.unit.schools.get(deed.unit.school).local(deed.now).date()


def _choices(student: Student) -> dict[str, Plain]:
    kinds: list[Plain] = [kind.value for kind in sorted(student.opt_outs)]
    return {"opt_outs": kinds, "photo_consent": student.photo_consent}
