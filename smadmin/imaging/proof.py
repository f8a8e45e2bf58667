"""Whether a new file shows what it was made of: it is opened again by another process and held against it.

JPEG changes single pixels but hardly the mean of sixteen by sixteen; a face that wasn't there does.
"""

from typing import Any

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
    pixels = np.frombuffer(picture.pixels, dtype=np.uint8).reshape(shape)
    rows, heights = _summed(pixels)
    columns, widths = _summed(rows.transpose(1, 0, 2))
    means: NDArray[np.float64] = columns / (widths[:, None, None] * heights[None, :, None])
    return means


def _summed(values: NDArray[Any]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Sum up so many rows each, and say how many; what is left over at the edge belongs to the last ones.

    A mean of few pixels would say little. Whole rows are added at once, which is ten times as fast as cells.
    """
    count = max(1, len(values) // _SQUARE_PX)
    step = min(_SQUARE_PX, len(values))
    whole = values[: count * step].reshape(count, step, *values.shape[1:])
    sums = whole.sum(axis=1, dtype=np.uint32)
    sums[-1] += values[count * step :].sum(axis=0, dtype=np.uint32)
    sizes = np.full(count, step)
    sizes[-1] += len(values) - count * step
    return sums, sizes
