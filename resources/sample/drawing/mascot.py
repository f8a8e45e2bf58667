"""The mascot (a lark in Lincoln's hat) as one list of shapes, written as SVG and painted as PNG.

Also the accounts' avatars: the mascot on each account's colour and pattern.
"""

import math
from dataclasses import dataclass

from PIL import Image, ImageDraw

SIDE = 512
"""The mascot's square, in the units of its shapes."""
FINE = 4
"""Drawn this many times larger, then reduced."""
Spot = tuple[float, float]


@dataclass(frozen=True)
class Oval:
    """An ellipse around a middle."""

    x: float
    y: float
    rx: float
    ry: float
    fill: str

    def svg(self) -> str:
        """Write the shape as SVG."""
        return (
            f'<ellipse cx="{self.x:g}" cy="{self.y:g}" rx="{self.rx:g}" ry="{self.ry:g}" fill="{self.fill}"/>'
        )

    def paint(self, pen: ImageDraw.ImageDraw, by: float) -> None:
        """Paint the shape, `by` times larger."""
        box = (self.x - self.rx, self.y - self.ry, self.x + self.rx, self.y + self.ry)
        pen.ellipse(tuple(n * by for n in box), fill=self.fill)


@dataclass(frozen=True)
class Curve:
    """A closed outline of cubic curves: a start, then triples of two handles and a point."""

    start: Spot
    parts: tuple[tuple[Spot, Spot, Spot], ...]
    fill: str

    def svg(self) -> str:
        """Write the shape as SVG."""
        steps = " ".join("C" + " ".join(f"{x:g},{y:g}" for x, y in part) for part in self.parts)
        return f'<path d="M{self.start[0]:g},{self.start[1]:g} {steps}Z" fill="{self.fill}"/>'

    def paint(self, pen: ImageDraw.ImageDraw, by: float) -> None:
        """Paint the shape, `by` times larger."""
        spots: list[Spot] = []
        here = self.start
        for a, b, end in self.parts:
            for i in range(25):
                t = i / 24
                w = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                spots.append(
                    (
                        by * (w[0] * here[0] + w[1] * a[0] + w[2] * b[0] + w[3] * end[0]),
                        by * (w[0] * here[1] + w[1] * a[1] + w[2] * b[1] + w[3] * end[1]),
                    )
                )
            here = end
        pen.polygon(spots, fill=self.fill)


def _mirrored(curve: Curve) -> Curve:
    def flip(spot: Spot) -> Spot:
        return (SIDE - spot[0], spot[1])

    parts = tuple((flip(a), flip(b), flip(c)) for a, b, c in curve.parts)
    return Curve(flip(curve.start), parts, curve.fill)


_WING = Curve(
    (118, 268),
    (
        ((60, 300), (48, 380), (92, 430)),
        ((120, 420), (150, 390), (150, 330)),
        ((150, 300), (140, 275), (118, 268)),
    ),
    "#24634a",
)
_FEATHER = Curve(
    (112, 300),
    (
        ((84, 326), (78, 374), (98, 406)),
        ((116, 396), (132, 368), (132, 332)),
        ((130, 314), (124, 304), (112, 300)),
    ),
    "#2f7a5c",
)
SHAPES: tuple[Oval | Curve, ...] = (
    Oval(206, 470, 34, 15, "#d9792b"),
    Oval(306, 470, 34, 15, "#d9792b"),
    Oval(256, 310, 158, 162, "#dfa52f"),
    Oval(256, 304, 152, 154, "#f3c14b"),
    _WING,
    _mirrored(_WING),
    _FEATHER,
    _mirrored(_FEATHER),
    Oval(256, 380, 104, 84, "#fff3d6"),
    Oval(162, 310, 27, 19, "#f09a7a"),
    Oval(350, 310, 27, 19, "#f09a7a"),
    Oval(202, 256, 49, 53, "#ffffff"),
    Oval(310, 256, 49, 53, "#ffffff"),
    Oval(208, 260, 29, 33, "#1f2a3a"),
    Oval(304, 260, 29, 33, "#1f2a3a"),
    Oval(217, 247, 10, 11, "#ffffff"),
    Oval(313, 247, 10, 11, "#ffffff"),
    Oval(200, 274, 5, 6, "#ffffff"),
    Oval(296, 274, 5, 6, "#ffffff"),
    Curve(
        (216, 302),
        (
            ((236, 286), (276, 286), (296, 302)),
            ((286, 332), (270, 346), (256, 350)),
            ((242, 346), (226, 332), (216, 302)),
        ),
        "#e58a2e",
    ),
    Curve(
        (216, 302),
        (
            ((240, 316), (272, 316), (296, 302)),
            ((286, 332), (270, 346), (256, 350)),
            ((242, 346), (226, 332), (216, 302)),
        ),
        "#c66d1d",
    ),
    Oval(256, 176, 146, 26, "#151d2a"),
    Oval(256, 170, 146, 25, "#1f2a3a"),
    Curve(
        (168, 168),
        (
            ((172, 120), (172, 80), (164, 30)),
            ((200, 16), (312, 16), (348, 30)),
            ((340, 80), (340, 120), (344, 168)),
            ((310, 186), (202, 186), (168, 168)),
        ),
        "#263347",
    ),
    Curve(
        (170, 148),
        (
            ((205, 164), (307, 164), (342, 148)),
            ((341, 132), (341, 124), (341, 112)),
            ((307, 128), (205, 128), (171, 112)),
            ((171, 124), (171, 132), (170, 148)),
        ),
        "#2f7a5c",
    ),
    Oval(256, 31, 92, 15, "#33435c"),
)


def svg() -> str:
    """Write the mascot as an SVG document."""
    body = "\n  ".join(shape.svg() for shape in SHAPES)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">'
    return f"{head}\n  <title>The Lincoln lark</title>\n  {body}\n</svg>\n"


def png(side: int) -> Image.Image:
    """Paint the mascot on nothing."""
    by = side * FINE / SIDE
    large = Image.new("RGBA", (side * FINE, side * FINE), (0, 0, 0, 0))
    pen = ImageDraw.Draw(large)
    for shape in SHAPES:
        shape.paint(pen, by)
    return large.resize((side, side), Image.Resampling.LANCZOS)


def avatar(colour: str, pattern: str, side: int = 400) -> Image.Image:
    """Paint the mascot in a disc on an account's colour and pattern."""
    big = side * FINE
    large = Image.new("RGBA", (big, big), colour)
    ink = Image.new("RGBA", (big, big), (0, 0, 0, 0))
    _PATTERNS[pattern](ImageDraw.Draw(ink), big)
    large.alpha_composite(ink)
    rim = round(0.105 * big)
    ImageDraw.Draw(large).ellipse((rim, rim, big - rim, big - rim), fill="#fbf8f0")
    small = large.resize((side, side), Image.Resampling.LANCZOS)
    bird = png(round(side * 0.66))
    small.alpha_composite(bird, (round(side * 0.17), round(side * 0.16)))
    return small.convert("RGB")


_PALE = (255, 255, 255, 66)


def _stripes(pen: ImageDraw.ImageDraw, side: int) -> None:
    step = side / 9
    for i in range(-10, 20, 2):
        x = i * step
        pen.polygon([(x, 0), (x + step, 0), (x + step + side, side), (x + side, side)], fill=_PALE)


def _dots(pen: ImageDraw.ImageDraw, side: int) -> None:
    step = side / 10
    for row in range(12):
        for column in range(12):
            x, y, r = (column + 0.5 * (row % 2)) * step, row * step, step * 0.24
            pen.ellipse((x - r, y - r, x + r, y + r), fill=_PALE)


def _waves(pen: ImageDraw.ImageDraw, side: int) -> None:
    for row in range(-1, 9):
        y = (row + 0.5) * side / 8
        spots = [(x, y + side / 36 * math.sin(x / side * 8 * math.pi)) for x in range(0, side + 20, 16)]
        pen.line(spots, fill=_PALE, width=side // 22, joint="curve")


def _checks(pen: ImageDraw.ImageDraw, side: int) -> None:
    step = side / 8
    for i in range(8):
        for j in range(i % 2, 8, 2):
            pen.rectangle((i * step, j * step, (i + 1) * step, (j + 1) * step), fill=_PALE)


def _zigzag(pen: ImageDraw.ImageDraw, side: int) -> None:
    step = side / 10
    for row in range(-1, 9):
        y = row * side / 7
        spots = [(i * step, y + (step * 0.7 if i % 2 else 0)) for i in range(12)]
        pen.line(spots, fill=_PALE, width=side // 22)


_PATTERNS = {"stripes": _stripes, "dots": _dots, "waves": _waves, "grid": _checks, "zigzag": _zigzag}
