"""How readers see a post on a platform: where *See more* comes, what is cut off a picture, what goes missing.

The numbers are data (`resources/platforms/*.toml`, `[shown]`), for a timeline on a telephone. They are what
platforms show today, not a promise: the preview says what readers are likely to see.
"""

from dataclasses import dataclass
from enum import StrEnum

import regex

from smadmin.domain.links import links_in

_GRAPHEME = regex.compile(r"\X")
_LINE_CHARACTERS = 70
"""At most so many characters stand on a telephone's line."""


class Several(StrEnum):
    """How several pictures are shown."""

    GRID = "grid"
    FIRST = "first"
    WHOLE = "whole"


@dataclass(frozen=True)
class Shown:
    """How a platform shows a post.

    Args:
        fold_characters, fold_lines: after so much of the text comes *See more*; None where never.
        widest, tallest: a single picture's width over height beyond which it is cut; None where it never is.
        several: how several pictures are shown.
        card: whether the first link of a post without pictures gets a card below the text.
        live_links: whether a link in the text can be pressed.
        pictures_first: whether the text stands below the pictures.
    """

    fold_characters: int | None = None
    fold_lines: int | None = None
    widest: float | None = None
    tallest: float | None = None
    several: Several = Several.WHOLE
    card: bool = False
    live_links: bool = True
    pictures_first: bool = False


@dataclass(frozen=True)
class Cut:
    """What readers see of a picture, in shares of its width and height from the upper left."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0

    @property
    def lost(self) -> float:
        """The share of the picture that nobody sees."""
        return 1 - (self.right - self.left) * (self.bottom - self.top)


WHOLE = Cut()
_GRIDS: dict[int, tuple[float, ...]] = {
    2: (7 / 8, 7 / 8),
    3: (7 / 8, 7 / 4, 7 / 4),
}
_GRID_OF_MORE = 7 / 4
"""Shapes (width over height) of a grid's places: two beside each other, one high and two low, four low."""


def fold_at(text: str, shown: Shown) -> int | None:
    """Give after how many code points *See more* comes, or None where all of the text is seen."""
    places = [
        place for place in (_after_characters(text, shown), _after_lines(text, shown)) if place is not None
    ]
    return min(places, default=None)


def _after_characters(text: str, shown: Shown) -> int | None:
    if shown.fold_characters is None:
        return None
    for number, grapheme in enumerate(_GRAPHEME.finditer(text)):
        if number == shown.fold_characters:
            return int(grapheme.start())
    return None


def _after_lines(text: str, shown: Shown) -> int | None:
    if shown.fold_lines is None:
        return None
    left, at = shown.fold_lines, 0
    for line in text.splitlines(keepends=True):
        high = max(1, -(-len(line.rstrip()) // _LINE_CHARACTERS))
        if high > left:
            return at + left * _LINE_CHARACTERS
        left, at = left - high, at + len(line)
    return None


def cut_of(size: tuple[int, int], shown: Shown, *, place: int, shapes: tuple[float, ...]) -> Cut:
    """Tell what readers see of a picture.

    Args:
        size: its width and height in pixels.
        shown: how the platform shows pictures.
        place: which picture of the post it is, from 0.
        shapes: width over height of all pictures that go out there, in order.
    """
    shape = size[0] / size[1]
    if len(shapes) == 1 or (shown.several is Several.FIRST and place == 0):
        return _cut_to(shape, _bounded(shape, shown))
    if shown.several is Several.FIRST:
        return _cut_to(shape, _bounded(shapes[0], shown))
    if shown.several is Several.GRID:
        grid = _GRIDS.get(len(shapes), ())
        return _cut_to(shape, grid[place] if place < len(grid) else _GRID_OF_MORE)
    return WHOLE


def _bounded(shape: float, shown: Shown) -> float:
    if shown.widest is not None and shape > shown.widest:
        return shown.widest
    if shown.tallest is not None and shape < shown.tallest:
        return shown.tallest
    return shape


def _cut_to(shape: float, seen: float) -> Cut:
    """Cut the middle of a shape out of another."""
    if shape > seen:
        margin = (1 - seen / shape) / 2
        return Cut(left=margin, right=1 - margin)
    margin = (1 - shape / seen) / 2
    return Cut(top=margin, bottom=1 - margin)


def card_of(text: str, shown: Shown, *, pictures: int) -> str | None:
    """Give the link that gets a card below the text, or None where none does: pictures take its place."""
    if not shown.card or pictures:
        return None
    return next((text[link.start : link.end] for link in links_in(text)), None)
