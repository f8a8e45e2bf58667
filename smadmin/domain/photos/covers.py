"""Covers: what of a photo is hidden, and in which look. The outline is the same in each style.

So another style never shows more, and what two people looked at stays looked at.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from smadmin.domain.photos.boxes import Box

# An engine's box goes from the eyebrows to the chin and about from temple to temple. On 18 faces of nine real
# photos, looked at one by one, hair, ears and chin lie under a cover wider by these shares of the box; long
# hair hangs out below it.
_SIDES, _TOP, _BOTTOM = 0.4, 0.65, 0.3
_ROUNDED = 0.3
"""How much of the shorter half of a face's cover its rounded corners take."""


class CoverStyle(StrEnum):
    """What a cover looks like; none of them reads what lies under it."""

    SOLID = "solid"
    BLUR = "blur"  # as if blurred: made of the light around it
    SHAPE = "shape"  # a drawn star


@dataclass(frozen=True)
class Cover:
    """What is to be covered: a rectangle with rounded corners, turned about its middle.

    Args:
        middle: x and y, in the photo's pixels.
        half: half its width and half its height, before it is turned.
        turn: degrees clockwise, as people see the photo.
        corner: the radius of its corners, in pixels.
    """

    middle: tuple[float, float]
    half: tuple[float, float]
    turn: int = 0
    corner: float = 0.0

    @property
    def box(self) -> Box:
        """The upright rectangle around it."""
        sine, cosine = abs(_sine(self.turn)), abs(_sine(self.turn + 90))
        # The corners' middles turn; their radius is the same whichever way they stand.
        inner = (self.half[0] - self.corner, self.half[1] - self.corner)
        across = inner[0] * cosine + inner[1] * sine + self.corner
        down = inner[0] * sine + inner[1] * cosine + self.corner
        (x, y) = self.middle
        return Box(math.floor(x - across), math.floor(y - down), math.ceil(x + across), math.ceil(y + down))


def cover_for_face(box: Box, turn: int = 0) -> Cover:
    """Give the cover that hides a face, its hair and ears.

    Args:
        box: the engine's, upright whichever way the face is turned.
        turn: how far the face is turned, in degrees clockwise.
    """
    sine, cosine = _sine(turn), _sine(turn + 90)
    # A face on its side fills a box as wide as the face is long; half turned, one that is neither.
    width = box.width * cosine**2 + box.height * sine**2
    height = box.width * sine**2 + box.height * cosine**2
    half = (width * (0.5 + _SIDES), height * (1 + _TOP + _BOTTOM) / 2)
    up = height * (_TOP - _BOTTOM) / 2  # the hair wants more room than the chin
    middle = ((box.left + box.right) / 2 + up * sine, (box.top + box.bottom) / 2 - up * cosine)
    return Cover(middle, half, turn, _ROUNDED * min(half))


def cover_as_drawn(box: Box) -> Cover:
    """Give the cover of exactly the box that a person drew."""
    middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    return Cover(middle, (box.width / 2, box.height / 2))


def _sine(degrees: int) -> float:
    """Give the sine, exact at the quarter turns: an upright cover has upright sides."""
    return {0: 0.0, 90: 1.0, 180: 0.0, 270: -1.0}.get(degrees % 360, math.sin(math.radians(degrees)))
