"""What stands at each face of a photo, and what may be said about it. Pure, no Qt.

The engine's words stay guesses: only what a person decided is said without *looks like*. Faces are numbered
from left to right, so that two people on the telephone mean the same one.
"""

from dataclasses import dataclass
from enum import Enum

from smadmin.domain.ids import FaceId
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.clarity import Unclear
from smadmin.domain.photos.covers import Cover, CoverStyle
from smadmin.domain.photos.deciding import Choice, covered_faces
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import Student
from smadmin.services.photos.views import PhotoView
from smadmin.ui.theme import State

LOOKS_LIKE = frozenset({FaceState.MATCH, FaceState.POSSIBLE})


class Line(Enum):
    """How a face's frame is drawn: doubt is dashed, what nobody decided dotted."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


@dataclass(frozen=True)
class Mark:
    """A face as it is drawn on the photo; `cover` is what is painted over in that `style`, or None.

    Args:
        corners: whether its corners can be dragged: a person drew it.
    """

    face: FaceId
    number: int
    box: Box
    state: State
    word: Message
    line: Line
    cover: Cover | None = None
    style: CoverStyle = CoverStyle.SOLID
    corners: bool = False

    @property
    def around(self) -> Box:
        """The box around what is seen of it."""
        return self.box if self.cover is None else self.cover.box


@dataclass(frozen=True)
class Offer:
    """Something that can be said about a face with one key."""

    key: str
    words: Message
    choice: Choice


@dataclass(frozen=True)
class FaceModel:
    """The chosen face: what is known, whom it may be, what can be said.

    Args:
        near: whom it looks like, nearest first; empty where nothing was compared.
        suggested: whether the first offer is what the engine's word suggests.
    """

    mark: Mark
    sentence: Message
    why: Message
    near: tuple[Student, ...]
    offers: tuple[Offer, ...]
    suggested: bool


def marks_of(view: PhotoView) -> tuple[Mark, ...]:
    """Give a mark for each face, from left to right."""
    covers = dict(zip((face.id for face in covered_faces(view.photo, view.mode)), view.covers, strict=True))
    ordered = sorted(view.photo.faces, key=lambda face: (face.box.left, face.box.top))
    return tuple(
        Mark(
            face.id,
            number,
            face.box,
            *_called(face),
            cover=covers.get(face.id) if face.covered else None,
            style=view.photo.style,
            corners=face.added,
        )
        for number, face in enumerate(ordered, 1)
    )


def face_model(view: PhotoView, face_id: FaceId) -> FaceModel | None:
    """Give what the side panel says about a face, or None if it is gone."""
    face = next((one for one in view.photo.faces if one.id == face_id), None)
    mark = next((one for one in marks_of(view) if one.face == face_id), None)
    if face is None or mark is None:
        return None
    near = view.near(face.near) if face.hint in LOOKS_LIKE else ()
    return FaceModel(
        mark=mark,
        sentence=_sentence(face, near, view),
        why=say("photoui.why-compared") if face.near else say("photoui.why-by-eye"),
        near=near,
        offers=offers_for(face, near, view.mode),
        suggested=bool(near) and face.decision is Decision.OPEN,
    )


def offers_for(face: Face, near: tuple[Student, ...], mode: RosterMode) -> tuple[Offer, ...]:
    """Give what can be said about a face with one key, without naming a child from the list."""
    may_be = tuple(one.id for one in near)
    cleared = (
        Offer("N", say("photoui.has-consent"), Choice(Decision.CONSENTED, others=may_be))
        if mode is RosterMode.OPT_IN
        else Offer("N", say("photoui.nobody-of-these"), Choice(Decision.CLEARED))
    )
    if not near:
        return (Offer("C", say("photoui.cover"), Choice(Decision.COVERED)), cleared)
    child = near[0]
    none = Choice.none_of(may_be)
    not_it = say("photoui.not-child", name=child.name) if len(near) == 1 else cleared.words
    refused = cleared if mode is RosterMode.OPT_IN else Offer("N", not_it, none)
    return (
        Offer("C", say("photoui.is-child", name=child.name), Choice(Decision.OPTED_OUT, child.id)),
        refused,
        Offer("T", say("photoui.cannot-tell"), Choice(Decision.COVERED)),
    )


def next_open(view: PhotoView, after: FaceId | None) -> FaceId | None:
    """Give the next face that wants a decision, else the chosen one, else the first, or None."""
    marks = marks_of(view)
    wanted = {face.id for face in view.photo.open_faces()}
    place = next((number for number, mark in enumerate(marks) if mark.face == after), -1)
    turned = (*marks[place + 1 :], *marks[: place + 1])
    found = next((mark.face for mark in turned if mark.face in wanted), None)
    if found is not None:
        return found
    return after if place >= 0 else (marks[0].face if marks else None)


def none_blocked(view: PhotoView) -> Message | None:
    """Say why *none of them is here* can't be said of what is open, or None."""
    open_faces = view.photo.open_faces()
    if not open_faces:
        return say("photoui.nothing-open")
    if all(face.hint in LOOKS_LIKE for face in open_faces):
        return say("photoui.each-by-itself")
    return None


def beside_of(view: PhotoView, face_id: FaceId, step: int) -> FaceId | None:
    """Give the face a step to the right (or left), round the edge."""
    marks = marks_of(view)
    if not marks:
        return None
    place = next((number for number, mark in enumerate(marks) if mark.face == face_id), 0)
    return marks[(place + step) % len(marks)].face


def _called(face: Face) -> tuple[State, Message, Line]:
    if face.decision is not Decision.OPEN:
        state = State.STOP if face.decision is Decision.OPTED_OUT else State.FINE
        return state, say(f"photoui.face-{face.decision.value}"), Line.SOLID
    if face.hint in LOOKS_LIKE:
        return State.DOUBT, say(f"photoui.face-{_likeness(face)}"), Line.DASHED
    if face.hint is FaceState.TOO_SMALL:
        return State.DOUBT, say(f"photoui.face-too-{_doubt(face)}"), Line.DASHED
    if face.hint is FaceState.NO_MATCH:
        return State.NOTE, say("photoui.face-no-match"), Line.DOTTED
    return State.WAITS, say("photoui.face-open"), Line.DOTTED


def _likeness(face: Face) -> str:
    return "looks-like" if face.hint is FaceState.MATCH else "a-little-like"


def _doubt(face: Face) -> str:
    """Name what keeps a face from being told; decided before this was measured, it was its size."""
    return (face.unclear or (Unclear.SMALL,))[0].value


def _names(near: tuple[Student, ...]) -> tuple[Message, ...]:
    return tuple(say("photoui.child-named", name=one.name) for one in near)


def _sentence(face: Face, near: tuple[Student, ...], view: PhotoView) -> Message:
    if face.decision is Decision.OPTED_OUT:
        child = next((one.name for one in view.beside if one.id == face.student), "")
        return say("photoui.said-opted-out", name=child)
    if face.decision is not Decision.OPEN:
        return say(f"photoui.said-{face.decision.value}")
    if near and face.hint is FaceState.MATCH:
        return say("photoui.said-match", name=_names(near))
    if near:
        return say("photoui.said-possible", name=_names(near))
    if face.hint is FaceState.TOO_SMALL:
        return say(f"photoui.said-too-{_doubt(face)}")
    if face.hint is FaceState.NO_MATCH:
        return say("photoui.said-no-match")
    return say("photoui.said-open" if view.mode is RosterMode.OPT_OUT else "photoui.said-open-opt-in")
