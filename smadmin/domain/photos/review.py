"""Reviewing photos: which faces are open, who looked, and what keeps a photo from going out.

A face's state is decided by persons only; the engine merely says what it looks like (`product.md`, Photos).
Covering more is always possible; uncovering needs both lookers.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from smadmin.domain.errors import Reason
from smadmin.domain.ids import FaceId, MediaId, PersonId, PhotoId, PhotoSetId, SchoolId, StudentId
from smadmin.domain.media import RightOfUse
from smadmin.domain.messages import say
from smadmin.domain.photos.adults import NOTHING_KNOWN, Adults
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.clarity import Unclear
from smadmin.domain.photos.covers import CoverStyle
from smadmin.domain.photos.faces import FaceState


class Decision(StrEnum):
    """What a person decided about a face."""

    OPEN = "open"
    OPTED_OUT = "opted-out"  # it is this child: it will be covered
    NOT_THIS_CHILD = "not-this-child"
    CLEARED = "cleared"  # none of the opted-out children
    CONSENTED = "consented"
    COVERED = "covered"  # covered without saying who it is


SHOWS = frozenset({Decision.NOT_THIS_CHILD, Decision.CLEARED, Decision.CONSENTED})
"""After these a face is seen, so each child that it may be must have been named in them."""


@dataclass(frozen=True)
class Face:
    """A face in a photo.

    Args:
        hint: the engine's word; `near` is whom it looks like, nearest first.
        decided_by: the person of the decision that stands.
        others: where it is shown, the children that it isn't, besides a `student` that it isn't.
        added: drawn by a person, not found by the engine.
        turn: how far the face is turned, in degrees clockwise; its cover turns with it.
        unclear: what keeps it from being told who it is.
    """

    id: FaceId
    box: Box
    hint: FaceState
    near: tuple[StudentId, ...] = ()
    decision: Decision = Decision.OPEN
    student: StudentId | None = None
    decided_by: PersonId | None = None
    added: bool = False
    turn: int = 0
    unclear: tuple[Unclear, ...] = ()
    others: tuple[StudentId, ...] = ()

    @property
    def may_be(self) -> tuple[StudentId, ...]:
        """Each child that the engine thinks it may be, nearest first."""
        return self.near if self.hint in {FaceState.MATCH, FaceState.POSSIBLE} else ()

    @property
    def is_none_of(self) -> frozenset[StudentId]:
        """The children that a person said it isn't."""
        return said_not_to_be(self.decision, self.student, self.others)

    @property
    def covered(self) -> bool:
        """Tell whether its pixels are destroyed in the export."""
        return self.decision in {Decision.OPTED_OUT, Decision.COVERED}

    @property
    def must_decide(self) -> bool:
        """Tell whether a person still has to decide (`No match` alone needs no decision of its own)."""
        return self.decision is Decision.OPEN and self.hint is not FaceState.NO_MATCH

    @property
    def asks_again(self) -> bool:
        """Tell whether the second look asks without the first's answer: cleared, or doubted by the engine."""
        return not self.covered and self.hint in {FaceState.MATCH, FaceState.POSSIBLE, FaceState.TOO_SMALL}


def said_not_to_be(
    decision: Decision, student: StudentId | None, others: tuple[StudentId, ...]
) -> frozenset[StudentId]:
    """Give the children that an answer says a face isn't."""
    if decision not in SHOWS:
        return frozenset()
    named = student if decision is Decision.NOT_THIS_CHILD else None
    return frozenset(one for one in (named, *others) if one is not None)


@dataclass(frozen=True)
class Look:
    """A person's finished look at a photo; `seq` is the record's row that says so."""

    by: PersonId
    seq: int
    at: datetime
    other_things_fine: bool


@dataclass(frozen=True)
class Made:
    """A covered, clean file; one that serves several platforms stands there for each.

    Args:
        within: what it keeps within (`Rendition.within`).
    """

    within: str
    file: MediaId
    sha256: str


@dataclass(frozen=True)
class PhotoSet:
    """A folder of photos of one event (asked once per folder).

    Args:
        adults: what it rests on that adults are shown.
    """

    id: PhotoSetId
    school: SchoolId
    event: str
    taken_by: str
    right: RightOfUse
    purpose: str
    groups: tuple[str, ...]
    created_at: datetime
    version: int = 1
    adults: Adults = NOTHING_KNOWN


@dataclass(frozen=True)
class Photo:
    """A photo under review.

    Args:
        name: the file's name, for staff.
        original: the encrypted original.
        sha256: of the original bytes, hex.
        width, height: pixels of the upright image.
        looked_for: whether faces were searched for (None faces isn't yet no faces).
        sought: the opted-out children who were looked for then; who came on the list later was not.
        weaker_eyes: whether only dlib's own detector looked, which misses small and turned faces.
        looked_closer: whether it was also searched part by part at full size.
        likeness: marks by which nearly equal photos are stacked.
        error: why it can't be used: a message's id.
        style: what its covers look like; another one shows no more, so looks hold; only the file doesn't.
        lacks: what of its file isn't in the picture that is seen: messages' ids.
        again: the photo of an earlier folder that is the same to the byte and was looked at.
        exported: the covered, clean file that people look at, and `exported_sha256` its digest, once made.
        made: the files that go out, by where; empty for a photo whose one file serves every account.
    """

    id: PhotoId
    school: SchoolId
    set: PhotoSetId
    name: str
    original: MediaId
    sha256: str
    width: int = 0
    height: int = 0
    looked_for: bool = False
    sought: tuple[StudentId, ...] = ()
    weaker_eyes: bool = False
    looked_closer: bool = False
    likeness: str = ""
    error: str | None = None
    picked: bool = False
    faces: tuple[Face, ...] = ()
    first: Look | None = None
    second: Look | None = None
    style: CoverStyle = CoverStyle.SOLID
    lacks: tuple[str, ...] = ()
    exported: MediaId | None = None
    exported_sha256: str | None = None
    version: int = 1
    again: PhotoId | None = None
    made: tuple[Made, ...] = ()

    @property
    def files(self) -> tuple[MediaId, ...]:
        """Each covered file once, the one that people look at first."""
        shown = () if self.exported is None else (self.exported,)
        return tuple(dict.fromkeys((*shown, *(one.file for one in self.made))))

    def made_for(self, within: str) -> Made | None:
        """Give the file that keeps within this, or None where it wasn't made.

        A photo whose file was made when one served every account still has that one.
        """
        if not self.made and self.exported is not None and self.exported_sha256 is not None:
            return Made(within, self.exported, self.exported_sha256)
        return next((one for one in self.made if one.within == within), None)

    def unmade(self) -> "Photo":
        """Give the photo without its covered files: they no longer show what goes out."""
        return replace(self, exported=None, exported_sha256=None, made=())

    def open_faces(self) -> tuple[Face, ...]:
        """Give the faces that a person still has to decide."""
        return tuple(face for face in self.faces if face.must_decide)

    def with_face(self, face: Face) -> "Photo":
        """Give the photo with a face added or changed; its looks and export no longer hold."""
        kept = [face if f.id == face.id else f for f in self.faces]
        faces = tuple(kept) if face in kept else (*kept, face)
        return replace(self, faces=faces, first=None, second=None).unmade()

    def in_style(self, style: CoverStyle) -> "Photo":
        """Give the photo with covers of another look; its file no longer holds, its looks do."""
        return self if style is self.style else replace(self, style=style).unmade()

    def look_blockers(self) -> tuple[Reason, ...]:
        """List why a look can't be finished yet."""
        place = f"photo:{self.id}"
        if self.error is not None:
            return (Reason(say("photos.cannot-be-read"), None, place),)
        if not self.looked_for:
            return (Reason(say("photos.still-looking"), None, place),)
        left = len(self.open_faces())
        return (Reason(say("photos.faces-open", n=left), "BAL-B1i1", place),) if left else ()

    def hand_in_blockers(self) -> tuple[Reason, ...]:
        """List why a post with it can't be handed in: nobody else is asked to look before the first look."""
        if self.first is None and not self.look_blockers():
            return (Reason(say("posts.first-look-missing"), "BAL-B1i1", f"photo:{self.id}"),)
        return self.look_blockers()

    def second_look_blockers(self, by: PersonId) -> tuple[Reason, ...]:
        """List why this person can't take the second look (SOC-M4)."""
        place = f"photo:{self.id}"
        if self.first is None:
            return (Reason(say("photos.first-look-missing"), "BAL-B1i1", place),)
        if self.first.by == by:
            return (Reason(say("photos.second-is-first"), "SOC-M4", place),)
        return self.look_blockers()


def uncover_blockers(photo: Photo, face: Face, by: PersonId) -> tuple[Reason, ...]:
    """List why a covered face may not be uncovered by this person (uncovering needs both)."""
    if not face.covered or photo.first is None or photo.first.by == by:
        return ()
    return (Reason(say("photos.uncover-needs-both"), "BAL-B1i1", f"photo:{photo.id}"),)
