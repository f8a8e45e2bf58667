"""Students: what their guardians said no (and yes) to. All of it is sealed; ids are random.

An opt-out stays until it is withdrawn; a consent to matching faces is another thing and ends on its own.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smadmin.domain.ids import MediaId, PersonId, SchoolId, StudentId

CONSENT_DAYS = 365
"""A face pattern ends a year after the consent at the latest (`law.md`)."""


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
        groups: classes and clubs, as the school calls them ("4b", "Chess club").
        opt_outs: what was opted out of; empty means nothing.
        photo_consent: an explicit yes to photos (opt-in districts, SOC-O1).
        matching_until: last day of the guardian's written consent to a face pattern, or None.
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

    @property
    def name(self) -> str:
        """The full name, for staff's eyes only."""
        return f"{self.first_name} {self.last_name}"

    @property
    def no_photos(self) -> bool:
        """Tell whether a face of this child must not be published."""
        return bool(self.opt_outs & {OptOut.EVERYTHING, OptOut.PHOTOS})

    @property
    def no_name(self) -> bool:
        """Tell whether this child's name must not be published."""
        return bool(self.opt_outs & {OptOut.EVERYTHING, OptOut.NAMES})

    def may_match(self, on: date) -> bool:
        """Tell whether the guardian's consent to a face pattern stands on a day."""
        return self.matching_until is not None and on <= self.matching_until


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
