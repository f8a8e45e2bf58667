"""Finds faces with CenterFace (Xu, Yan, Yang, Luo: arXiv 1911.03599), in pictures of any size.

It sees small, turned and half hidden faces that a detector of frontal ones doesn't. The network answers on
a grid of four pixels: how likely a face's centre lies there, how large the face is, where exactly, and five
points.
"""

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from smadmin.imaging.laying_out import SMALLER, laid_out
from smadmin.imaging.sight import Floats, Pixels, Seen, Sides

LONGEST_PX = 2048
"""Faces are looked for at this size at most. By faces' height in the network's input 93 % of 12-16 px and
99 % of 16-20 px are found (measured), so a face of 35 px in a photo of 12 megapixels still is."""
LEAST = (0.32, 0.28)
"""The picture is looked at twice: at that size, and at a quarter of it (6 % more time), where large faces
show better. Each with the confidence from which a find counts: a missed face costs a child, a false one a
look. Of 59 test photos all 43 annotated faces and 23 in a street crowd are found, with 7 boxes more than
people counted there. Of 2,050 faces that the same network finds in fractions from 0.35 and 0.30 on, at five
sizes of the photos, 4 aren't found in whole numbers and 26 others are; from 0.35 on 6 aren't."""
LONGEST_SHAPE = 2.5
"""A picture so many times as long as wide is looked at in parts that overlap."""
SAME_FACE = 0.3
"""Two boxes that overlap so much (shared area by joint area) are one face."""
_GRID = 4

Numbers = NDArray[np.float64]


class CenterFace:
    """The network, loaded.

    Args:
        session: an onnxruntime session of the file that `house.models` makes.
    """

    def __init__(self, session: Any) -> None:
        """Take the loaded network."""
        self._session = session

    def find(self, picture: Pixels) -> list[Seen]:
        """Give the faces from left to right."""
        height, width = picture.shape[:2]
        looks = [look for window in _windows(width, height) for look in self._looks(picture, window)]
        boxes, confidences, points = _read(*(np.concatenate(parts) for parts in zip(*looks, strict=True)))
        seen = []
        for best in _strongest(boxes, confidences):
            box = _whole(boxes[best], width, height)
            if box is not None:
                seen.append(Seen(box, float(confidences[best]), points[best]))
        return sorted(seen, key=lambda face: face.box)

    def _looks(self, picture: Pixels, window: Sides) -> Iterator[tuple[Floats, Numbers, Numbers]]:
        """Look at a part of the picture twice, and tell of the cells in which faces are, as `_read` asks."""
        left, top, right, bottom = window
        scale = min(1.0, LONGEST_PX / max(right - left, bottom - top))
        pictures = laid_out(picture[top:bottom, left:right], scale)
        for blocks, smaller, least in zip(pictures, (1, SMALLER), LEAST, strict=True):
            (cells,) = self._session.run(None, {"pictures": blocks})
            found = np.flatnonzero(cells[:, 0] > math.log(least / (1 - least)))
            rows, columns = np.divmod(found, blocks.shape[2] * 2 // _GRID)
            side = _GRID * smaller / scale
            places = np.array([columns, rows]).T * side + (left, top)
            yield cells[found], places, np.full(len(found), side)


def _windows(width: int, height: int) -> list[Sides]:
    """Give the parts to look at one by one: a panorama made as small as a photo would lose its faces."""
    long, short = max(width, height), max(1, min(width, height))
    size = max(LONGEST_PX, round(LONGEST_SHAPE * short))
    if long <= size:
        return [(0, 0, width, height)]
    count = math.ceil((long - short) / (size - short))  # they share a face's length: the short side is enough
    starts = [round(place * (long - size) / (count - 1)) for place in range(count)]
    if width >= height:
        return [(start, 0, start + size, height) for start in starts]
    return [(0, start, width, start + size) for start in starts]


def _read(cells: Floats, places: Numbers, sides: Numbers) -> tuple[Floats, Floats, Floats]:
    """Give boxes [n, 4], confidences [n] and points [n, 5, 2].

    Args:
        cells: [n, 15], as the network answers.
        places: [n, 2], their left and top in the photo's pixels.
        sides: [n], how many of its pixels they are wide and high.
    """
    sizes = np.exp(cells[:, 2:0:-1]) * sides[:, None]
    corners = places + (cells[:, 4:2:-1] + 0.5) * sides[:, None] - sizes / 2
    boxes = np.concatenate([corners, corners + sizes], axis=1)
    points = cells[:, 5:].reshape(-1, 5, 2)[:, :, ::-1] * sizes[:, None] + corners[:, None]
    confidences: Floats = (1 / (1 + np.exp(-cells[:, 0]))).astype(np.float32)
    return boxes.astype(np.float32), confidences, points.astype(np.float32)


def _strongest(boxes: Floats, confidences: Floats) -> list[int]:
    """Give the places of the boxes to keep: of those that overlap, the likeliest."""
    waiting: NDArray[np.intp] = np.argsort(-confidences, kind="stable")
    left, top, right, bottom = np.ascontiguousarray(boxes[waiting].T)
    sides = np.stack([left, top, right, bottom, (right - left) * (bottom - top)])
    kept = []
    while len(waiting):
        kept.append(int(waiting[0]))
        left, top, right, bottom, area = sides
        wide = np.minimum(right, right[0]) - np.maximum(left, left[0])
        high = np.minimum(bottom, bottom[0]) - np.maximum(top, top[0])
        shared = np.maximum(wide, 0) * np.maximum(high, 0)
        apart = shared < SAME_FACE * (area + area[0] - shared)
        apart[0] = False
        waiting, sides = waiting[apart], sides[:, apart]
    return kept


def _whole(box: Floats, width: int, height: int) -> Sides | None:
    """Give a box in whole pixels within the picture, if there is anything of it."""
    left, top, right, bottom = (round(float(side)) for side in box)
    left, top, right, bottom = max(0, left), max(0, top), min(width, right), min(height, bottom)
    return (left, top, right, bottom) if left < right and top < bottom else None
