"""Finds faces with CenterFace (Xu, Yan, Yang, Luo: arXiv 1911.03599), in pictures of any size.

It sees small, turned and half hidden faces that a detector of frontal ones doesn't. The network answers on
a grid of four pixels: how likely a face's centre lies there, how large the face is, where exactly, and five
points.
"""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from smadmin.imaging.sight import Floats, Pixels, Seen, Sides

LONGEST_PX = 2048
"""Faces are looked for at this size at most. By faces' height in the network's input 93 % of 12-16 px and
99 % of 16-20 px are found (measured), so a face of 35 px in a photo of 12 megapixels still is."""
SMALLER = 4
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
_PLACE_PX, _LEAST_TIMES, _MOST_TIMES = 16, 3, 6
"""Where a picture has less than a third of its light it is made lighter, place by place (of so many pixels
of the smaller one): at an eighth 35 of 260 faces went missing in whole numbers that fractions find; so none
of 203 does, and 10 are won. Up to eight times as light, two more boxes on the test photos are no faces."""
_GRID = 4
_MULTIPLE = 32
_PAIR = "V6"
"""Two pixels side by side, copied as one."""


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
        found = [self._window(picture, window) for window in _windows(width, height)]
        boxes, confidences, points = (np.concatenate(parts) for parts in zip(*found, strict=True))
        seen = []
        for place in _strongest(boxes, confidences):
            box = _whole(boxes[place], width, height)
            if box is not None:
                seen.append(Seen(box, float(confidences[place]), points[place].astype(np.float32)))
        return sorted(seen, key=lambda face: face.box)

    def _window(self, picture: Pixels, window: Sides) -> tuple[Floats, Floats, Floats]:
        """Give what was seen at each look at a part of the picture, in the whole one's pixels."""
        left, top, right, bottom = window
        full = min(1.0, LONGEST_PX / max(right - left, bottom - top))
        looked_at = _looked_at(np.ascontiguousarray(picture[top:bottom, left:right]), full)
        looks = [self._look(*look) for look in zip(looked_at, (1, SMALLER), LEAST, strict=True)]
        boxes, confidences, points = (np.concatenate(parts) for parts in zip(*looks, strict=True))
        corner, whole = np.array([left, top], np.float32), np.float32(1 / full)
        return boxes * whole + np.tile(corner, 2), confidences, points * whole + corner

    def _look(self, picture: Pixels, smaller: int, least: float) -> tuple[Floats, Floats, Floats]:
        """Give boxes [n, 4], confidences [n] and points [n, 5, 2] in pixels so many times smaller."""
        blocks = _blocks(picture)
        (cells,) = self._session.run(None, {"pictures": blocks})
        rows, columns = (side * 2 // _GRID for side in blocks.shape[1:3])
        boxes, confidences, points = _read(cells.reshape(rows, columns, -1), least)
        return boxes * smaller, confidences, points * smaller


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


def _looked_at(picture: Pixels, scale: float) -> tuple[Pixels, Pixels]:
    """Give a picture at a scale, and that `SMALLER` times smaller."""
    from PIL import Image  # noqa: PLC0415 - loaded by prepare; the parent needs none of this

    image = Image.fromarray(picture)
    if scale < 1:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(size, Image.Resampling.BOX)
        picture = np.asarray(image)
    reduced = image.reduce(SMALLER)
    small = np.asarray(reduced)
    dark = _darkness(small)
    if not dark.any():
        return picture, small
    lightened = [min(255, light * _MOST_TIMES) for light in range(256)] * 3
    for one in (image, reduced):
        mask = Image.fromarray(dark).resize(one.size, Image.Resampling.BILINEAR)
        box = mask.getbbox()
        # Between black and white parts of the mask this multiplies by what lies between once and most times.
        one.paste(one.crop(box).point(lightened), box, mask.crop(box))
    return np.asarray(image), np.asarray(reduced)


def _darkness(small: Pixels) -> Pixels:
    """Tell how dark a picture is, place by place: from 0, not at all, to 255, where most is to be done."""
    high, wide = (math.ceil(side / _PLACE_PX) for side in small.shape[:2])
    lightest = np.zeros((high + 2, wide + 2), np.uint8)
    room = ((0, high * _PLACE_PX - small.shape[0]), (0, wide * _PLACE_PX - small.shape[1]), (0, 0))
    rows = np.pad(small, room).reshape(high, _PLACE_PX, -1).max(axis=1)  # long rows first: many at a time
    lightest[1:-1, 1:-1] = rows.reshape(high, wide, -1).max(axis=2)
    around = np.lib.stride_tricks.sliding_window_view(lightest, (3, 3)).max(axis=(2, 3))
    times = np.minimum(255 // np.maximum(around, 1), _MOST_TIMES)
    times[times < _LEAST_TIMES] = 1
    dark: Pixels = ((times - 1.0) * 255 / (_MOST_TIMES - 1)).astype(np.uint8)
    return dark


def _blocks(picture: Pixels) -> Pixels:
    """Give the picture as the network takes it: filled up to multiples of 32, in blocks of 2 x 2."""
    height, width = picture.shape[:2]
    if width % 2:
        picture = np.pad(picture, ((0, 0), (0, 1), (0, 0)))
        width += 1
    high, wide = (_MULTIPLE * math.ceil(side / _MULTIPLE) for side in (height, width))
    blocks = np.zeros((high // 2, wide // 2, 2, 6), np.uint8)
    pairs, places = picture.reshape(height, width // 2, 6).view(_PAIR), blocks.view(_PAIR)
    places[: (height + 1) // 2, : width // 2, 0] = pairs[0::2]
    places[: height // 2, : width // 2, 1] = pairs[1::2]
    return blocks.reshape(1, high // 2, wide // 2, 12)


def _read(grid: Floats, least: float) -> tuple[Floats, Floats, Floats]:
    """Turn the network's grid into boxes [n, 4], confidences [n] and points [n, 5, 2], in its own pixels."""
    rows, columns = np.nonzero(grid[:, :, 0] > math.log(least / (1 - least)))
    found = grid[rows, columns].T
    heights, widths = np.exp(found[1:3]) * _GRID
    lefts = (columns + found[4] + 0.5) * _GRID - widths / 2
    tops = (rows + found[3] + 0.5) * _GRID - heights / 2
    boxes = np.stack([lefts, tops, lefts + widths, tops + heights], axis=1).astype(np.float32)
    pairs = found[5:].reshape(5, 2, -1)
    points = np.stack([pairs[:, 1] * widths + lefts, pairs[:, 0] * heights + tops], axis=2)
    return boxes, 1 / (1 + np.exp(-found[0])), points.transpose(1, 0, 2)


def _strongest(boxes: Floats, confidences: Floats) -> list[int]:
    """Give the places of the boxes to keep: of those that overlap, the likeliest."""
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    waiting: NDArray[np.intp] = np.argsort(-confidences, kind="stable")
    kept = []
    while len(waiting):
        first, waiting = int(waiting[0]), waiting[1:]
        kept.append(first)
        low = np.maximum(boxes[waiting, :2], boxes[first, :2])
        high = np.minimum(boxes[waiting, 2:], boxes[first, 2:])
        shared = np.prod(np.maximum(high - low, 0), axis=1)
        waiting = waiting[shared / (areas[waiting] + areas[first] - shared) < SAME_FACE]
    return kept


def _whole(box: Floats, width: int, height: int) -> Sides | None:
    """Give a box in whole pixels within the picture, if there is anything of it."""
    left, top, right, bottom = (round(float(side)) for side in box)
    left, top, right, bottom = max(0, left), max(0, top), min(width, right), min(height, bottom)
    return (left, top, right, bottom) if left < right and top < bottom else None
