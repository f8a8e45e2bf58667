"""What the list of children says, made from the list as it was opened. Pure, no Qt.

What is searched is folded once when the list is read, so that typing stays quick with a district's list.
"""

from dataclasses import dataclass, field
from datetime import date

from smadmin.domain.errors import Reason
from smadmin.domain.ids import MediaId, PersonId, StudentId
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Role
from smadmin.domain.photos.portraits import PortraitReport
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.policy.reading import fold
from smadmin.domain.schools import LawRecord
from smadmin.domain.students import OptOut, Roster, Student
from smadmin.ui.students.known import Consent, consent_of, known_of
from smadmin.ui.students.quality import PortraitNotes, alike_lines, notes_of
from smadmin.ui.theme import State

KINDS = (OptOut.EVERYTHING, OptOut.PHOTOS, OptOut.NAMES, OptOut.CREATIVE_WORK, OptOut.MEDIA)
"""The kinds in the order in which forms ask for them."""


@dataclass(frozen=True)
class Seen:
    """What one reading of the store found.

    Args:
        blockers: why this person may not change the list.
        law: the decision about matching that holds.
        names: staff by id, for who checked an entry.
        today: the school's own date.
        report: what is known about the portraits.
        keyless: whether this computer, without a keyring, keeps no face patterns.
    """

    roster: Roster
    mode: RosterMode
    blockers: tuple[Reason, ...]
    law: LawRecord | None
    names: dict[PersonId, str]
    today: date
    age_days: int
    roles: frozenset[Role] = frozenset()
    report: PortraitReport = field(default_factory=PortraitReport)
    keyless: bool = False


@dataclass(frozen=True)
class ChildRow:
    """A child in the list; `state` and `chip` are None where nothing was said no to."""

    id: StudentId
    name: str
    groups: str
    state: State | None
    chip: Message


@dataclass(frozen=True)
class Kind:
    """One thing that can be said no to, and whether it is."""

    kind: OptOut
    title: Message
    means: Message
    chosen: bool


@dataclass(frozen=True)
class ChildModel:
    """One child, open.

    Args:
        photo_consent: None where the district doesn't ask for an explicit yes.
        noted: what staff should know, in their words.
    """

    id: StudentId
    version: int
    first_name: str
    last_name: str
    groups: tuple[str, ...]
    state: State | None
    chip: Message
    kinds: tuple[Kind, ...]
    photo_consent: bool | None
    consent: Consent
    portraits: tuple[MediaId, ...]
    notes: PortraitNotes
    checked: Message
    opt_outs: frozenset[OptOut]
    known: tuple[Message, ...] = ()
    noted: str = ""

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True)
class Unreadable:
    """Entries that somebody spoilt: what is said of them, and the first of them."""

    title: Message
    note: Message
    first: StudentId


@dataclass(frozen=True)
class ListModel:
    """The list's head: how many, how old, and whether somebody must say that it is still right.

    `nobody` offers to say that it is right that nobody is on it.
    """

    note: Message
    still_right: Message | None
    empty: bool
    blockers: tuple[Reason, ...]
    unreadable: Unreadable | None = None
    nobody: bool = False
    alike: tuple[Message, ...] = ()

    @property
    def doubts(self) -> tuple[Message, ...]:
        """What stands above the list: its age, and children who look alike."""
        return self.alike if self.still_right is None else (self.still_right, *self.alike)


class ChildrenList:
    """The children as the list shows them, ready to be searched."""

    def __init__(self, seen: Seen) -> None:
        """Fold every child's name and groups once."""
        self._rows = tuple(
            (
                fold(" ".join((student.name, *student.groups))),
                bool(student.opt_outs),
                _row(student, seen.mode),
            )
            for student in seen.roster.students
        )

    def rows(self, text: str, *, only_opted_out: bool) -> tuple[ChildRow, ...]:
        """Find children whose names or groups contain every word of the text."""
        wanted = [fold(word) for word in text.split()]
        return tuple(
            row
            for folded, opted_out, row in self._rows
            if (opted_out or not only_opted_out) and all(word in folded for word in wanted)
        )


def list_model(seen: Seen) -> ListModel:
    """Say how the list stands."""
    roster, children = seen.roster, len(seen.roster.students)
    counts = (say("studentui.children", n=children), say("studentui.opted-out-n", n=len(roster.opted_out)))
    note = _list_note(seen, counts)
    old = None
    if roster.must_check and children:
        old = say("studentui.too-old", n=seen.age_days)
    empty = not (children or roster.unreadable)
    return ListModel(
        note,
        old,
        empty,
        seen.blockers,
        _unreadable(roster),
        nobody=empty and roster.must_check,
        alike=alike_lines(seen.report, roster),
    )


def _unreadable(roster: Roster) -> Unreadable | None:
    if not roster.unreadable:
        return None
    first = roster.unreadable[0]
    title = say("students.unreadable", n=len(roster.unreadable))
    return Unreadable(title, say("studentui.unreadable-what", entry=first), first)


def child_model(student: Student, seen: Seen) -> ChildModel:
    """Open one child."""
    row = _row(student, seen.mode)
    return ChildModel(
        id=student.id,
        version=student.version,
        first_name=student.first_name,
        last_name=student.last_name,
        groups=student.groups,
        state=row.state,
        chip=row.chip,
        kinds=tuple(
            Kind(
                kind, say(f"studentui.kind-{kind}"), say(f"studentui.means-{kind}"), kind in student.opt_outs
            )
            for kind in KINDS
        ),
        photo_consent=student.photo_consent if seen.mode is RosterMode.OPT_IN else None,
        consent=consent_of(student, seen.law, seen.today),
        portraits=student.portraits,
        notes=notes_of(student, seen.report, seen.roster),
        checked=_checked(student, seen.names),
        opt_outs=student.opt_outs,
        known=known_of(student),
        noted=student.notes,
    )


def groups_typed(text: str) -> tuple[str, ...]:
    """Read classes and clubs as they are typed, with commas between them."""
    return tuple(group.strip() for group in text.split(",") if group.strip())


def _row(student: Student, mode: RosterMode) -> ChildRow:
    state, chip = _chip(student, mode)
    return ChildRow(student.id, student.name, ", ".join(student.groups), state, chip)


def _chip(student: Student, mode: RosterMode) -> tuple[State | None, Message]:
    if OptOut.EVERYTHING in student.opt_outs:
        return State.STOP, say("studentui.no-everything")
    if student.opt_outs:
        kinds = tuple(say(f"studentui.no-{kind}") for kind in KINDS if kind in student.opt_outs)
        return State.STOP, say("studentui.no-these", kinds=kinds)
    if mode is RosterMode.OPT_IN:
        if student.photo_consent:
            return State.FINE, say("studentui.photos-yes")
        return State.STOP, say("studentui.photos-not-yet")
    return None, say("studentui.nothing-opted-out")


def _list_note(seen: Seen, counts: tuple[Message, Message]) -> Message:
    """Say how many there are, and who checked the list and when: the oldest entry counts."""
    children, opted_out = counts
    day = seen.roster.checked_on
    if day is None:
        return say("studentui.note-never", children=children, opted_out=opted_out)
    people = {child.checked_by for child in seen.roster.students if child.checked_on == day}
    (first, *others) = people or {None}
    who = "" if first is None or others else seen.names.get(first, "")
    if not who:
        return say("studentui.note", children=children, opted_out=opted_out, day=day)
    return say("studentui.note-by", children=children, opted_out=opted_out, day=day, who=who)


def _checked(student: Student, names: dict[PersonId, str]) -> Message:
    if student.checked_on is None:
        return say("studentui.never-checked")
    who = "" if student.checked_by is None else names.get(student.checked_by, "")
    if not who:
        return say("studentui.checked-on", day=student.checked_on)
    return say("studentui.checked-by", who=who, day=student.checked_on)
