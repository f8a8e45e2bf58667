"""A video as its dialog shows it: faces to answer, what is missing, who has seen it. Pure, no Qt."""

from collections.abc import Collection
from dataclasses import dataclass

from smadmin.domain.errors import Reason
from smadmin.domain.ids import FaceId, PersonId
from smadmin.domain.media import RightOfUse
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face
from smadmin.domain.students import Student
from smadmin.domain.videos.video import Music, Video, VideoFace, VideoSaid
from smadmin.services.videos.views import VideoView, asked_again
from smadmin.ui.theme import State

_SECOND_MS, _MINUTE_S = 1000, 60
_PAGE = 3
"""So many faces are answered for by one press: they stand close to the portraits below them."""
_LOOKS_LIKE = frozenset({FaceState.MATCH, FaceState.POSSIBLE})


@dataclass(frozen=True)
class FaceRow:
    """A face of the list.

    Args:
        number: its place, from 1.
        when: from when to when it shows.
        near: whom it looks like; empty where nobody was compared.
        asked: whether this person still has to answer.
        says: how it stands, in words.
    """

    face: FaceId
    number: int
    when: Message
    near: tuple[Student, ...]
    asked: bool
    state: State
    says: Message


@dataclass(frozen=True)
class VideoModel:
    """The dialog.

    Args:
        held: what was taken out of the copy; None where nothing was.
        together: the faces that one press answers: nobody is thought to be in them.
        missing: why this person can't say yet that they saw all of it.
        seen_by: who said so, or None.
        finished: whether this person did.
    """

    name: str
    length: str
    held: Message | None
    rows: tuple[FaceRow, ...]
    together: tuple[FaceId, ...]
    missing: tuple[Reason, ...]
    seen_by: Message | None
    finished: bool


@dataclass(frozen=True)
class SortedRows:
    """The faces by how they are asked about.

    Args:
        doubts: each stands beside the children that it may be.
        page: so many of the others as one press answers, beside all children.
        later: how many come after those.
        rest: nobody asks, or nobody can answer because the picture can't be had.
    """

    doubts: tuple[FaceRow, ...]
    page: tuple[FaceRow, ...]
    later: int
    rest: tuple[FaceRow, ...]


def sorted_rows(model: VideoModel, gone: Collection[FaceId]) -> SortedRows:
    """Sort the faces; `gone` are those whose picture can't be had."""
    together = tuple(row for row in model.rows if row.face in model.together and row.face not in gone)
    doubts = tuple(row for row in model.rows if row.asked and row.near)
    asked = {row.face for row in (*doubts, *together)}
    rest = tuple(row for row in model.rows if row.face not in asked)
    return SortedRows(doubts, together[:_PAGE], len(together[_PAGE:]), rest)


def video_model(view: VideoView, person: PersonId, again: Collection[FaceId]) -> VideoModel:
    """Word a video.

    Args:
        view: from the service.
        person: who looks at it.
        again: the faces that this person answered for themselves, after somebody else.
    """
    video = view.video
    open_again = asked_again(video, person) - set(again)
    rows = tuple(_row(view, number, one, open_again) for number, one in enumerate(video.faces, 1))
    finished = person in {who for who, _ in view.looks.seen}
    names = tuple(say("videoui.name", name=name) for name in view.seen_by)
    return VideoModel(
        name=video.name,
        length=clock(video.facts.length_ms),
        held=_held(video),
        rows=rows,
        together=tuple(row.face for row in rows if row.asked and not row.near),
        missing=() if finished else view.finish_blockers(person, again),
        seen_by=say("videoui.seen-by", names=names) if names else None,
        finished=finished,
    )


def said_lines(said: VideoSaid) -> tuple[Message, ...]:
    """Say what was said about a video, for somebody who only reads it."""
    lines = [
        say("videoui.by", name=said.taken_by) if said.taken_by else say("videos.taken-by-missing"),
        say(f"videoui.right-{said.right.value}"),
        say(f"videoui.music-{said.music.value}"),
    ]
    lines += [say("videoui.proof", where=note) for note in (said.right_note, said.music_note) if note]
    if said.captions is not None:
        lines.append(say("videoui.captions-there", n=said.captions.lines))
    elif said.no_captions:
        lines.append(say("videoui.captions-none", why=said.no_captions))
    return tuple(lines)


def tile_line(view: VideoView, author: PersonId) -> tuple[State, Message]:
    """Say in a few words how a video stands under its post."""
    looks = view.looks
    seen = {person for person, _ in looks.seen}
    if looks.missing or looks.sha256 is None:
        return State.STOP, say("videoui.to-do", n=max(1, len(looks.missing)))
    if author not in seen:
        return State.WAITS, say("videoui.to-see")
    if len(seen) < looks.needed:
        return State.WAITS, say("videoui.second-to-see")
    return State.FINE, say("videoui.seen-by-so-many", n=len(seen))


def named(video: Video) -> Message:
    """Name a video, with its length."""
    return say("videoui.under-post", name=video.name, length=clock(video.facts.length_ms))


def clock(length_ms: int) -> str:
    """Write a length as minutes and seconds."""
    minutes, seconds = divmod(length_ms // _SECOND_MS, _MINUTE_S)
    return f"{minutes}:{seconds:02}"


RIGHTS, MUSICS = tuple(RightOfUse), tuple(Music)


def _held(video: Video) -> Message | None:
    held = tuple(say(message) for message in video.facts.held)
    return say("videoui.held", what=held) if held else None


def _row(view: VideoView, number: int, one: VideoFace, open_again: Collection[FaceId]) -> FaceRow:
    face = one.face
    asked = face.must_decide or face.id in open_again
    state, says = _stands(face, asked=asked)
    near = view.near(face.near)
    when = say("videoui.from-to", start=clock(one.at_ms), end=clock(max(one.at_ms, one.until_ms)))
    return FaceRow(face.id, number, when, near, asked, state, says)


def _stands(face: Face, *, asked: bool) -> tuple[State, Message]:
    if face.covered:
        return State.STOP, say("videoui.face-opted-out")
    if asked:
        sure = face.hint in _LOOKS_LIKE
        return (State.DOUBT, say("videoui.face-like")) if sure else (State.WAITS, say("videoui.face-open"))
    if face.decision is Decision.OPEN:
        return State.NOTE, say("videoui.face-no-match")
    return State.FINE, say("videoui.face-answered")
