"""What an engine's eyes are asked for, whichever models stand behind them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""Rows, columns, red green blue."""
Floats = NDArray[np.float32]
Sides = tuple[int, int, int, int]
"""Left, top, right, bottom; right and bottom lie outside."""
NEARLY_UPRIGHT = 8
"""So many degrees of tilt are within what the points of a small face tell, and count as none."""


@dataclass(frozen=True)
class Seen:
    """A face that was seen.

    Args:
        box: within the picture.
        confidence: 0 to 1, comparable within one kind of eyes only.
        points: [5, 2], x and y of image-left eye, image-right eye, nose, image-left and image-right corner of
            the mouth, the face upright; None where the eyes don't tell.
        quarters: how often the picture must be turned (as numpy's `rot90` does) for this face to stand
        upright.
    """

    box: Sides
    confidence: float
    points: Floats | None = field(default=None, compare=False)
    quarters: int = 0

    @property
    def turn(self) -> int:
        """How far the face is turned, in degrees clockwise as people see the picture, above -180 to 180."""
        if self.points is None:
            turn = 90 * self.quarters
        else:
            left_eye, right_eye, _, left_mouth, right_mouth = self.points.tolist()
            # From eye to eye and, turned by a quarter, from the eyes to the mouth: in profile one is short.
            x = right_eye[0] - left_eye[0] + (left_mouth[1] + right_mouth[1] - left_eye[1] - right_eye[1]) / 2
            y = right_eye[1] - left_eye[1] - (left_mouth[0] + right_mouth[0] - left_eye[0] - right_eye[0]) / 2
            turn = round(math.degrees(math.atan2(y, x)))
        turn = 180 - (180 - turn) % 360
        return 0 if abs(turn) < NEARLY_UPRIGHT else turn


class Sight(Protocol):
    """Finds faces and computes their patterns, in the engine's process."""

    @property
    def name(self) -> tuple[int, ...]:
        """Which eyes these are (`SightKind`), then the versions of what they stand on."""
        ...

    def find(self, picture: Pixels) -> list[Seen]:
        """Give the faces from left to right."""
        ...

    def find_as_it_stands(self, picture: Pixels) -> list[Seen]:
        """Give the faces without trying whether the picture lies on its side: it is part of a larger one."""
        ...

    def describe(self, picture: Pixels, faces: Sequence[Seen]) -> list[Sequence[float]]:
        """Give the 128 numbers of each face; one that has no points yet gets them here."""
        ...
