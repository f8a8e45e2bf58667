"""How clearly a face is seen, and what keeps its pattern from telling who it is.

All limits were measured on 45 portraits of nine adults in ../shared/photos (`bench clarity`): a limit stands
where more than a few in a hundred begin to lie farther from their own portraits than a match may.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

SMALLEST_PX = 56
"""Below this height in the photo a pattern tells too little. Measured (`bench small_faces`) on portraits made
small, a little out of focus and stored as JPEG: of the faces 40 px high 39 % lay farther than 0.57 from their
own portraits, at 48 px 12 %, at 56 px 5 %, from 64 px on 2 %."""
LEAST_SHARPNESS = 0.42
"""Blurred, made smaller by half or not, with noise, stored as JPEG: of the faces that are sharper than this 2
to 4 % lay farther than 0.6 from their own portraits and none farther than 0.66, of the others more than half.
No sharp one falls below it (0.73 at least), nor any drawn one (0.87)."""
MOST_ASIDE = 0.9
"""0 is seen from the front, from 1 on the nose hides an eye. Nobody labelled is turned farther than 0.6 (and
then lies 0.38 from the own portrait), so 100 faces were held against their mirror images, turned the
other way: 0.17 apart (median) seen from the front, 0.24 at 0.6 to 0.7, 0.34 at 0.83, 0.44 at 1.06."""
LEAST_LIGHT = 20.0
"""Mean brightness, 0 to 255. Darkened with noise: none was farther than 0.6 from the own portrait at 27, 2 %
at 20, 16 % at 14."""


@dataclass(frozen=True)
class Clarity:
    """What an engine measured of a face.

    Args:
        aside: how far it is turned to a side, 0 from the front, above 1 in profile.
        sharpness: how much of its smallest details is there, whatever its size; 0 is none.
        light: its mean brightness, 0 to 255.
    """

    aside: float
    sharpness: float
    light: float


class Unclear(StrEnum):
    """Why a face's pattern doesn't tell who it is."""

    SMALL = "small"
    TURNED = "turned"
    BLURRED = "blurred"
    DARK = "dark"


def unclear(height: int, clarity: Clarity | None, *, smallest_px: int = SMALLEST_PX) -> tuple[Unclear, ...]:
    """List what keeps a face of this height (in the photo's pixels) from being told.

    Without an engine's measure only the height counts.
    """
    return tuple(reason for reason, holds in _asked(height, clarity, smallest_px) if holds)


def _asked(height: int, clarity: Clarity | None, smallest_px: int) -> Iterable[tuple[Unclear, bool]]:
    yield Unclear.SMALL, height < smallest_px
    if clarity is not None:
        yield Unclear.TURNED, clarity.aside > MOST_ASIDE
        yield Unclear.BLURRED, clarity.sharpness < LEAST_SHARPNESS
        yield Unclear.DARK, clarity.light < LEAST_LIGHT
