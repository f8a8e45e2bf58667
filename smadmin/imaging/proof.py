"""Whether a new file shows what it was made of: it is opened again by another process and held against it.

JPEG changes single pixels but hardly the mean of sixteen by sixteen; a face that wasn't there does.
"""

import numpy as np
from numpy.typing import NDArray

from smadmin.domain.photos.pictures import BYTES_PER_PIXEL, ImageFormat, Picture

_SQUARE_PX = 16
_MOST_APART = 24
"""Of 255. Photos stay below 8 also at quality 66; red and black noise, the worst for a JPEG, comes to 20."""


def shows(reopened: Picture, wanted: Picture, image_format: ImageFormat) -> bool:
    """Tell whether an opened file shows the wanted picture and brought nothing else along."""
    if (reopened.width, reopened.height) != (wanted.width, wanted.height):
        return False
    facts = reopened.facts
    if facts is None or facts.format is not image_format:
        return False
    if facts.had_place or facts.animated or facts.had_more:
        return False
    if image_format is ImageFormat.PNG:
        return np.array_equal(_bytes(reopened), _bytes(wanted))
    return bool(np.abs(_means(reopened) - _means(wanted)).max() <= _MOST_APART)


def _bytes(picture: Picture) -> NDArray[np.uint8]:
    return np.frombuffer(picture.pixels, dtype=np.uint8)


def _means(picture: Picture) -> NDArray[np.float64]:
    shape = (picture.height, picture.width, BYTES_PER_PIXEL)
    sums = _bytes(picture).reshape(shape)
    counts = np.ones(shape[:2], dtype=np.int64)
    for axis in (0, 1):
        # What is left over at an edge belongs to the square before: a mean of few pixels says little.
        starts = np.arange(max(1, shape[axis] // _SQUARE_PX)) * _SQUARE_PX
        sums = np.add.reduceat(sums, starts, axis=axis, dtype=np.int64)
        counts = np.add.reduceat(counts, starts, axis=axis)
    means: NDArray[np.float64] = sums / counts[:, :, None]
    return means
