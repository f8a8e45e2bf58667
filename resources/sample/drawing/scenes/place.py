"""A brush for places: shaded shapes, soft shadows, blur.

A background is drawn hard and then blurred like a lens would, so that people stand out and no face
detector sees a face in a poster.
"""

import random
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from ..field import Field, hexed

Box = tuple[float, float, float, float]
Spot = tuple[float, float]


class Place(Protocol):
    """Draws one place onto two brushes of the photo's size."""

    def __call__(self, back: "Brush", front: "Brush") -> None:
        """Draw what is behind the people, and what stands before them."""


@dataclass
class Brush:
    """A picture being drawn; transparent until painted."""

    image: Image.Image
    dice: random.Random

    @classmethod
    def blank(cls, size: tuple[int, int], seed: int) -> "Brush":
        """Start with nothing."""
        return cls(Image.new("RGBA", size, (0, 0, 0, 0)), random.Random(seed))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.image.size

    def wash(self, box: Box, top: str, bottom: str) -> None:
        """Fill a box with a vertical gradient."""
        left, upper, right, lower = (round(n) for n in box)
        a, b = np.asarray(hexed(top)), np.asarray(hexed(bottom))
        t = np.linspace(0, 1, max(lower - upper, 1))[:, None, None]
        strip = np.broadcast_to((a + (b - a) * t) * 255, (t.shape[0], max(right - left, 1), 3))
        self.image.paste(Image.fromarray(strip.astype(np.uint8)), (left, upper))

    def shape(
        self, kind: str, box: Box, fill: str, *, radius: float = 0, angle: tuple[float, float] = (0, 360)
    ) -> None:
        """Draw a box, ellipse or slice without steps at its edges."""
        left, top, right, bottom = box
        wide, high = max(round(right - left), 1), max(round(bottom - top), 1)
        mask = Image.new("L", (wide * 3, high * 3), 0)
        pen = ImageDraw.Draw(mask)
        whole = (0, 0, wide * 3 - 1, high * 3 - 1)
        if kind == "box":
            pen.rounded_rectangle(whole, radius * 3, fill=255)
        elif kind == "oval":
            pen.ellipse(whole, fill=255)
        else:
            pen.pieslice(whole, *angle, fill=255)
        self._stamp(mask.resize((wide, high), Image.Resampling.BOX), fill, (round(left), round(top)))

    def polygon(self, points: list[Spot], fill: str) -> None:
        """Fill a polygon without steps at its edges."""
        left, top = min(x for x, _ in points), min(y for _, y in points)
        wide = max(round(max(x for x, _ in points) - left), 1)
        high = max(round(max(y for _, y in points) - top), 1)
        mask = Image.new("L", (wide * 3, high * 3), 0)
        ImageDraw.Draw(mask).polygon([((x - left) * 3, (y - top) * 3) for x, y in points], fill=255)
        self._stamp(mask.resize((wide, high), Image.Resampling.BOX), fill, (round(left), round(top)))

    def line(self, points: list[Spot], fill: str, width: float) -> None:
        """Draw a line with round joints."""
        ImageDraw.Draw(self.image).line(points, fill=fill, width=round(width), joint="curve")

    def ball(self, box: Box, fill: str, *, shine: float = 0.5) -> None:
        """Draw an ellipse lit from the upper left."""
        left, top, right, bottom = box
        wide, high = max(round(right - left), 2), max(round(bottom - top), 2)
        x, y = np.meshgrid(np.linspace(-1, 1, wide), np.linspace(-1, 1, high))
        r = np.hypot(x, y)
        z = np.sqrt(np.clip(1 - r * r, 0, 1))
        facing = np.clip(-0.45 * x - 0.55 * y + 0.7 * z, -1, 1) * 0.5 + 0.5
        rgb = np.asarray(hexed(fill)) * (0.35 + 0.8 * facing[..., None])
        rgb = rgb + shine * 0.4 * np.clip(facing[..., None] - 0.88, 0, 1) * 6
        alpha = np.clip((1 - r) * wide / 3, 0, 1)
        pixels = np.dstack([np.clip(rgb, 0, 1), alpha]) * 255
        self._lay(Image.fromarray(pixels.astype(np.uint8)), (round(left), round(top)))

    def tube(self, box: Box, fill: str) -> None:
        """Draw an upright cylinder."""
        left, top, right, bottom = box
        wide, high = max(round(right - left), 2), max(round(bottom - top), 1)
        x = np.linspace(-1, 1, wide)
        facing = (-0.5 * x + 0.75 * np.sqrt(np.clip(1 - x * x, 0, 1))) * 0.5 + 0.5
        rgb = np.broadcast_to(np.asarray(hexed(fill)) * (0.35 + 0.8 * facing[:, None]), (high, wide, 3))
        self._lay(
            Image.fromarray((np.clip(rgb, 0, 1) * 255).astype(np.uint8)).convert("RGBA"),
            (round(left), round(top)),
        )

    def glow(self, at: Spot, radius: float, fill: str, strength: float) -> None:
        """Add a soft spot of light (or of shadow, in black)."""
        n = 96
        x, y = np.meshgrid(np.linspace(-1, 1, n), np.linspace(-1, 1, n))
        alpha = strength * np.clip(1 - np.hypot(x, y), 0, 1) ** 1.6 * 255
        mask = Image.fromarray(alpha.astype(np.uint8)).resize(
            (round(radius * 2),) * 2, Image.Resampling.BICUBIC
        )
        self._stamp(mask, fill, (round(at[0] - radius), round(at[1] - radius)))

    def shadow(self, box: Box, strength: float = 0.35, spread: float = 20) -> None:
        """Draw the soft shadow of a box."""
        left, top, right, bottom = box
        pad = round(spread * 2)
        mask = Image.new("L", (round(right - left) + 2 * pad, round(bottom - top) + 2 * pad), 0)
        ImageDraw.Draw(mask).rectangle(
            (pad, pad, mask.width - pad, mask.height - pad), fill=round(255 * strength)
        )
        self._stamp(
            mask.filter(ImageFilter.GaussianBlur(spread / 2)),
            "#0c0a10",
            (round(left) - pad, round(top) - pad),
        )

    def words(self, text: str, middle: Spot, size: float, fill: str) -> None:
        """Write a word around a point."""
        font = ImageFont.load_default(round(size))
        ImageDraw.Draw(self.image).text(middle, text, fill=fill, font=font, anchor="mm")

    def blur(self, radius: float) -> None:
        """Put everything drawn so far out of focus."""
        self.image = self.image.filter(ImageFilter.GaussianBlur(radius))

    def pixels(self) -> tuple[Field, Field]:
        """Give colours and mask as floats."""
        values = np.asarray(self.image, np.float32) / 255
        return values[..., :3].copy(), values[..., 3].copy()

    def _stamp(self, mask: Image.Image, fill: str, where: tuple[int, int]) -> None:
        ink = Image.new("RGBA", mask.size, fill)
        ink.putalpha(ImageChops.multiply(ink.getchannel("A"), mask))
        self._lay(ink, where)

    def _lay(self, ink: Image.Image, where: tuple[int, int]) -> None:
        x, y = where
        cut = (max(-x, 0), max(-y, 0))
        if cut[0] >= ink.width or cut[1] >= ink.height or x >= self.image.width or y >= self.image.height:
            return
        ink = ink.crop((*cut, min(ink.width, self.image.width - x), min(ink.height, self.image.height - y)))
        self.image.alpha_composite(ink, (max(x, 0), max(y, 0)))
