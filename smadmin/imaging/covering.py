"""Covering destroys pixels: nothing that is painted comes from what lies under a cover.

Mosaic and blur of the covered pixels can be undone (McPherson and others, 2016), so no style reads them. All
covers are filled with one colour before anything is drawn or smoothed; the blur look is then made of what is
left around them. Edges are soft outwards only. Two pictures that differ only under the covers give the same
covered picture, byte for byte (R1).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.covers import Cover, CoverStyle
from smadmin.domain.photos.pictures import BYTES_PER_PIXEL, Picture
from smadmin.imaging.filling import filled
from smadmin.imaging.outlines import from_middle, star_distance, to_outline

COLOUR = (24, 44, 92)
"""A dark blue, the same in every photo. No face is blue: CenterFace takes grey and brown slabs above
shoulders for heads (0.42 where 0.32 counts, now in one photo, now in another, as it is built); this one
in none of 59 photos with more than 0.15."""
STICKER, STAR = (242, 183, 5), (255, 253, 245)

_TOUCHED = 0.5
"""A pixel whose middle lies nearer to the outline than this is touched by it, and destroyed as well."""
_SOFT: Mapping[CoverStyle, float] = {CoverStyle.SOLID: 0.015, CoverStyle.BLUR: 0.2, CoverStyle.SHAPE: 0.015}
"""How far the edge fades outwards, as a share of the cover's shorter half."""
_LEAST_SOFT = 1.0
_AROUND = 0.5
"""How far the colours come from that a blur look is made of, as a share of the cover's shorter half."""
_STAR = 0.62

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class _Place:
    """The part of a picture in which one cover is painted.

    Args:
        known: of the whole picture, what no cover hides.
    """

    cover: Cover
    window: Box
    pixels: Pixels
    known: Bools
    distance: Floats
    """Of each pixel of the window to the outline."""

    @property
    def area(self) -> Pixels:
        return self.pixels[self.window.top : self.window.bottom, self.window.left : self.window.right]


def cover(picture: Picture, covers: Sequence[Cover], style: CoverStyle = CoverStyle.SOLID) -> Picture:
    """Give the picture with everything under the covers gone.

    Covers may reach over the picture's edge. The facts are dropped: what comes out was made here.
    """
    shape = (picture.height, picture.width, BYTES_PER_PIXEL)
    pixels = np.frombuffer(picture.pixels, dtype=np.uint8).reshape(shape).copy()
    known = np.ones(shape[:2], dtype=np.bool_)
    places = [
        _Place(one, window, pixels, known, to_outline(one, window))
        for one in covers
        if (window := _window(one, style, picture.width, picture.height)) is not None
    ]
    for place in places:
        _destroy(place)
    # From here on nothing in memory tells what was covered. What is painted is worked out for all covers
    # before one is: a soft edge must not become the colour around the next.
    paints = [_PAINTS[style](place) for place in places]
    for place, paint in zip(places, paints, strict=True):
        _lay(place, paint, style)
    return Picture(picture.width, picture.height, pixels.reshape(-1).data.toreadonly())


def hidden(picture: Picture, covers: Sequence[Cover]) -> Bools:
    """Tell of each pixel whether it is destroyed; rows, columns."""
    known = np.ones((picture.height, picture.width), dtype=np.bool_)
    for one in covers:
        window = one.box.within(picture.width, picture.height)
        if window is not None:
            touched = to_outline(one, window) < _TOUCHED
            known[window.top : window.bottom, window.left : window.right] &= ~touched
    return ~known


def _window(one: Cover, style: CoverStyle, width: int, height: int) -> Box | None:
    room = round(_softness(one, style)) + 2
    if style is CoverStyle.BLUR:
        room += round(_AROUND * min(one.half)) + 4
    box = one.box
    return Box(box.left - room, box.top - room, box.right + room, box.bottom + room).within(width, height)


def _destroy(place: _Place) -> None:
    touched = place.distance < _TOUCHED
    place.area[touched] = COLOUR
    window = place.window
    place.known[window.top : window.bottom, window.left : window.right] &= ~touched


def _lay(place: _Place, paint: Pixels, style: CoverStyle) -> None:
    """Put the paint on: whole where pixels were destroyed, fading beyond."""
    paint = np.broadcast_to(paint, place.area.shape)
    whole = place.distance < _TOUCHED
    place.area[whole] = paint[whole]
    softness = np.float32(_softness(place.cover, style))
    edge = ~whole & (place.distance < _TOUCHED + softness)
    beyond = ((place.distance[edge] - np.float32(_TOUCHED)) / softness)[:, None]
    strength = 1 - beyond * beyond * (3 - 2 * beyond)
    before, after = place.area[edge].astype(np.float32), paint[edge].astype(np.float32)
    place.area[edge] = np.rint(before + (after - before) * strength).astype(np.uint8)


def _softness(one: Cover, style: CoverStyle) -> float:
    return max(_LEAST_SOFT, _SOFT[style] * min(one.half))


def _solid(_place: _Place) -> Pixels:
    return np.array(COLOUR, dtype=np.uint8)


def _blur(place: _Place) -> Pixels:
    window = place.window
    known = place.known[window.top : window.bottom, window.left : window.right]
    return filled(place.area, known, otherwise=COLOUR)


def _shape(place: _Place) -> Pixels:
    across, down = from_middle(place.cover, place.window)
    outside = star_distance(across, -down, _STAR * min(place.cover.half))
    star = np.clip(0.5 - outside, 0, 1)[:, :, None]
    ground, ink = np.array(STICKER, dtype=np.float32), np.array(STAR, dtype=np.float32)
    painted: Pixels = np.rint(ground + (ink - ground) * star).astype(np.uint8)
    return painted


_PAINTS: Mapping[CoverStyle, Callable[[_Place], Pixels]] = {
    CoverStyle.SOLID: _solid,
    CoverStyle.BLUR: _blur,
    CoverStyle.SHAPE: _shape,
}
