"""Everybody a face is compared with, laid out once so that one comparison takes milliseconds.

A district may look for a hundred thousand patterns. They stand in one table of single precision, which one
pass of the processor goes through; what came out nearest is measured again in double precision, so that a
threshold is never decided by rounding.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from smadmin.domain.photos.faces import DESCRIPTOR_NUMBERS, Descriptor

Who = TypeVar("Who", bound=str)

_LOOKED_AT_AGAIN = 64
_ROUNDING = 1e-3
"""Single precision is farther off than this from no half of a squared distance."""


@dataclass(frozen=True)
class Portrait(Generic[Who]):
    """A known person's face pattern; a person may have several."""

    who: Who
    descriptor: Descriptor = field(repr=False)


@dataclass(frozen=True)
class Likeness(Generic[Who]):
    """How far a face is from a person's nearest portrait."""

    who: Who
    distance: float


class Gallery(Generic[Who]):
    """Known people's patterns; made once, asked for many faces.

    Args:
        portraits: in any order.
    """

    def __init__(self, portraits: Sequence[Portrait[Who]]) -> None:
        """Lay the patterns out."""
        self._who = [portrait.who for portrait in portraits]
        self._exact: NDArray[np.float64] = np.array(
            [portrait.descriptor for portrait in portraits], np.float64
        ).reshape(len(portraits), DESCRIPTOR_NUMBERS)
        # A column per pattern: so the processor reads it ten times as fast as row by row.
        self._table = np.ascontiguousarray(self._exact.T, np.float32)
        self._half_squares = (self._table**2).sum(axis=0) / 2

    def __len__(self) -> int:
        """Count the patterns."""
        return len(self._who)

    def nearest(self, descriptor: Descriptor, *, most: int, within: float = 0.0) -> tuple[Likeness[Who], ...]:
        """Give the persons nearest to a face, nearest first: Euclidean, to the nearest portrait of each.

        Args:
            descriptor: of the face.
            most: so many of them.
            within: who lies no farther than this is given whatever their number.
        """
        face = np.array(descriptor, np.float64)
        # Half the squared distance but for what is the same for all: the order is all that is wanted here.
        rough = self._half_squares - face.astype(np.float32) @ self._table
        close = (within**2 - float(face @ face)) / 2 + _ROUNDING
        wide = max(_LOOKED_AT_AGAIN, int(np.count_nonzero(rough <= close)))
        while True:
            found = self._measured(face, _lowest(rough, wide))
            if len(found) >= most or wide >= len(self._who):
                wanted = max(most, sum(one.distance <= within for one in found))
                return found[:wanted]
            wide *= 4  # somebody with many portraits filled the room

    def _measured(self, face: NDArray[np.float64], places: NDArray[np.intp]) -> tuple[Likeness[Who], ...]:
        distances = np.linalg.norm(self._exact[places] - face, axis=1).tolist()
        best: dict[Who, float] = {}
        for place, distance in zip(places.tolist(), distances, strict=True):
            who = self._who[place]
            best[who] = min(distance, best.get(who, distance))
        return tuple(
            Likeness(who, distance) for who, distance in sorted(best.items(), key=lambda one: one[1])
        )


def _lowest(rough: NDArray[np.float32], count: int) -> NDArray[np.intp]:
    if len(rough) <= count:
        return np.arange(len(rough))
    return np.argpartition(rough, count)[:count]
