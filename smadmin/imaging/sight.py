"""What an engine's eyes are asked for, whichever models stand behind them."""

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


class Sight(Protocol):
    """Finds faces and computes their patterns, in the engine's process."""

    @property
    def name(self) -> tuple[int, ...]:
        """Which eyes these are (`SightKind`), then the versions of what they stand on."""
        ...

    def find(self, picture: Pixels) -> list[Seen]:
        """Give the faces from left to right."""
        ...

    def describe(self, picture: Pixels, faces: Sequence[Seen]) -> list[Sequence[float]]:
        """Give the 128 numbers of each face; one that has no points yet gets them here."""
        ...
