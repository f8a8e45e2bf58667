"""Small arithmetic on pixel fields: soft steps, noise, light, and laying one picture on another.

Colours are floats 0..1 in arrays of shape (height, width, 3); masks have shape (height, width).
Nothing here knows what is being drawn.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.floating[Any]]
Rgb = tuple[float, float, float]

KEY_LIGHT: tuple[float, float, float] = (-0.42, -0.55, 0.72)
"""Where the light comes from (right, down, towards the viewer): upper left, as in a window-lit room."""


def soft(edge0: float, edge1: float, x: Field) -> Field:
    """Go from 0 at `edge0` to 1 at `edge1` without corners (edges may be given in either order)."""
    t = np.clip((x - edge0) / (edge1 - edge0), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def bump(x: Field, y: Field, wide: float, high: float) -> Field:
    """Give a round hill of height 1 around the origin."""
    return np.asarray(np.exp(-((x / wide) ** 2) - (y / high) ** 2), np.float32)


def noise(x: Field, y: Field, seed: int) -> Field:
    """Give smooth noise between -1 and 1 with features about one unit wide."""
    table = np.random.RandomState(seed % 2**31).uniform(-1, 1, 4096).astype(np.float32)
    x, y = np.asarray(x, np.float32), np.asarray(y, np.float32)
    xi, yi = np.floor(x).astype(np.int32), np.floor(y).astype(np.int32)
    fx, fy = x - xi.astype(np.float32), y - yi.astype(np.float32)
    fx, fy = fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)

    def at(dx: int, dy: int) -> Field:
        return np.asarray(table[((xi + dx) * 57 + (yi + dy) * 1013) & 4095], np.float32)

    top = at(0, 0) * (1 - fx) + at(1, 0) * fx
    low = at(0, 1) * (1 - fx) + at(1, 1) * fx
    return np.asarray(top * (1 - fy) + low * fy, np.float32)


def light(height: Field, step: float, relief: float = 1.0) -> tuple[Field, Field]:
    """Light a height field.

    Args:
        height: in the unit of `step`.
        step: distance between two pixels.
        relief: how strongly slopes count.

    Returns:
        wrapped diffuse light 0..1, and a highlight 0..1.
    """
    dy, dx = np.gradient(height, step)
    dx, dy = dx * relief, dy * relief
    length = np.sqrt(dx * dx + dy * dy + 1)
    lx, ly, lz = np.asarray(KEY_LIGHT) / np.linalg.norm(KEY_LIGHT)
    facing = (-dx * lx - dy * ly + lz) / length
    hx, hy, hz = np.asarray((lx, ly, lz + 1)) / np.linalg.norm((lx, ly, lz + 1))
    shine = np.clip((-dx * hx - dy * hy + hz) / length, 0, 1)
    return np.asarray(facing * 0.5 + 0.5, np.float32), np.asarray(shine, np.float32)


def paint(picture: Field, colour: Field | Rgb, mask: Field) -> Field:
    """Lay a colour over a picture where the mask says so."""
    m = np.clip(mask, 0, 1)[..., None]
    return np.asarray(picture * (1 - m) + np.asarray(colour, np.float32) * m, np.float32)


def over(below: Field, above: Field, mask: Field, where: tuple[int, int]) -> None:
    """Lay a patch with a mask onto a larger picture, in place; what sticks out is cut.

    Args:
        below: the larger picture.
        above: the patch's colours.
        mask: the patch's mask.
        where: left and top of the patch in the larger picture.
    """
    left, top = where
    height, width = mask.shape
    x0, y0 = max(left, 0), max(top, 0)
    x1, y1 = min(left + width, below.shape[1]), min(top + height, below.shape[0])
    if x0 >= x1 or y0 >= y1:
        return
    cut = np.s_[y0 - top : y1 - top, x0 - left : x1 - left]
    below[y0:y1, x0:x1] = paint(below[y0:y1, x0:x1], above[cut], mask[cut])


def mix(a: Rgb, b: Rgb, t: float) -> Rgb:
    """Blend two colours."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def hexed(text: str) -> Rgb:
    """Read `#rrggbb`."""
    r, g, b = (int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return (r, g, b)
