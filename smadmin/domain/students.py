"""Students: what their guardians said no (and yes) to. All of it is sealed; ids are random.

An opt-out stays until it is withdrawn; a consent to matching faces is another thing and ends on its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from smadmin.domain.errors import Reason
from smadmin.domain.ids import MediaId, PersonId, SchoolId, StudentId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.policy.reading import fold
from smadmin.domain.vocabulary import Act, Noun

CONSENT_DAYS = 365
"""A face pattern ends a year after the consent at the latest (`law.md`)."""


LIST_ACTS = frozenset(
    {Act.ADD, Act.CHANGE, Act.OPT_OUT, Act.PHOTO_CONSENT, Act.MATCHING_CONSENT, Act.STILL_RIGHT}
    | {Act.EXPIRE_PATTERNS, Act.REMOVE, Act.ADD_PORTRAIT, Act.REMOVE_PORTRAIT, Act.MAKE_PATTERN, Act.IMPORT}
)
"""Acts on the list of children: rows about `Noun.STUDENTS` that sign the children's rows anew."""

ROSTER_ACTS = frozenset(
    {(Noun.STUDENTS, act) for act in LIST_ACTS}
    | {(Noun.LAW, Act.DECIDE_MATCHING), (Noun.RECORDS, Act.RESTORE)}
    | {(Noun.SCHOOL_KEYS, Act.RENEW_CELLS)}
)
"""Every (noun, act) whose row may carry another digest of the children's rows than the row before it."""
ROSTER_ROLES = frozenset({Role.ADMINISTRATOR, Role.PRINCIPAL, Role.DEPUTY, Role.COMMUNICATIONS})
"""Who may change the list. A reviewer sees only what waits (`product.md`)."""


class OptOut(StrEnum):
    """What a guardian said no to (BAL-B1i1, BAL-B1i3)."""

    EVERYTHING = "everything"
    NAMES = "names"
    PHOTOS = "photos"
    CREATIVE_WORK = "creative-work"
    MEDIA = "media"


@dataclass(frozen=True)
class Student:
    """A child of the school.

    Args:
        groups: classes and clubs, as the school calls them ("4b", "Chess club"); empty where nobody said.
        opt_outs: what was opted out of; empty means nothing.
        photo_consent: an explicit yes to photos (opt-in districts, SOC-O1).
        matching_until: last day of the guardian's written consent to a face pattern, or None.
        matching_from: the day of that consent, where it is known.
        guardian: who gave it, where it is known.
        number: the child's number in the school's system, or empty; lists and portraits are matched by it.
        notes: what staff should know, in their words.
        left_on: the day on which the child left the school; what was said no to stays (FERPA, `law.md`).
        checked_on: the day on which somebody last said that this entry is right.
    """

    id: StudentId
    school: SchoolId
    first_name: str
    last_name: str
    groups: tuple[str, ...] = ()
    opt_outs: frozenset[OptOut] = frozenset()
    photo_consent: bool = False
    matching_until: date | None = None
    portraits: tuple[MediaId, ...] = ()
    checked_on: date | None = None
    checked_by: PersonId | None = None
    version: int = 1
    matching_from: date | None = None
    guardian: str = ""
    number: str = ""
    notes: str = ""
    left_on: date | None = None

    @property
    def name(self) -> str:
        """The full name, for staff's eyes only."""
        return f"{self.first_name} {self.last_name}"

    @property
    def no_work(self) -> bool:
        """Tell whether what this child made must not be published (BAL-B1i3)."""
        return bool(self.opt_outs & {OptOut.EVERYTHING, OptOut.CREATIVE_WORK, OptOut.MEDIA})

    @property
    def no_photos(self) -> bool:
        """Tell whether a face of this child must not be published."""
        return bool(self.opt_outs & {OptOut.EVERYTHING, OptOut.PHOTOS})

    @property
    def no_name(self) -> bool:
        """Tell whether this child's name must not be published."""
        return bool(self.opt_outs & {OptOut.EVERYTHING, OptOut.NAMES})

    def not_shown(self, mode: RosterMode) -> bool:
        """Tell whether a face of this child is to be looked for and covered under the district's mode."""
        return self.no_photos or (mode is RosterMode.OPT_IN and not self.photo_consent)

    @property
    def no_to_search(self) -> frozenset[OptOut]:
        """Give what was said no to, but for the child's own work: that no search finds."""
        return self.opt_outs - {OptOut.CREATIVE_WORK}

    def says_no_since(self, before: "Student | None") -> bool:
        """Tell whether the family took something back that may be out; of a child who was entered now, no."""
        if before is None:
            return False
        return bool(self.no_to_search - before.opt_outs) or (before.photo_consent and not self.photo_consent)

    def in_any(self, groups: Iterable[str]) -> bool:
        """Tell whether the child may belong to one of these groups; no group named means all of the school.

        A child of whom no class is known may be in any of them (BAL-B1i1).
        """
        wanted, known = _plain(groups), _plain(self.groups)
        return not (wanted and known) or bool(wanted & known)

    def may_match(self, on: date) -> bool:
        """Tell whether the guardian's consent to a face pattern stands on a day."""
        return self.matching_until is not None and on <= self.matching_until


def _plain(groups: Iterable[str]) -> frozenset[str]:
    """Give groups without what is written now so, now so: "4 b" and "4-B" are "4b"."""
    told = ("".join(sign for sign in fold(group) if sign.isalnum()) for group in groups)
    return frozenset(filter(None, told))


@dataclass(frozen=True)
class MatchingConsent:
    """A guardian's consent to a face pattern: from when, until when, by whom."""

    given_on: date
    until: date
    guardian: str


@dataclass(frozen=True)
class Template:
    """A child's face pattern, made from one portrait: 128 numbers. Stored sealed, left out of backups."""

    id: str
    school: SchoolId
    student: StudentId
    portrait: MediaId
    numbers: tuple[float, ...]
    engine: str
    version: int = 1


@dataclass(frozen=True)
class StudentEntry:
    """A child as it is typed in."""

    first_name: str
    last_name: str
    groups: tuple[str, ...] = ()
    opt_outs: frozenset[OptOut] = frozenset()
    photo_consent: bool = False


@dataclass(frozen=True)
class Roster:
    """The children of the school, opened into memory while somebody is signed in.

    Args:
        students: by last name, then first name.
        checked_on: the day on which the oldest entry was last said to be right; None means never.
        must_check: whether that is longer ago than the policy allows.
        unreadable: entries that somebody spoilt: nobody knows whom they protect.
    """

    students: tuple[Student, ...]
    checked_on: date | None
    must_check: bool
    unreadable: tuple[StudentId, ...] = ()

    @classmethod
    def of(
        cls, students: Iterable[Student], *, today: date, age_days: int, list_checked_on: date | None = None
    ) -> "Roster":
        """Sort the children and judge the list's age.

        Args:
            students: in any order.
            today: the school's own date.
            age_days: after how many days somebody must say *Still right*.
            list_checked_on: when the whole list was last said to be right; counts where it has no child.
        """
        ordered = tuple(sorted(students, key=lambda s: (fold(s.last_name), fold(s.first_name), s.id)))
        checked = oldest_check(ordered, list_checked_on)
        return cls(ordered, checked, is_too_old(checked, today=today, age_days=age_days))

    @property
    def opted_out(self) -> tuple[Student, ...]:
        """The children with any opt-out."""
        return tuple(student for student in self.students if student.opt_outs)

    @property
    def groups(self) -> tuple[str, ...]:
        """All classes and clubs, sorted."""
        return tuple(sorted({group for student in self.students for group in student.groups}))

    def get(self, student: StudentId) -> Student | None:
        """Give one child, or None."""
        return next((one for one in self.students if one.id == student), None)

    def search(self, text: str) -> tuple[Student, ...]:
        """Find children whose names or groups contain every word of the text, whatever case and accents."""
        words = [fold(word) for word in text.split()]
        return tuple(
            student
            for student in self.students
            if all(word in fold(" ".join((student.name, *student.groups))) for word in words)
        )


def oldest_check(students: Iterable[Student], list_checked_on: date | None) -> date | None:
    """Give the day on which the oldest entry was last said to be right; None means never.

    Args:
        students: the children.
        list_checked_on: when the whole list was last said to be right; counts where it has no child.
    """
    days = [student.checked_on for student in students]
    known = [day for day in days if day is not None]
    if not days:
        return list_checked_on
    return min(known) if len(known) == len(days) else None


def is_too_old(checked_on: date | None, *, today: date, age_days: int) -> bool:
    """Tell whether somebody must look at the list and say *Still right*."""
    # A day that is still to come was signed with a wrong clock: it would keep the list right until then.
    return checked_on is None or not timedelta(0) <= today - checked_on <= timedelta(days=age_days)


def age_blockers(checked_on: date | None, *, today: date, age_days: int) -> tuple[Reason, ...]:
    """List why no photo of students may be handed in by the list's age (SOC-M3)."""
    if not is_too_old(checked_on, today=today, age_days=age_days):
        return ()
    if checked_on is None:
        return (Reason(say("students.list-never-checked"), "SOC-M3"),)
    return (Reason(say("students.list-too-old", day=checked_on, n=age_days), "SOC-M3"),)


def roster_blockers(roles: frozenset[Role], *, sample: bool, envelope_open: bool) -> tuple[Reason, ...]:
    """List why somebody with these roles may not change the list of children.

    Args:
        roles: what the person may do today.
        sample: whether this is the drawn sample school, in which no real child is.
        envelope_open: whether the recovery envelope still waits to be read back (`keys.md`, Recovery).
    """
    reasons = []
    if not roles & ROSTER_ROLES:
        reasons.append(Reason(say("students.not-your-role")))
    if envelope_open and not sample:
        reasons.append(Reason(say("students.envelope-first")))
    return tuple(reasons)


def unreadable_blockers(spoilt: int) -> tuple[Reason, ...]:
    """Say why nothing goes out while an entry can't be read: it may protect a face or a name (BAL-B1i1)."""
    return (Reason(say("students.unreadable", n=spoilt), "BAL-B1i1"),) if spoilt else ()


def name_blockers(first_name: str, last_name: str) -> tuple[Reason, ...]:
    """List what is missing of a child's name."""
    reasons = []
    if not first_name.strip():
        reasons.append(Reason(say("students.first-name-missing"), None, "first_name"))
    if not last_name.strip():
        reasons.append(Reason(say("students.last-name-missing"), None, "last_name"))
    return tuple(reasons)


def consent_blockers(consent: MatchingConsent, today: date) -> tuple[Reason, ...]:
    """List what a consent to a face pattern lacks, or why it can't run so long (`law.md`: a year)."""
    reasons = []
    latest = min(consent.given_on, today) + timedelta(days=CONSENT_DAYS)
    if not consent.guardian.strip():
        reasons.append(Reason(say("students.guardian-missing"), None, "guardian"))
    if consent.given_on > today:
        reasons.append(Reason(say("students.consent-not-yet"), None, "given_on"))
    if not today <= consent.until <= latest:
        reasons.append(Reason(say("students.consent-too-long", last=latest), None, "until"))
    return tuple(reasons)
