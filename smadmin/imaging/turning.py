"""Quarter turns: of pictures that lie on their side, and of faces in them.

A turn counts as numpy's `rot90` does: counterclockwise, as people see the picture.
"""

from typing import cast

import cv2
import numpy as np

from smadmin.imaging.sight import Floats, Pixels, Seen, Sides

TURNS = (1, 3, 2)
"""Quarter turns to try, likely ones first: cameras are held upright or to a side, hardly ever upside down."""
SIDES = 4
_WAYS = (None, cv2.ROTATE_90_COUNTERCLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_CLOCKWISE)


def turned(picture: Pixels, quarters: int) -> Pixels:
    """Turn a picture, in a fifth of numpy's time."""
    way = _WAYS[quarters % SIDES]
    return picture if way is None else cast("Pixels", cv2.rotate(picture, way))


def turned_points(points: Floats, quarters: int, size: tuple[int, int]) -> Floats:
    """Turn points [n, 2] with their picture.

    Args:
        points: x and y in the picture as it is.
        quarters: how often.
        size: the picture's width and height before.
    """
    width, height = size
    for _ in range(quarters % SIDES):
        points = np.stack([points[:, 1], width - points[:, 0]], axis=1)
        width, height = height, width
    return points


def turned_back(face: Seen, quarters: int, size: tuple[int, int]) -> Seen:
    """Bring a face that was seen in a turned picture back to where it is.

    Args:
        face: as seen in the turned picture.
        quarters: how often that was turned.
        size: the turned picture's width and height.
    """
    back = -quarters % SIDES
    corners = np.array(face.box, np.float32).reshape(2, 2)
    box = turned_points(corners, back, size)
    points = None if face.points is None else turned_points(face.points, back, size)
    return Seen(_sides(box), face.confidence, points, quarters % SIDES)


def _sides(corners: Floats) -> Sides:
    (left, top), (right, bottom) = np.sort(corners, axis=0).round().astype(int).tolist()
    return (left, top, right, bottom)
