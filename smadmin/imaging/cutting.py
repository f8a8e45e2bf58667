"""Parts of a picture, cut out and shown larger. Pixels only, so the program's own process may do it."""

import numpy as np
from numpy.typing import NDArray

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.pictures import BYTES_PER_PIXEL, Picture

_FIXED = 4
"""Weights count in fourths: twice as large, a new pixel lies a quarter of the way to its neighbour."""


def cut_out(picture: Picture, box: Box) -> Picture:
    """Give a part of a picture; the box lies within it."""
    return _picture(_rows(picture)[box.top : box.bottom, box.left : box.right])


def doubled(picture: Picture) -> Picture:
    """Give a picture twice as large in each direction, smooth between its pixels."""
    return _picture(_doubled_along(_doubled_along(_rows(picture), 0), 1))


def _doubled_along(rows: NDArray[np.uint8], axis: int) -> NDArray[np.uint8]:
    count = rows.shape[axis]
    here = rows.astype(np.uint16) * (_FIXED - 1) + _FIXED // 2
    before = rows.take([0, *range(count - 1)], axis=axis)
    after = rows.take([*range(1, count), count - 1], axis=axis)
    pairs = np.stack([(here + before) // _FIXED, (here + after) // _FIXED], axis=axis + 1)
    shape = list(rows.shape)
    shape[axis] *= 2
    return pairs.reshape(shape).astype(np.uint8)


def _rows(picture: Picture) -> NDArray[np.uint8]:
    shape = (picture.height, picture.width, BYTES_PER_PIXEL)
    return np.frombuffer(picture.pixels, dtype=np.uint8).reshape(shape)


def _picture(rows: NDArray[np.uint8]) -> Picture:
    return Picture(rows.shape[1], rows.shape[0], np.ascontiguousarray(rows).tobytes())
