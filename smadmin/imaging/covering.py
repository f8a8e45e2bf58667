"""Covering destroys pixels: the cover's colour never comes from what lies under it.

Mosaic and blur of the covered pixels can be undone (McPherson and others, 2016), so no style reads them. Two
pictures that differ only under the cover give the same covered picture, byte for byte (R1).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.pictures import BYTES_PER_PIXEL, Picture

COLOUR = (43, 48, 58)
"""A dark grey-blue, the same in every photo."""

# An engine's box goes from the eyebrows to the chin and about from temple to temple. On 18 faces of nine real
# photos, looked at one by one, hair, ears and chin lie under a cover wider by these shares of the box; long
# hair hangs out below it.
_SIDES, _TOP, _BOTTOM = 0.4, 0.65, 0.3


class Shape(StrEnum):
    """The outline of a cover."""

    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"


@dataclass(frozen=True)
class Cover:
    """What is to be covered: exactly this area.

    Args:
        box: the area; an ellipse touches its four sides.
    """

    box: Box
    shape: Shape = Shape.RECTANGLE


def cover_for_face(box: Box) -> Cover:
    """Give the cover that hides a face, its hair and ears, from the engine's box."""
    return Cover(box.grown(sides=_SIDES, top=_TOP, bottom=_BOTTOM))


def cover(picture: Picture, covers: Sequence[Cover], *, colour: tuple[int, int, int] = COLOUR) -> Picture:
    """Give the picture with every covered pixel replaced by one colour.

    Covers may reach over the picture's edge. The facts are dropped: what comes out was made here.
    """
    shape = (picture.height, picture.width, BYTES_PER_PIXEL)
    pixels = np.frombuffer(picture.pixels, dtype=np.uint8).reshape(shape).copy()
    for one in covers:
        seen = one.box.within(picture.width, picture.height)
        if seen is None:
            continue
        area = pixels[seen.top : seen.bottom, seen.left : seen.right]
        if one.shape is Shape.RECTANGLE:
            area[:] = colour
        else:
            area[_inside(one.box, seen)] = colour
    return Picture(picture.width, picture.height, pixels.tobytes())


def _inside(whole: Box, seen: Box) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Tell for each pixel of `seen` whether any of it lies in the ellipse that fills `whole`."""
    middle_x, middle_y = (whole.left + whole.right - 1) / 2, (whole.top + whole.bottom - 1) / 2
    across = np.abs(np.arange(seen.left, seen.right) - middle_x) / (whole.width / 2)
    down = np.abs(np.arange(seen.top, seen.bottom) - middle_y) / (whole.height / 2)
    inside: np.ndarray[tuple[int, int], np.dtype[np.bool_]] = across[None, :] ** 2 + down[:, None] ** 2 <= 1
    return inside
