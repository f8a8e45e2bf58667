"""How far each pixel lies from an outline: below 0 inside, in pixels; rows, columns."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.covers import Cover

Floats = NDArray[np.float32]

_STAR_INNER = 0.45
"""How far the star's inner corners lie from its middle, as a share of its points'."""
_POINT = (math.cos(math.radians(36)), -math.sin(math.radians(36)))


def from_middle(cover: Cover, window: Box) -> tuple[Floats, Floats]:
    """Give how far a window's pixels lie to the right of and below a cover's middle, as that is turned.

    Of an upright cover all rows, and all columns, are alike: then there is one of each.
    """
    across = np.arange(window.left, window.right, dtype=np.float32)[None, :] + 0.5 - cover.middle[0]
    down = np.arange(window.top, window.bottom, dtype=np.float32)[:, None] + 0.5 - cover.middle[1]
    if cover.turn % 180 == 0:  # exact: an upright cover has upright sides; upside down it is the same one
        sign = 1 if cover.turn % 360 == 0 else -1
        return sign * across, sign * down
    sine = np.float32(math.sin(math.radians(cover.turn)))
    cosine = np.float32(math.cos(math.radians(cover.turn)))
    return across * cosine + down * sine, down * cosine - across * sine


def to_outline(cover: Cover, window: Box) -> Floats:
    """Give for each pixel of a window how far its middle lies outside of a cover."""
    across, down = from_middle(cover, window)
    beyond_x = np.abs(across) - np.float32(cover.half[0] - cover.corner)
    beyond_y = np.abs(down) - np.float32(cover.half[1] - cover.corner)
    x, y = np.maximum(beyond_x, 0), np.maximum(beyond_y, 0)
    outside = np.sqrt(x * x + y * y)  # five times as fast as hypot, and far from any overflow
    inside = np.minimum(np.maximum(beyond_x, beyond_y), 0)
    distance: Floats = (outside + inside - np.float32(cover.corner)).astype(np.float32, copy=False)
    return distance


def star_distance(across: Floats, up: Floats, radius: float) -> Floats:
    """Give how far each place lies outside of a star with five points, one of them up.

    Args:
        across: to the right of the star's middle.
        up: above it.
        radius: of its points.
    """
    x: NDArray[np.floating[Any]] = np.abs(across)
    y: NDArray[np.floating[Any]] = up
    for side in (1, -1):  # fold the five points onto one: Inigo Quilez, "2D distance functions"
        mirror_x, mirror_y = side * _POINT[0], _POINT[1]
        over = 2 * np.maximum(mirror_x * x + mirror_y * y, 0)
        x, y = x - over * mirror_x, y - over * mirror_y
    x, y = np.abs(x), y - radius
    edge_x, edge_y = -_STAR_INNER * _POINT[1], _STAR_INNER * _POINT[0] - 1
    along = np.clip((x * edge_x + y * edge_y) / (edge_x**2 + edge_y**2), 0, radius)
    away = np.hypot(x - edge_x * along, y - edge_y * along)
    distance: Floats = (away * np.sign(y * edge_x - x * edge_y)).astype(np.float32)
    return distance
