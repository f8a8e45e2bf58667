"""Deciding about faces: what may be decided, what a decision voids, how a photo stands on the contact sheet.

A decision voids looks and export, but for one that only covers more: what the first person saw is then a
part of what goes out no longer, and nothing new shows.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from smadmin.domain.errors import Reason
from smadmin.domain.ids import FaceId, PersonId, StudentId
from smadmin.domain.messages import say
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import SHOWS, Decision, Face, Photo, said_not_to_be, uncover_blockers
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import Student

COVERS = frozenset({Decision.OPTED_OUT, Decision.COVERED})


class PhotoState(StrEnum):
    """How a photo stands on the contact sheet, most urgent first."""

    UNREADABLE = "unreadable"
    LOOKING = "looking"
    OPTED_OUT = "opted-out"  # the engine's or a person's word: an opted-out child is (or may be) in it
    TO_DECIDE = "to-decide"
    NOTHING_TO_DECIDE = "nothing-to-decide"
    LOOKED = "looked"
    SEEN_TWICE = "seen-twice"


@dataclass(frozen=True)
class Choice:
    """What a person says about a face, and which child it is, or isn't.

    Args:
        others: the (further) children that it isn't: whoever says *none of these* says it of each.
    """

    decision: Decision
    student: StudentId | None = None
    others: tuple[StudentId, ...] = ()

    @classmethod
    def none_of(cls, children: Sequence[StudentId]) -> "Choice":
        """Say that a face is none of these children, of whom there is at least one."""
        return cls(Decision.NOT_THIS_CHILD, children[0], tuple(children[1:]))

    @property
    def is_none_of(self) -> frozenset[StudentId]:
        """The children that it says a face isn't."""
        return said_not_to_be(self.decision, self.student, self.others)

    def said_of(self, face: Face, by: PersonId) -> Face:
        """Give a face with this said about it."""
        return replace(
            face,
            decision=self.decision,
            student=self.student,
            others=self.others,
            decided_by=None if self.decision is Decision.OPEN else by,
        )


def state_of(photo: Photo) -> PhotoState:
    """Say how a photo stands."""
    if photo.error is not None:
        return PhotoState.UNREADABLE
    if not photo.looked_for:
        return PhotoState.LOOKING
    if photo.second is not None:
        return PhotoState.SEEN_TWICE
    if photo.first is not None:
        return PhotoState.LOOKED
    if any(face.hint in {FaceState.MATCH, FaceState.POSSIBLE} for face in photo.open_faces()):
        return PhotoState.OPTED_OUT
    if photo.open_faces():
        return PhotoState.TO_DECIDE
    return PhotoState.NOTHING_TO_DECIDE


def choice_blockers(
    photo: Photo,
    face: Face,
    choice: Choice,
    *,
    child: Student | None,
    may_be: Collection[StudentId],
    by: PersonId,
    mode: RosterMode,
) -> tuple[Reason, ...]:
    """List why this person can't decide so about a face.

    Args:
        photo: which one.
        face: which one.
        choice: what is to be said.
        child: whom the choice names.
        may_be: the children that the face resembles and who must not be shown; what shows the face is said of
            each of them, or it would clear the face of one who was never asked about. So is an answer to a
            face that looked like nobody when it was seen.
        by: who decides.
        mode: the policy's.
    """
    place = f"photo:{photo.id}"
    reasons = []
    if choice.decision is Decision.OPTED_OUT and child is None:
        reasons.append(Reason(say("photos.who-is-it"), "BAL-B1i1", place))
    if choice.decision in SHOWS and set(may_be) - choice.is_none_of:
        reasons.append(Reason(say("photos.may-be-others"), "BAL-B1i1", place))
    if choice.decision is Decision.CONSENTED and child is not None and child.not_shown(mode):
        reasons.append(Reason(say("photos.no-consent"), "SOC-O1", place))
    if choice.decision not in COVERS:
        reasons.extend(uncover_blockers(photo, face, by))
    return tuple(reasons)


def resize_blockers(photo: Photo, face: Face, box: Box) -> tuple[Reason, ...]:
    """List why a frame can't be given this box: only drawn ones can, and once somebody looked only larger."""
    place = f"photo:{photo.id}"
    if not face.added:
        return (Reason(say("photos.resize-drawn-only"), None, place),)
    if photo.first is not None and not box.holds(face.box):
        return (Reason(say("photos.resize-shows-more"), "BAL-B1i1", place),)
    return ()


def decided(photo: Photo, faces: Iterable[Face]) -> Photo:
    """Give the photo with some faces decided; looks and export no longer hold, as the module says."""
    known = {face.id: face for face in photo.faces}
    first, changed = photo.first, photo
    for face in faces:
        if known.get(face.id) == face:
            continue
        first = first if face.covered else None
        changed = changed.with_face(face)
    return changed if changed is photo else replace(changed, first=first)


def all_covered(photo: Photo, by: PersonId) -> tuple[Face, ...]:
    """Give every face that isn't covered yet, covered."""
    return tuple(Choice(Decision.COVERED).said_of(face, by) for face in photo.faces if not face.covered)


def none_of_them(photo: Photo, by: PersonId, *, shown: Collection[FaceId]) -> tuple[Face, ...]:
    """Give the open faces as cleared, but for those that look like a child: these want an answer each.

    Args:
        photo: which one.
        by: who says so.
        shown: the faces that were framed when it was said; one that was found since stays open.
    """
    return tuple(Choice(Decision.CLEARED).said_of(face, by) for face in _nobodys(photo, shown))


def the_rest_consents(photo: Photo, by: PersonId, *, shown: Collection[FaceId]) -> tuple[Face, ...]:
    """Give the open faces as consented (SOC-O1), but for those that look like a child without consent.

    This is how a photo is cleared by its group: who has no consent was named before. `shown` as above.
    """
    return tuple(Choice(Decision.CONSENTED).said_of(face, by) for face in _nobodys(photo, shown))


def _nobodys(photo: Photo, shown: Collection[FaceId]) -> tuple[Face, ...]:
    return tuple(
        face
        for face in photo.open_faces()
        if face.id in shown and face.hint not in {FaceState.MATCH, FaceState.POSSIBLE}
    )


def covered_faces(photo: Photo, mode: RosterMode) -> tuple[Face, ...]:
    """Give the faces whose pixels are destroyed; in an opt-in district all that aren't known as consented."""
    if mode is RosterMode.OPT_IN:
        return tuple(face for face in photo.faces if face.decision is not Decision.CONSENTED)
    return tuple(face for face in photo.faces if face.covered)


def later_listed(photo: Photo, sought: Collection[StudentId]) -> frozenset[StudentId]:
    """Give the children who came on the list after the photo was searched."""
    return frozenset(sought) - frozenset(photo.sought) if photo.looked_for else frozenset()


def look_reasons(photo: Photo, *, by: PersonId, again: Collection[FaceId], later: int) -> tuple[Reason, ...]:
    """List why this person can't finish a look now; first or second follows from who it is.

    Args:
        photo: as it stands.
        by: who looks.
        again: the faces that this person answered on their own (`Face.asks_again`), for a second look.
        later: how many children came on the list after the photo was searched.
    """
    place = f"photo:{photo.id}"
    reasons = list(photo.look_blockers())
    if later:
        reasons.append(Reason(say("photos.list-changed", n=later), "BAL-B1i1", place))
    if photo.second is not None:
        return (*reasons, Reason(say("photos.seen-twice"), None, place))
    if photo.first is None:
        return tuple(reasons)
    reasons.extend(reason for reason in photo.second_look_blockers(by) if reason not in reasons)
    left = {face.id for face in photo.faces if face.asks_again} - set(again)
    if left and photo.first.by != by:
        reasons.append(Reason(say("photos.answer-again", n=len(left)), "SOC-M4", place))
    return tuple(reasons)


def export_reasons(photo: Photo, *, later: int) -> tuple[Reason, ...]:
    """List why the covered file can't be made yet."""
    place = f"photo:{photo.id}"
    reasons = list(photo.look_blockers())
    if later:
        reasons.append(Reason(say("photos.list-changed", n=later), "BAL-B1i1", place))
    if photo.first is None:
        reasons.append(Reason(say("photos.first-look-missing"), "BAL-B1i1", place))
    return tuple(reasons)
