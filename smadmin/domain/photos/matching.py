"""From face patterns to states: whom a found face looks like.

The price of the two errors isn't the same: a missed opted-out child is published, a false likeness costs a
look. So doubt is said as *possible*, and a person decides.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from smadmin.domain.photos.clarity import SMALLEST_PX, Unclear, unclear
from smadmin.domain.photos.faces import FaceState, FoundFace
from smadmin.domain.photos.gallery import Gallery, Likeness

Who = TypeVar("Who", bound=str)

MATCH_AT_MOST = 0.6
"""Distance up to which two patterns count as one person, as dlib's documentation of the model says
(dlib_face_recognition_resnet_model_v1: 99.38 % on adults of Labeled Faces in the Wild). Measured here (`bench
likeness`) on nine adults with one portrait enrolled and 47 strangers: of 173 pairs of one person none lies
farther, of the same made small and soft 1; of 2,932 pairs of two persons none lies so near."""
POSSIBLE_AT_MOST = 0.66
"""Distance up to which a person is asked to look. Of the small, soft pairs of one person none is farther; of
two persons 0.7 % lie nearer, so with forty enrolled children a quarter of the strangers are asked about. At
0.64 it would be 7 %, with one pair missed; at 0.68 half of them, with none more found."""
SAME_AT_MOST = 0.4
"""Distance up to which two faces of a folder are offered as one person's, to be decided together. Measured on
the same portraits: 81 % of the pairs of one person lie nearer; of two persons none (the nearest pair 0.61),
nor any two of the strangers (0.45). Stricter than a match by a third: children are more alike than adults."""
SURELY_FOUND_SHARE = 0.01
"""A face lower than this share of the photo's longer side is near the end of what the detector can see: it
looks at 2048 px at most, and of faces of 20 px there it finds 99.9 %."""
WEAKER_FOUND_SHARE = 0.027
"""The same for dlib's own detector: its lowest boxes are 37 px high in the 1386 x 1386 px that it looks
at."""
NEAREST_SHOWN = 3
"""So many are told of however far they are; of those who may be it, all."""


@dataclass(frozen=True)
class Thresholds:
    """Where a state begins.

    Args:
        match: largest distance of a match.
        possible: largest distance that is worth a person's look.
        smallest_px: a face lower than this is never called a match, nor cleared of being one; nor is one that
            is blurred, dark or turned aside (`clarity.py`).
        same: largest distance of two faces of a folder that are decided together (`recurring.py`).
    """

    match: float = MATCH_AT_MOST
    possible: float = POSSIBLE_AT_MOST
    smallest_px: int = SMALLEST_PX
    same: float = SAME_AT_MOST

    @classmethod
    def around(cls, match: float) -> "Thresholds":
        """Keep the usual room for doubt above another threshold; a stricter one asks about no fewer faces."""
        return cls(match=match, possible=max(match, MATCH_AT_MOST) + POSSIBLE_AT_MOST - MATCH_AT_MOST)


@dataclass(frozen=True)
class Judgement(Generic[Who]):
    """What the engine's numbers say about one face.

    Args:
        likest: the person it looks like, for `match` and `possible`; else None.
        nearest: the nearest persons, nearest first, whatever the state; nobody who may be it is left out.
        unclear: what keeps the pattern from telling who it is; then it is neither a match nor cleared of one.
    """

    state: FaceState
    likest: Likeness[Who] | None = None
    nearest: tuple[Likeness[Who], ...] = ()
    unclear: tuple[Unclear, ...] = ()


def judge_face(face: FoundFace, known: Gallery[Who], thresholds: Thresholds) -> Judgement[Who]:
    """Say whom a face looks like.

    Without a pattern nothing was compared, and the state says so (`found`).
    """
    if face.descriptor is None:
        return Judgement(FaceState.FOUND)
    nearest = known.nearest(face.descriptor, most=NEAREST_SHOWN, within=thresholds.possible)
    distance = nearest[0].distance if nearest else float("inf")
    doubts = unclear(face.box.height, face.clarity, smallest_px=thresholds.smallest_px)
    if distance <= thresholds.match and not doubts:
        return Judgement(FaceState.MATCH, nearest[0], nearest)
    if distance <= (thresholds.match if doubts else thresholds.possible):
        return Judgement(FaceState.POSSIBLE, nearest[0], nearest, doubts)
    return Judgement(FaceState.TOO_SMALL if doubts else FaceState.NO_MATCH, None, nearest, doubts)


def least_sure_px(*, width: int, height: int, weaker_eyes: bool = False) -> float:
    """Give the height from which a face tells something, and from which others like it were surely found.

    Args:
        width: of the photo, in pixels; a detector looks at large photos made smaller.
        height: of the photo, in pixels.
        weaker_eyes: whether dlib's own detector looked.
    """
    share = WEAKER_FOUND_SHARE if weaker_eyes else SURELY_FOUND_SHARE
    return max(SMALLEST_PX, share * max(width, height))
