"""Measures how clearly a face is seen: in the engine's process, from the pixels within its box.

What the numbers are good for and where their limits lie stands in `domain/photos/clarity.py`.
"""

import cv2
import numpy as np

from smadmin.imaging.laying_out import halved
from smadmin.imaging.sight import Floats, Pixels, Seen, Sides

_SIDE_PX = 24
"""The face is measured so small: noise and JPEG's blocks are averaged away, what tells people apart isn't."""
_LARGE = 6
"""A face so many times larger is halved first, which is quicker: its sharpness changes by 0.03 at most."""
_LEAST_SPREAD = 4.0
"""A face of one grey has no details to be lost, and nothing to divide by."""
_LEFT, _TOP, _RIGHT, _BOTTOM = 0.1, 0.15, 0.1, 0.05
"""Shares of the box that are left away: hair and what is behind the face."""
_FULLY_ASIDE = 10.0
_GREY = np.array([0.299, 0.587, 0.114], np.float32)


def measured(picture: Pixels, face: Seen) -> tuple[float, float, float]:
    """Give how far a face is turned aside, its sharpness, its light (as in `Clarity`)."""
    grey = _small(picture, face.box)
    edges = cv2.Laplacian(grey, cv2.CV_32F)[1:-1, 1:-1]
    light, spread, edge_spread = *_mean_and_spread(grey), _mean_and_spread(edges)[1]
    sharpness = edge_spread / max(spread, _LEAST_SPREAD)
    return (0.0 if face.points is None else aside(face.points), sharpness, light)


def aside(points: Floats) -> float:
    """Tell from five points how far a face is turned: where along the line of the eyes the nose lies."""
    left, right, nose = points[0], points[1], points[2]
    along = right - left
    length = max(float(np.hypot(*along)), 1e-6)
    place = float((nose - left) @ along) / length**2
    return min(abs(place - 0.5) * 2, _FULLY_ASIDE)


def _mean_and_spread(values: cv2.typing.MatLike) -> tuple[float, float]:
    """Give both in a quarter of numpy's time."""
    mean, spread = cv2.meanStdDev(values)
    return float(mean[0, 0]), float(spread[0, 0])


def _small(picture: Pixels, box: Sides) -> Floats:
    from PIL import Image  # noqa: PLC0415 - loaded by prepare; the parent needs none of this

    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    left, right = left + round(wide * _LEFT), right - round(wide * _RIGHT)
    top, bottom = top + round(high * _TOP), bottom - round(high * _BOTTOM)
    inner = picture[top : max(bottom, top + 1), left : max(right, left + 1)]
    while min(inner.shape[:2]) >= _LARGE * _SIDE_PX:
        inner = halved(inner)
    small = Image.fromarray(np.ascontiguousarray(inner)).resize(
        (_SIDE_PX, _SIDE_PX), Image.Resampling.BILINEAR
    )
    return np.asarray(small, np.float32) @ _GREY
