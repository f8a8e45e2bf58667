"""Whether a portrait is good for comparing, and whether portraits tell the children apart.

What is found is said, never decided: siblings and twins look alike, and only people know which portrait was
filed under the wrong name.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from smadmin.domain.ids import MediaId, StudentId
from smadmin.domain.photos.clarity import Unclear, unclear
from smadmin.domain.photos.faces import Descriptor, FoundFace
from smadmin.domain.students import Template

_ROWS = 256
"""So many portraits are held against all others at a time: memory stays small with a district's list."""


class Flaw(StrEnum):
    """What is wrong with a portrait."""

    NO_FACE = "no-face"
    FACES = "faces"  # more than one: nobody knows which is the child's
    SMALL = "small"
    TURNED = "turned"
    BLURRED = "blurred"
    DARK = "dark"
    DIFFERS = "differs"  # from the child's other portraits: somebody else's?


REFUSED = frozenset({Flaw.NO_FACE, Flaw.FACES, Flaw.SMALL})
"""With these a portrait is of no use at all; with the others people still see who it is."""
_UNCLEAR = {
    Unclear.SMALL: Flaw.SMALL,
    Unclear.TURNED: Flaw.TURNED,
    Unclear.BLURRED: Flaw.BLURRED,
    Unclear.DARK: Flaw.DARK,
}


@dataclass(frozen=True)
class EnrolledFace:
    """A portrait's pattern, and whose it is said to be. Patterns of two engines can't be compared."""

    portrait: MediaId
    student: StudentId
    numbers: Descriptor = field(repr=False)
    engine: str


@dataclass(frozen=True)
class Alike:
    """Two children whose portraits look like one person, or are the same file."""

    one: StudentId
    other: StudentId
    same_file: bool = False

    @property
    def children(self) -> frozenset[StudentId]:
        """Both."""
        return frozenset({self.one, self.other})


@dataclass(frozen=True)
class PortraitReport:
    """What is known about the portraits of a school.

    Args:
        flaws: of the portraits that were looked at; an empty tuple is a good one.
        alike: children who look like one another.
    """

    flaws: Mapping[MediaId, tuple[Flaw, ...]] = field(default_factory=dict)
    alike: tuple[Alike, ...] = ()

    def alike_with(self, student: StudentId) -> tuple[Alike, ...]:
        """Give the pairs that a child belongs to."""
        return tuple(pair for pair in self.alike if student in pair.children)


def flaws_of(faces: Sequence[FoundFace]) -> tuple[Flaw, ...]:
    """Say what is wrong with a portrait, from the faces found in it."""
    if len(faces) != 1:
        return (Flaw.FACES if faces else Flaw.NO_FACE,)
    return tuple(_UNCLEAR[why] for why in unclear(faces[0].box.height, faces[0].clarity))


def differing(enrolled: Iterable[EnrolledFace], match: float) -> frozenset[MediaId]:
    """Give the portraits that are farther from all others of their child than a match may be."""
    groups: dict[tuple[StudentId, str], list[EnrolledFace]] = {}
    for face in enrolled:
        groups.setdefault((face.student, face.engine), []).append(face)
    found = set()
    for group in groups.values():
        for face in group:
            others = [other.numbers for other in group if other is not face]
            if others and np.linalg.norm(np.subtract(others, face.numbers), axis=1).min() > match:
                found.add(face.portrait)
    return frozenset(found)


def look_alikes(enrolled: Sequence[EnrolledFace], match: float) -> tuple[Alike, ...]:
    """Give each two children of whom any portraits lie as near as a match."""
    pairs: set[tuple[StudentId, StudentId]] = set()
    for engine in {face.engine for face in enrolled}:
        faces = [face for face in enrolled if face.engine == engine]
        known = np.array([face.numbers for face in faces], np.float64)
        lengths = (known**2).sum(axis=1)
        for start in range(0, len(faces), _ROWS):
            rows = known[start : start + _ROWS]
            squares = lengths[start : start + _ROWS, None] + lengths[None, :] - 2 * rows @ known.T
            for row, column in np.argwhere(squares <= match**2):
                one, other = faces[start + int(row)].student, faces[int(column)].student
                if one < other:
                    pairs.add((one, other))
    return tuple(Alike(one, other) for one, other in sorted(pairs))


def nearest_portraits(
    children: Iterable[StudentId], numbers: Descriptor, templates: Sequence[Template]
) -> dict[StudentId, MediaId]:
    """Give of each child that a face may be the portrait that it resembles most, where there is a pattern."""
    own = {child: [one for one in templates if one.student == child] for child in children}
    return {
        child: min(theirs, key=lambda one: math.dist(one.numbers, numbers)).portrait
        for child, theirs in own.items()
        if theirs
    }


def same_files(files: Mapping[StudentId, Iterable[str]]) -> tuple[Alike, ...]:
    """Give each two children who have the very same file as a portrait.

    Args:
        files: the sums (SHA-256) of each child's portraits.
    """
    owners: dict[str, set[StudentId]] = {}
    for student, sums in files.items():
        for one in sums:
            owners.setdefault(one, set()).add(student)
    pairs = {
        (one, other) for children in owners.values() for one in children for other in children if one < other
    }
    return tuple(Alike(one, other, same_file=True) for one, other in sorted(pairs))
