"""What taking a list would do to the children of the school: who is new, who changes, whose no would be lost.

Nothing is weakened by a list alone. Where it says less than is known (an opt-out gone, a consent come), what
is known stays unless a person decides otherwise for that child. Nor does a no go over to another name: a
number says whose row it is only where the name agrees.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from smadmin.domain.enrolling.cells import number_key
from smadmin.domain.enrolling.entries import Entries, Entry, Told, with_noes
from smadmin.domain.enrolling.likeness import may_be_one, name_key, plainly_one
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, SchoolId, StudentId
from smadmin.domain.messages import Message, say
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, Student

_A_SLIP = 3
_A_PART = 10
_ANOTHER = "enrolling.number-of-another"


@dataclass(frozen=True)
class Match:
    """A child on the list and the row that is about this child."""

    student: Student
    entry: Entry


@dataclass(frozen=True)
class Weakening:
    """A child of whom the list says less than is known; kept as it is unless a person decides otherwise.

    Args:
        line: the row's number in the file.
        gone: kinds of opt-out that the row no longer has.
        photos: whether an explicit yes to photos would come (opt-in districts).
        matching: the last day of a consent to a face pattern that would come, or None.
        known_as: the name here of a child with a no, a consent or a portrait, where the row's name may be
            another child's; else empty.
    """

    student: StudentId
    line: int
    name: str
    gone: frozenset[OptOut]
    photos: bool = False
    matching: date | None = None
    known_as: str = ""


@dataclass(frozen=True)
class Comparison:
    """What taking the list would do.

    Args:
        missing: children with a number whom the list doesn't have; they stay, and may be marked as left.
        gone: those of them who had left before.
        changed: how many of the children on the list get another name, class, note, opt-out or consent.
    """

    added: tuple[Entry, ...]
    matched: tuple[Match, ...]
    weakenings: tuple[Weakening, ...]
    missing: tuple[Student, ...]
    changed: int
    refused: tuple[Told, ...]
    doubts: tuple[Told, ...]
    gone: tuple[Student, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows can be taken."""
        return len(self.added) + len(self.matched)

    @property
    def blockers(self) -> tuple[Reason, ...]:
        """List why none of it may be taken: its numbers stand beside other children's names."""
        others = sum(told.what.id == _ANOTHER for told in self.refused)
        if others <= max(_A_SLIP, (others + len(self.matched)) // _A_PART):
            return ()
        return (Reason(say("enrolling.numbers-shifted", n=others)),)


def compare(entries: Entries, students: Sequence[Student], *, mode: RosterMode) -> Comparison:
    """Hold a list against the children of the school."""
    search = _Search(students, entries.taken)
    added: list[Entry] = []
    matched: list[Match] = []
    refused = list(entries.refused)
    doubts = list(entries.doubts)
    for entry in entries.taken:
        student, why = search.child_of(entry)
        if why is not None:
            refused.append(Told(entry.line, entry.name, why))
        elif student is not None:
            matched.append(Match(student, entry))
        else:
            careful = search.careful(entry)
            added.append(careful.entry)
            doubts += careful.doubts
    there = {match.student.id for match in matched} | search.asked_about(told.line for told in refused)
    missing = [one for one in students if one.number and one.id not in there]
    return Comparison(
        added=tuple(added),
        matched=tuple(matched),
        weakenings=tuple(filter(None, (weakening(match, mode=mode) for match in matched))),
        missing=tuple(one for one in missing if one.left_on is None),
        changed=sum(merged(match, mode=mode, weaken=False) != match.student for match in matched),
        refused=tuple(sorted(refused, key=lambda told: told.line)),
        doubts=tuple(sorted(doubts, key=lambda told: told.line)),
        gone=tuple(one for one in missing if one.left_on is not None),
    )


class _Search:
    """The children by number and by name."""

    def __init__(self, students: Iterable[Student], entries: Sequence[Entry]) -> None:
        self._by_number: dict[str, list[Student]] = {}
        self._by_name: dict[str, list[Student]] = {}
        for student in students:
            if student.number:
                self._by_number.setdefault(number_key(student.number), []).append(student)
            self._by_name.setdefault(name_key(student.first_name, student.last_name), []).append(student)
        self._numbered = {entry.line: number_key(entry.number) for entry in entries if entry.number}
        # Whom a row finds by number, no other row finds by name.
        self._numbers = {number_key(entry.number) for entry in entries if entry.number}
        self._rows = Counter(name_key(entry.first_name, entry.last_name) for entry in entries)

    def child_of(self, entry: Entry) -> tuple[Student | None, Message | None]:
        """Give the child a row is about, or None for a new one; or why that can't be told."""
        if entry.number:
            found = self._by_number.get(number_key(entry.number), [])
            if len(found) > 1:
                return None, say("enrolling.number-on-two", number=entry.number)
            if found:
                why = self._another(found[0], entry)
                return (None, why) if why is not None else (found[0], None)
        key = name_key(entry.first_name, entry.last_name)
        namesakes = [one for one in self._by_name.get(key, ()) if self._may_be(one, entry)]
        alike = self._rows[key]
        if len(namesakes) > 1 or (alike > 1 and (namesakes or not entry.number)):
            return None, say("enrolling.name-on-two")
        return (namesakes[0] if namesakes else None), None

    def careful(self, entry: Entry) -> "_Careful":
        """Give a new child's row with every no of who has its name here: it may be the same child."""
        namesakes = self._by_name.get(name_key(entry.first_name, entry.last_name), ())
        doubts = []
        for one in namesakes:
            if one.opt_outs:
                entry = with_noes(entry, one.opt_outs)
                doubts.append(Told(entry.line, entry.name, say("enrolling.namesake", number=one.number)))
        return _Careful(entry, tuple(doubts))

    def asked_about(self, lines: Iterable[int]) -> frozenset[StudentId]:
        """Give the children whose numbers stand in these lines: of them it isn't known that they left."""
        numbers = {self._numbered[line] for line in lines if line in self._numbered}
        return frozenset(one.id for number in numbers for one in self._by_number.get(number, ()))

    def _another(self, numbered: Student, entry: Entry) -> Message | None:
        """Say why a row isn't about who has its number: its name is nothing like, or somebody else's here."""
        key = name_key(entry.first_name, entry.last_name)
        if key == name_key(numbered.first_name, numbered.last_name):
            return None
        if key not in self._by_name and may_be_one(_names(numbered), _names(entry)):
            return None
        return say(_ANOTHER, number=entry.number, name=numbered.name)

    def _may_be(self, student: Student, entry: Entry) -> bool:
        if not student.number:
            return True
        return not entry.number and number_key(student.number) not in self._numbers


@dataclass(frozen=True)
class _Careful:
    """A new child's row, and what is told of it."""

    entry: Entry
    doubts: tuple[Told, ...]


def _names(one: Student | Entry) -> tuple[str, str]:
    return one.first_name, one.last_name


def _known_as(match: Match) -> str:
    """Give the name here where the row's may be another child's, and something would go over to it."""
    student = match.student
    at_stake = student.opt_outs or student.photo_consent or student.matching_until or student.portraits
    return student.name if at_stake and not plainly_one(_names(student), _names(match.entry)) else ""


def weakening(match: Match, *, mode: RosterMode) -> Weakening | None:
    """Tell what a row would take away from what is known of a child, or None."""
    student, entry = match.student, match.entry
    wanted = _wanted(match)
    gone = frozenset() if OptOut.EVERYTHING in wanted else student.opt_outs - wanted
    photos = mode is RosterMode.OPT_IN and entry.photos_yes is True and not student.photo_consent
    matching = entry.matching.until if entry.matching is not None else None
    if matching is not None and student.matching_until is not None and matching <= student.matching_until:
        matching = None
    known_as = _known_as(match)
    if not (gone or photos or matching is not None or known_as):
        return None
    return Weakening(student.id, entry.line, entry.name, gone, photos, matching, known_as)


def merged(match: Match, *, mode: RosterMode, weaken: bool) -> Student:
    """Give a child as a row leaves it.

    Args:
        match: the child and the row.
        mode: whether an explicit yes to photos counts here.
        weaken: whether a person decided that the row counts where it says less than is known.
    """
    student, entry = match.student, match.entry
    if not weaken and _known_as(match):
        return _kept(match)
    changed = replace(
        student,
        first_name=entry.first_name,
        last_name=entry.last_name,
        number=entry.number or student.number,
        groups=student.groups if entry.groups is None else entry.groups,
        notes=entry.notes or student.notes,
        left_on=entry.left_on,
        opt_outs=_wanted(match) if weaken else student.opt_outs | entry.said_no,
        photo_consent=student.photo_consent and entry.photos_yes is not False,
    )
    if entry.matching_ended:
        changed = replace(changed, matching_until=None, matching_from=None, guardian="")
    less = weakening(match, mode=mode) if weaken else None
    if less is not None and less.photos:
        changed = replace(changed, photo_consent=True)
    if less is not None and less.matching is not None:
        changed = _consented(changed, entry)
    return changed


def _kept(match: Match) -> Student:
    """Give a child who may be another than the row's: as it is, but for every further no."""
    student, entry = match.student, match.entry
    yes = student.photo_consent and entry.photos_yes is not False
    kept = replace(student, opt_outs=student.opt_outs | entry.said_no, photo_consent=yes)
    if entry.matching_ended:
        return replace(kept, matching_until=None, matching_from=None, guardian="")
    return kept


def new_child(entry: Entry, student: StudentId, school: SchoolId) -> Student:
    """Give the child a row is about, who isn't on the list yet."""
    made = Student(
        id=student,
        school=school,
        first_name=entry.first_name,
        last_name=entry.last_name,
        groups=entry.groups or (),
        opt_outs=entry.said_no,
        photo_consent=entry.photos_yes is True,
        number=entry.number,
        notes=entry.notes or "",
        left_on=entry.left_on,
    )
    return _consented(made, entry)


def checked(student: Student, on: date, by: PersonId) -> Student:
    """Note that what is said of a child was held against the school's own list."""
    return replace(student, checked_on=on, checked_by=by)


def _wanted(match: Match) -> frozenset[OptOut]:
    """Give the opt-outs by the row; kinds it doesn't speak of stay."""
    return (match.student.opt_outs - match.entry.spoken_of) | match.entry.said_no


def _consented(student: Student, entry: Entry) -> Student:
    if entry.matching is None:
        return student
    given = entry.matching
    return replace(student, matching_until=given.until, matching_from=given.given_on, guardian=given.guardian)
