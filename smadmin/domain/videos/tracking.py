"""From faces in single frames to the list of those who show: the same face for a while is one line of it.

A face too many costs a look, one too few a child: two faces become one only where they lie over one another
in frames that follow each other without a change of scene.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Face
from smadmin.domain.videos.video import VideoFace

SAME_FACE = 0.3
"""Two boxes of frames a second apart that share at least this much are one face."""
_LONGEST_GAP_MS = 1_500
_WEIGHT = {
    FaceState.MATCH: 4,
    FaceState.POSSIBLE: 3,
    FaceState.TOO_SMALL: 1,
    FaceState.FOUND: 2,
    FaceState.NO_MATCH: 0,
}
"""Which of the engine's words stands where it said several of one face: the one that asks for most."""


@dataclass(frozen=True)
class Sample:
    """The faces of one frame.

    Args:
        cut: the picture changed before it, so no face of the frame before goes on.
    """

    at_ms: int
    width: int
    height: int
    cut: bool
    faces: tuple[Face, ...]


def tracked(samples: Iterable[Sample]) -> tuple[VideoFace, ...]:
    """Give the faces that show in a video, in the order in which they appear."""
    found: list[VideoFace] = []
    last: list[tuple[int, Face]] = []
    before_ms = 0
    for sample in samples:
        going_on = [] if sample.cut or sample.at_ms - before_ms > _LONGEST_GAP_MS else last
        now: list[tuple[int, Face]] = []
        for face in sample.faces:
            known = _known(face, going_on)
            if known is None:
                now.append((len(found), face))
                found.append(VideoFace(face, sample.at_ms, sample.at_ms, sample.width, sample.height))
            else:
                going_on = [one for one in going_on if one[0] != known]
                now.append((known, face))
                found[known] = _joined(found[known], face, sample)
        last, before_ms = now, sample.at_ms
    return tuple(found)


def with_answers(found: Sequence[VideoFace], before: Iterable[VideoFace]) -> tuple[VideoFace, ...]:
    """Give the faces of another look, with those of which somebody said that they may not be shown.

    Such an answer keeps the video from going out until who gave it takes it back, so no look ends it. Other
    answers were given of another list of children: they are asked for anew.
    """
    stay = tuple(one for one in before if one.face.covered)
    new = (one for one in found if not any(_same(one, kept) for kept in stay))
    return tuple(sorted((*stay, *new), key=lambda one: one.at_ms))


def _same(one: VideoFace, other: VideoFace) -> bool:
    apart = max(one.at_ms, other.at_ms) - min(one.until_ms, other.until_ms)
    return apart <= 0 and one.face.box.overlap(other.face.box) >= SAME_FACE


def _known(face: Face, last: list[tuple[int, Face]]) -> int | None:
    near = [(other.box.overlap(face.box), at) for at, other in last]
    share, at = max(near, default=(0.0, -1))
    return at if share >= SAME_FACE else None


def _joined(track: VideoFace, face: Face, sample: Sample) -> VideoFace:
    """Go on with a face: the engine's gravest word of it, everybody it may be, where it is largest."""
    one, other = track.face, face
    grave = one if _WEIGHT[one.hint] >= _WEIGHT[other.hint] else other
    near = tuple(dict.fromkeys((*grave.near, *one.near, *other.near)))
    if face.box.height * face.box.width > one.box.height * one.box.width:
        shown = replace(face, id=one.id, hint=grave.hint, near=near)
        return VideoFace(shown, sample.at_ms, sample.at_ms, sample.width, sample.height)
    return replace(track, face=replace(one, hint=grave.hint, near=near), until_ms=sample.at_ms)
