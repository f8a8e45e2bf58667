"""Whom a folder's photos are searched for, and what a found face is therefore called.

`No match found` speaks of patterns only. So as soon as one of the children has no pattern that was
compared, no face may rest on it: a person looks (`law.md`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from smadmin.domain.ids import FaceId, StudentId
from smadmin.domain.photos.clarity import unclear
from smadmin.domain.photos.faces import FaceState, FoundFace
from smadmin.domain.photos.gallery import Gallery, Portrait
from smadmin.domain.photos.matching import Thresholds, judge_face
from smadmin.domain.photos.review import SHOWS, Decision, Face, Photo
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.policy.reading import fold
from smadmin.domain.students import Student

SAME_FACE = 0.5
"""Two boxes that share at least this much are one face, found twice."""


@dataclass(frozen=True)
class Search:
    """Whom to look for.

    Args:
        children: whose faces must not be shown: of the chosen groups, then others who can be compared.
        portraits: their patterns that may lawfully be compared; none means that nobody is.
    """

    children: tuple[Student, ...]
    portraits: tuple[Portrait[StudentId], ...] = ()
    mode: RosterMode = RosterMode.OPT_OUT
    groups: tuple[str, ...] = ()

    @property
    def sought(self) -> tuple[StudentId, ...]:
        """The children's ids."""
        return tuple(sorted(child.id for child in self.children))

    @cached_property
    def gallery(self) -> Gallery[StudentId]:
        """The patterns, laid out once for all faces of a folder."""
        return Gallery(self.portraits)

    @property
    def compares_all(self) -> bool:
        """Tell whether every child of the groups has a pattern, so that *no match* says something of each."""
        wanted = {child.id for child in self.children if child.in_any(self.groups)}
        return wanted <= {portrait.who for portrait in self.portraits}

    def judge(self, face: FoundFace, face_id: FaceId, thresholds: Thresholds) -> Face:
        """Call a found face something; its pattern ends here."""
        if not self.portraits:
            doubts = unclear(face.box.height, face.clarity, smallest_px=thresholds.smallest_px)
            return Face(face_id, face.box, FaceState.FOUND, turn=face.turn, unclear=doubts)
        judged = judge_face(face, self.gallery, thresholds)
        rests = self.compares_all and self.mode is RosterMode.OPT_OUT
        hint = FaceState.FOUND if judged.state is FaceState.NO_MATCH and not rests else judged.state
        # Each child it may be, so that *not this one* never clears it of the next.
        least, most = judged.nearest[:1], thresholds.possible
        near = tuple(one.who for one in judged.nearest if one in least or one.distance <= most)
        shown = hint in {FaceState.MATCH, FaceState.POSSIBLE, FaceState.TOO_SMALL}
        return Face(face_id, face.box, hint, near if shown else (), turn=face.turn, unclear=judged.unclear)


def not_shown(students: Iterable[Student], groups: Iterable[str], mode: RosterMode) -> tuple[Student, ...]:
    """Give the children to look for in photos of these groups (of the whole school, if none is named)."""
    wanted = tuple(groups)
    found = [student for student in students if student.not_shown(mode) and student.in_any(wanted)]
    return tuple(sorted(found, key=lambda s: (fold(s.last_name), fold(s.first_name), s.id)))


def looked_for(students: Iterable[Student], groups: Iterable[str], mode: RosterMode) -> tuple[Student, ...]:
    """Give the children to look for: of these groups, then others whose face may be compared, each by name.

    The choice of groups orders, it never hides a match: a brother may stand in the photo of another class.
    """
    everybody = tuple(students)
    first = not_shown(everybody, groups, mode)
    chosen = {child.id for child in first}
    others = (child for child in everybody if child.matching_until is not None and child.portraits)
    return (*first, *(child for child in not_shown(others, (), mode) if child.id not in chosen))


def seen_again(photo: Photo, found: Sequence[Face], sought: tuple[StudentId, ...]) -> tuple[Face, ...]:
    """Join faces found anew with what persons decided before.

    What a person covered or drew stays, and so does a face that isn't found again: other eyes may have
    looked, and a face too many costs a look, one too few a child. What was cleared is asked again when other
    children are looked for now: it was cleared of those that were known then. So it is where it resembles a
    child now that nobody was asked about.
    """
    widened = bool(set(sought) - set(photo.sought))
    left, joined = list(photo.faces), []
    for face in found:
        known = next((old for old in left if old.box.overlap(face.box) >= SAME_FACE), None)
        if known is None:
            joined.append(face)
            continue
        left.remove(known)
        seen = _seen_as(known, face)
        other = set(seen.may_be) - known.is_none_of
        joined.append(asked_again(seen, widened=widened or bool(other)))
    return (*joined, *(asked_again(_uncompared(old, widened=widened), widened=widened) for old in left))


def _seen_as(known: Face, found: Face) -> Face:
    """Give a known face with what the engine says of it now."""
    return replace(known, hint=found.hint, near=found.near, unclear=found.unclear)


def _uncompared(face: Face, *, widened: bool) -> Face:
    """Give a face that wasn't found again, and so wasn't compared with who came on the list since."""
    return (
        replace(face, hint=FaceState.FOUND, near=()) if widened and face.hint is FaceState.NO_MATCH else face
    )


def asked_again(face: Face, *, widened: bool) -> Face:
    """Give a face with a clearing that no longer holds taken off it: more children are looked for since."""
    return opened(face) if widened and face.decision in SHOWS else face


def opened(face: Face) -> Face:
    """Give a face as if nobody had said anything about it."""
    return replace(face, decision=Decision.OPEN, student=None, others=(), decided_by=None)
