"""What is asked before a photo counts as looked at: is anybody in it without a frame? Pure, no Qt.

A detector misses faces, and a missed child is the one mistake that can't be taken back. So the question
stands above the photo, and the words of the button that finishes a look answer it.
"""

from dataclasses import dataclass
from enum import Enum

from smadmin.domain.messages import Message, say
from smadmin.domain.photos.deciding import covered_faces
from smadmin.domain.photos.matching import least_sure_px
from smadmin.services.photos.views import PhotoView
from smadmin.ui.photos.asking import said_of
from smadmin.ui.theme import State


@dataclass(frozen=True)
class HeadCount:
    """The question above the photo.

    Args:
        state: `WAITS` once it is all that is left to answer.
        notes: what else is to be known, such as faces that are too small to be checked.
    """

    state: State
    sentence: Message
    notes: tuple[Message, ...]


class CloserState(Enum):
    """How *Look closer* stands for a photo."""

    OFFERED = "offered"
    UNDER_WAY = "under-way"
    STOPPING = "stopping"
    ELSEWHERE = "elsewhere"  # another photo is being looked at


@dataclass(frozen=True)
class Closer:
    """*Look closer*, and what it said last of this photo."""

    state: CloserState
    said: Message | None = None

    @property
    def button(self) -> Message:
        """Word the button."""
        return say("photoui.cancel" if self.state is CloserState.UNDER_WAY else "photoui.look-closer")

    @property
    def blocked(self) -> Message | None:
        """Say why it can't be pressed now, or None."""
        busy = self.state in {CloserState.STOPPING, CloserState.ELSEWHERE}
        return say(f"photoui.closer-{self.state.value}") if busy else None


NO_CLOSER = Closer(CloserState.OFFERED)


def first_count(view: PhotoView, closer: Closer = NO_CLOSER) -> HeadCount | None:
    """Ask whether every face has a frame; None until faces were looked for."""
    photo = view.photo
    if photo.error is not None or not photo.looked_for:
        return None
    if closer.state is CloserState.UNDER_WAY and closer.said is not None:
        return HeadCount(State.WAITS, closer.said, ())
    framed = len(photo.faces)
    sentence = say("photoui.framed", n=framed) if framed else say("photoui.framed-none")
    asked = photo.first is None and not photo.open_faces()
    said = () if closer.said is None else (closer.said,)
    before = () if photo.again is None or photo.first is not None else (say("reviewed.before"),)
    return HeadCount(State.WAITS if asked else State.NOTE, sentence, (*before, *said, *_small(view)))


def second_count(view: PhotoView, *, answering: bool, closer: Closer = NO_CLOSER) -> HeadCount | None:
    """Ask whether anybody shows who has neither frame nor cover, once all that show have a frame.

    Args:
        view: the photo as it goes out.
        answering: whether single faces are still asked about.
        closer: how *Look closer* stands.
    """
    photo = view.photo
    if photo.error is not None or not photo.looked_for:
        return None
    if closer.state is CloserState.UNDER_WAY and closer.said is not None:
        return HeadCount(State.WAITS, closer.said, ())
    shown = len(photo.faces) - len(covered_faces(photo, view.mode))
    if answering:  # only the face that is asked about has a frame meanwhile
        sentence = say("photoui.framed-first")
    elif shown:
        sentence = say("photoui.shown", n=shown)
    else:
        sentence = say("photoui.shown-none" if photo.faces else "photoui.framed-none")
    asked = photo.second is None and not answering
    said = () if closer.said is None else (closer.said,)
    return HeadCount(State.WAITS if asked else State.NOTE, sentence, (*said, said_of(view), *_small(view)))


def nobody_words(view: PhotoView) -> tuple[Message, Message]:
    """Give a title and a sentence for a photo without a face to decide about."""
    if view.photo.error is not None:
        return say("photoui.unreadable"), say("photos.cannot-be-read")
    if not view.photo.looked_for:
        return say("photoui.finding"), say("photos.still-looking")
    return say("photoui.no-face"), say("photoui.no-face-text")


def _small(view: PhotoView) -> tuple[Message, ...]:
    covered = {face.id for face in covered_faces(view.photo, view.mode)}
    photo = view.photo
    seen = [face for face in photo.faces if not face.added and face.id not in covered]
    least = least_sure_px(width=photo.width, height=photo.height, weaker_eyes=photo.weaker_eyes)
    small = sum(face.box.height < least for face in seen)
    dim = sum(face.box.height >= least and bool(face.unclear) for face in seen)
    notes = [say("photoui.weaker-eyes")] if photo.weaker_eyes else []
    if small:
        notes.append(say("photoui.small-closer" if photo.looked_closer else "photoui.small-here", n=small))
    if dim:
        notes.append(say("photoui.unclear-here", n=dim))
    return tuple(notes)
