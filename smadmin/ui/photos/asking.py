"""What the second look asks and says: which faces are asked again, and in what words. Pure, no Qt."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from smadmin.domain.ids import FaceId
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.deciding import Choice, covered_faces
from smadmin.domain.photos.review import Decision, Face
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import Student
from smadmin.services.photos.views import PhotoView
from smadmin.ui.photos.marks import LOOKS_LIKE, Line, Mark
from smadmin.ui.theme import State


@dataclass(frozen=True)
class Question:
    """A face that the second person answers on their own; nothing in it tells what the first one said.

    Args:
        no: words of the answer that leaves the face as it is.
        near: whom the engine thinks it looks like; empty where it doesn't know.
        left: how many faces are asked, this one included.
        new: what leaving the face as it is says of one that was found only now; then the first look is taken
            again. None for a face that the first person decided about.
        ends: whether that answer also says that the photo may go out like this.
    """

    face: FaceId
    mark: Mark
    sentence: Message
    no: Message
    near: tuple[Student, ...]
    left: int
    new: Choice | None = None
    ends: bool = False

    def ending(self) -> "Question":
        """Let the last answer end the look, and say so in its words; the whole photo stands beside it."""
        if self.left > 1 or self.new is not None:
            return self
        return replace(self, no=say(f"{self.no.id}-and-fine"), ends=True)


def question_of(view: PhotoView, answered: Collection[FaceId]) -> Question | None:
    """Give the next face to ask about, from left to right, or None."""
    asked = [
        face for face in _ordered(view) if face.must_decide or (face.asks_again and face.id not in answered)
    ]
    if not asked:
        return None
    face = asked[0]
    near = view.near(face.near) if face.hint in LOOKS_LIKE else ()
    number = [one.id for one in _ordered(view)].index(face.id) + 1
    mark = Mark(face.id, number, face.box, State.DOUBT, say("photoui.face-asked"), Line.DASHED)
    no = say("photoui.nobody-of-these")
    if near:
        names = tuple(say("photoui.child-named", name=one.name) for one in near)
        sentence = say("photoui.asked-near", name=names)
    elif view.mode is RosterMode.OPT_IN:
        sentence, no = say("photoui.asked-opt-in"), say("photoui.consent-there")
    else:
        sentence = say("photoui.asked-new" if face.must_decide else "photoui.asked-any")
    new = _left_alone(near, view.mode) if face.must_decide else None
    return Question(face.id, mark, sentence, no, near, len(asked), new)


def _left_alone(near: tuple[Student, ...], mode: RosterMode) -> Choice:
    may_be = tuple(child.id for child in near)
    if mode is RosterMode.OPT_IN:
        return Choice(Decision.CONSENTED, others=may_be)
    return Choice.none_of(may_be) if near else Choice(Decision.CLEARED)


def shown_marks(view: PhotoView) -> tuple[Mark, ...]:
    """Frame the faces that show, so that one without a frame stands out; nothing tells what was said."""
    hidden = {face.id for face in covered_faces(view.photo, view.mode)}
    return tuple(
        Mark(face.id, number, face.box, State.NOTE, say("photoui.face-shown"), Line.DOTTED)
        for number, face in enumerate(_ordered(view), 1)
        if face.id not in hidden
    )


def marks_beside(question: Question | None, shown: Collection[Mark]) -> tuple[Mark, ...]:
    """Frame the face that is asked about, alone; at the last one all that show, so that nobody is missed."""
    if question is None:
        return tuple(shown)
    others = [mark for mark in shown if question.ends and mark.face != question.face]
    return (*others, question.mark)


def said_of(view: PhotoView) -> Message:
    """Say what the second person sees."""
    covered = len(view.covers)
    return say("photoui.goes-out", covers=say("photoui.covered-faces", n=covered))


def _ordered(view: PhotoView) -> list[Face]:
    return sorted(view.photo.faces, key=lambda face: (face.box.left, face.box.top))
