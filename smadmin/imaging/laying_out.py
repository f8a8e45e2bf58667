"""What CenterFace is shown: a photo made small, lighter where it is dark, laid out as its network takes it.

OpenCV does it in a fifth of Pillow's time. Finds depend on these pixels: what was measured with them stands
in `centerface.py` and decision 15.
"""

import math
from typing import cast

import cv2
import numpy as np

from smadmin.imaging.sight import Pixels

SMALLER = 4
_HALF = 0.5
_PLACE_PX, _LEAST_TIMES, _MOST_TIMES = 16, 3, 6
"""Where a picture has less than a third of its light it is made lighter, place by place (of so many pixels
of the smaller one): at an eighth 35 of 260 faces went missing in whole numbers that fractions find; so none
of 203 does, and 10 are won. Up to eight times as light, two more boxes on the test photos are no faces."""
_WHITE = 255
_AROUND = np.ones((3, 3), np.uint8)
_MULTIPLE = 32


def laid_out(picture: Pixels, scale: float) -> tuple[Pixels, Pixels]:
    """Give a picture at a scale of 1 at most, and that `SMALLER` times smaller, as the network takes both.

    They are filled up to multiples of 32, in blocks of 2 x 2 pixels: [1, height / 2, width / 2, 12].
    """
    if scale < 1:
        size = tuple(max(1, round(side * scale)) for side in picture.shape[1::-1])
        while scale < _HALF:
            picture, scale = halved(picture), scale * 2
        picture = cast("Pixels", cv2.resize(picture, size, interpolation=cv2.INTER_LINEAR))
    small = halved(halved(picture))
    dark = _darkness(small)
    return _blocks(picture, dark), _blocks(small, dark)


def halved(picture: Pixels) -> Pixels:
    """Give each 2 x 2 pixels' mean; of an odd side the last row or column goes, unless it is the only one."""
    height, width = picture.shape[:2]
    size = (max(1, width // 2), max(1, height // 2))
    even = picture[: max(1, height & -2), : max(1, width & -2)]
    return cast("Pixels", cv2.resize(even, size, interpolation=cv2.INTER_AREA))


def _darkness(small: Pixels) -> Pixels:
    """Tell how dark a picture is, place by place: from 0, not at all, to 255, where most is to be done."""
    high, wide = (math.ceil(side / _PLACE_PX) for side in small.shape[:2])
    below, right = high * _PLACE_PX - small.shape[0], wide * _PLACE_PX - small.shape[1]
    whole = cv2.copyMakeBorder(small, 0, below, 0, right, cv2.BORDER_CONSTANT)
    rows = whole.reshape(high, _PLACE_PX, -1).max(axis=1)  # long rows first: many at a time
    lightest = cv2.dilate(rows.reshape(high, wide, -1).max(axis=2), _AROUND)
    times = np.minimum(_WHITE // np.maximum(lightest, 1), _MOST_TIMES)
    times[times < _LEAST_TIMES] = 1
    dark: Pixels = ((times - 1.0) * _WHITE / (_MOST_TIMES - 1)).astype(np.uint8)
    return dark


def _blocks(picture: Pixels, dark: Pixels) -> Pixels:
    """Lay a picture out, its dark places lighter."""
    height, width = (side + side % 2 for side in picture.shape[:2])
    if picture.shape[:2] != (height, width):
        filled = np.zeros((height, width, 3), np.uint8)
        filled[: picture.shape[0], : picture.shape[1]] = picture
        picture = filled
    high, wide = (_MULTIPLE * math.ceil(side / _MULTIPLE) for side in (height, width))
    blocks = np.empty((high // 2, wide // 2, 6), np.uint16)
    places = blocks[: height // 2, : width // 2]
    # Two pixels side by side are three numbers of sixteen bits.
    pairs = picture.reshape(height, width * 3).view(np.uint16).reshape(height // 2, 2, width // 2, 3)
    cv2.merge((pairs[:, 0], pairs[:, 1]), places)
    blocks[height // 2 :] = 0
    blocks[: height // 2, width // 2 :] = 0
    if dark.any():
        _lighten(places.view(np.uint8), dark)
    return blocks.view(np.uint8)[np.newaxis]


def _lighten(blocks: Pixels, dark: Pixels) -> None:
    """Make a picture in blocks lighter in its dark places, smoothly from place to place."""
    mask = cv2.resize(dark, blocks.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    left, top, wide, high = cv2.boundingRect(mask)
    part, share = blocks[top : top + high, left : left + wide], mask[top : top + high, left : left + wide]
    more = cv2.multiply(part, cv2.merge((share,) * 12), scale=(_MOST_TIMES - 1) / _WHITE)
    cv2.add(part, more, part)
