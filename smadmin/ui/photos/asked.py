"""A photo that was sent for a second look, as its page shows it: the next question, frames, the head count.

Pure, no Qt. Nothing here tells what the first person said; it isn't in the file.
"""

from smadmin.domain.ids import FaceId
from smadmin.domain.messages import say
from smadmin.domain.photos.away import AskedPhoto, ShownFace
from smadmin.domain.photos.covers import cover_as_drawn, cover_for_face
from smadmin.domain.policy.packs import RosterMode
from smadmin.services.photos.visiting import Answer, Visit
from smadmin.ui.photos.asking import Question
from smadmin.ui.photos.counting import HeadCount
from smadmin.ui.photos.groupwise import Beside
from smadmin.ui.photos.marks import Line, Mark
from smadmin.ui.theme import State


def beside_of(visit: Visit) -> Beside:
    """Say who must not be shown, those of the folder's groups first."""
    children = tuple(child for child in visit.beside if child.in_any(visit.groups))
    others = tuple(child for child in visit.beside if child not in children)
    title = "children-opt-in" if visit.mode is RosterMode.OPT_IN else "children"
    said = say(f"photoui.{title}", n=len(children))
    return Beside(said, say("photoui.none-here"), None, children, others)


def next_question(photo: AskedPhoto, answer: Answer, mode: RosterMode) -> Question | None:
    """Give the next face to ask about, from left to right, or None."""
    left = answer.left(photo)
    if not left:
        return None
    number, face = next((number, face) for number, face in _numbered(photo) if face.id == left[0])
    opt_in = mode is RosterMode.OPT_IN
    mark = Mark(face.id, number, face.box, State.DOUBT, say("photoui.face-asked"), Line.DASHED)
    sentence = say("photoui.asked-opt-in" if opt_in else "photoui.asked-any")
    no = say("photoui.consent-there" if opt_in else "photoui.nobody-of-these")
    return Question(face.id, mark, sentence, no, (), len(left))


def marks_shown(photo: AskedPhoto, answer: Answer) -> tuple[Mark, ...]:
    """Frame the faces that show, and paint over what this person wants covered."""
    marks = []
    for number, face in _numbered(photo):
        if face.id in answer.covered:
            cover = cover_for_face(face.box)
            word = say("away.will-be-covered")
            marks.append(Mark(face.id, number, face.box, State.STOP, word, Line.SOLID, cover))
        elif not face.hidden:
            marks.append(Mark(face.id, number, face.box, State.NOTE, say("photoui.face-shown"), Line.DOTTED))
    for number, box in enumerate(answer.added, len(photo.faces) + 1):
        word, face_id = say("away.will-be-covered"), FaceId(f"drawn-{number}")
        marks.append(Mark(face_id, number, box, State.STOP, word, Line.SOLID, cover_as_drawn(box)))
    return tuple(marks)


def head_count(photo: AskedPhoto, answer: Answer, *, seen: bool, answering: bool) -> HeadCount:
    """Ask whether anybody shows who has neither frame nor cover, once all that show have a frame.

    Args:
        photo: which one.
        answer: what was said about it so far.
        seen: whether this person is done with it.
        answering: whether only the face that is asked about has a frame meanwhile.
    """
    shown = [face for face in photo.faces if not face.hidden and face.id not in answer.covered]
    covered = len(photo.faces) - len(shown) + len(answer.added)
    if answering:
        sentence = say("photoui.framed-first")
    elif shown:
        sentence = say("photoui.shown", n=len(shown))
    else:
        sentence = say("photoui.shown-none" if photo.faces else "photoui.framed-none")
    asked = not seen and not answering
    note = say("photoui.goes-out", covers=say("photoui.covered-faces", n=covered))
    return HeadCount(State.WAITS if asked else State.NOTE, sentence, (note,))


def _numbered(photo: AskedPhoto) -> list[tuple[int, ShownFace]]:
    return list(enumerate(sorted(photo.faces, key=lambda face: (face.box.left, face.box.top)), 1))
