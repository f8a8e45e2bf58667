"""Greys for a place of which only the surroundings are known: what the blur look is made of.

Only pixels that are marked as known count. A small picture of the place is filled from coarse to fine, each
unknown part with the mean of what is known around it, then made large and smooth. There is no noise in it: a
detector of faces took spots for eyes.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Bools = NDArray[np.bool_]

_CELLS = 8
"""The longer side of the small picture."""
_SMOOTHINGS = 40
"""With finer cells or other smoothings CenterFace saw a face in one or two of 59 real photos at four sizes
(colours ran into the shape of a head, above shoulders that were left): 0.38 with 24 cells since it computes
in whole numbers. The colour of skin beside a poster was 0.37, so it is grey; now the likeliest of 248 covers
is 0.26, and 0.28 would count."""


def filled(area: Pixels, known: Bools, *, otherwise: tuple[int, int, int]) -> Pixels:
    """Give smooth colours for the whole area, made of its known pixels alone.

    Args:
        area: rows, columns, colours.
        known: which of its pixels may be read.
        otherwise: the colour where nothing is known.
    """
    rows, columns = known.shape
    step = max(1, -(-max(rows, columns) // _CELLS))
    seen = np.where(known[:, :, None], area, np.uint8(0))
    sums, counts = _blocks(seen, step), _blocks(known[:, :, None].view(np.uint8), step)
    if not counts.any():
        return np.full((rows, columns, 3), otherwise, dtype=np.uint8)
    small = _grown_into(sums / np.maximum(counts, 1), counts > 0)
    for _ in range(_SMOOTHINGS):
        small = _smoothed(small)
    small = np.repeat(small.mean(axis=2, keepdims=True), small.shape[2], axis=2)
    large = _large(small.astype(np.float32), small.shape[0] * step, small.shape[1] * step)
    colours: Pixels = np.rint(large[:rows, :columns]).astype(np.uint8)
    return colours


def _blocks(values: NDArray[Any], step: int) -> NDArray[np.float64]:
    """Sum up squares of so many pixels; whole rows are added first, which is quickest."""
    rows, columns = -(-values.shape[0] // step), -(-values.shape[1] // step)
    padded = np.zeros((rows * step, columns * step, values.shape[2]), dtype=values.dtype)
    padded[: values.shape[0], : values.shape[1]] = values
    wide = np.float64 if values.dtype == np.float64 else np.uint32
    by_row = padded.reshape(rows, step, columns * step, -1).sum(axis=1, dtype=wide)
    summed: NDArray[np.float64] = (
        by_row.reshape(rows, columns, step, -1).sum(axis=2, dtype=wide).astype(float)
    )
    return summed


def _grown_into(means: NDArray[np.float64], known: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Fill what isn't known from a picture half as large, which is filled in the same way first."""
    if known.all():
        return means
    sums, counts = _blocks(np.where(known, means, 0.0), 2), _blocks(known.view(np.uint8), 2)
    coarse = _grown_into(sums / np.maximum(counts, 1), counts > 0)
    wide = _large(coarse, coarse.shape[0] * 2, coarse.shape[1] * 2)
    return np.where(known, means, wide[: means.shape[0], : means.shape[1]])


def _smoothed(values: NDArray[np.float64]) -> NDArray[np.float64]:
    for axis in (0, 1):
        edged = np.concatenate([values.take([0], axis), values, values.take([-1], axis)], axis=axis)
        length = values.shape[axis]
        before, here, after = (edged.take(range(at, at + length), axis) for at in range(3))
        values = (before + 2 * here + after) / 4
    return values


def _large(values: NDArray[Any], rows: int, columns: int) -> NDArray[Any]:
    """Make larger, with straight passages between the middles of the old cells; the short side first."""
    for axis, wanted in ((1, columns), (0, rows)):
        length = values.shape[axis]
        at = np.clip((np.arange(wanted) + 0.5) * length / wanted - 0.5, 0, length - 1)
        low = np.floor(at).astype(int)
        share = (at - low).astype(values.dtype).reshape((-1, 1, 1) if axis == 0 else (1, -1, 1))
        first = values.take(low, axis)
        second = values.take(np.minimum(low + 1, length - 1), axis)
        second -= first
        second *= share
        values = first + second
    return values
