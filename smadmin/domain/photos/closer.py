"""Looking closer at one photo: the parts in which it is searched at full size, and how they are joined.

An ordinary search looks at 2048 px at most, so small faces of a large photo slip through. This one only ever
adds: no face that was found or decided about before goes, or moves.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from smadmin.domain.ids import PersonId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FaceState, FoundFace
from smadmin.domain.photos.review import Face, Photo

DOUBLED_UP_TO_PX = 3000
"""A photo no longer than this was seen nearly at full size before, so its parts are shown twice as large."""
PART_PX = 1280
"""A part's longest side as it is shown: an answer every half second, so that progress moves."""
SHARED_PX = 192
"""So much of a part lies in the next one too, as it is shown. A higher face is no small one: an ordinary
search, which shows it at half of that size at least, has found it."""
SAME_FACE = 0.3
"""Boxes that share so much (shared area by joint area) are one face, as in an ordinary search."""
_EDGE_PX = 2
_EIGHTH = 45


@dataclass(frozen=True)
class Part:
    """A part of a photo.

    Args:
        box: in the photo's pixels.
        times: how often as large it is shown to the engine, in each direction.
    """

    box: Box
    times: int


def parts_of(width: int, height: int) -> tuple[Part, ...]:
    """Give the overlapping parts of a photo, row by row."""
    times = 2 if max(width, height) <= DOUBLED_UP_TO_PX else 1
    size, shared = PART_PX // times, SHARED_PX // times
    return tuple(
        Part(Box(left, top, min(left + size, width), min(top + size, height)), times)
        for top in _starts(height, size, shared)
        for left in _starts(width, size, shared)
    )


def stands_upright(faces: Iterable[FoundFace] | Iterable[Face]) -> bool:
    """Tell whether a photo's faces stand upright: then nobody need try whether its parts lie on their side.

    Where there is no face, or most of them are turned by an eighth and more, nobody knows.
    """
    turns = [abs(face.turn) <= _EIGHTH for face in faces]
    return sum(turns) > len(turns) / 2


def lifted(face: FoundFace, part: Part, *, width: int, height: int) -> FoundFace | None:
    """Give a face of a part where it is in the photo; None where the part's edge cuts it.

    The next part shows a cut face whole, so only an edge that is the photo's own may cut one.

    Args:
        face: as the engine saw it in the part.
        part: where that is.
        width: of the photo.
        height: of the photo.
    """
    box = Box(
        part.box.left + face.box.left // part.times,
        part.box.top + face.box.top // part.times,
        part.box.left + math.ceil(face.box.right / part.times),
        part.box.top + math.ceil(face.box.bottom / part.times),
    ).within(width, height)
    edges = part.box
    cut = box is None or (
        (edges.left > 0 and box.left < edges.left + _EDGE_PX)
        or (edges.top > 0 and box.top < edges.top + _EDGE_PX)
        or (edges.right < width and box.right > edges.right - _EDGE_PX)
        or (edges.bottom < height and box.bottom > edges.bottom - _EDGE_PX)
    )
    return None if box is None or cut else replace(face, box=box)


def more_faces(known: Sequence[Box], found: Iterable[FoundFace]) -> tuple[FoundFace, ...]:
    """Give the faces that weren't known yet, each once, from left to right."""
    taken, more = list(known), []
    for face in sorted(found, key=lambda one: (-one.confidence, one.box)):
        if all(face.box.overlap(other) < SAME_FACE for other in taken):
            taken.append(face.box)
            more.append(face)
    return tuple(sorted(more, key=lambda one: one.box))


def _starts(length: int, size: int, shared: int) -> tuple[int, ...]:
    """Give where parts begin along a side, evenly, so that each shares enough with the next."""
    if length <= size:
        return (0,)
    count = math.ceil((length - shared) / (size - shared))
    return tuple(round(place * (length - size) / (count - 1)) for place in range(count))


def with_more(photo: Photo, faces: Iterable[Face], *, by: PersonId | None) -> Photo:
    """Give a photo with the faces that were found while looking closer.

    The looks don't hold any more, but for a second person's finds: as long as these are only covered, nothing
    shows that the first person didn't see. So each of them wants an answer, also where no match was found.
    """
    second = photo.first is not None and photo.first.by != by
    after = photo
    for face in faces:
        asked = second and face.hint is FaceState.NO_MATCH
        after = after.with_face(replace(face, hint=FaceState.FOUND) if asked else face)
    return replace(after, first=photo.first) if second else after
