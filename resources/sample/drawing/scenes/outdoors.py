"""Field day, garden, bus line, playground."""

import math

from .furniture import PAPERS, bunting, tree
from .place import Brush


def _outside(b: Brush, horizon: float, grass: tuple[str, str] = ("#8fbf62", "#5d9440")) -> None:
    w, h = b.size
    b.wash((0, 0, w, horizon * h), "#7fbbe8", "#dff0f6")
    for x, y, size in ((0.12, 0.10, 150), (0.46, 0.06, 120), (0.80, 0.13, 170)):
        for dx, r in ((-0.9, 0.5), (0, 0.75), (0.9, 0.5), (0.4, 0.6), (-0.4, 0.55)):
            b.glow((x * w + dx * size, y * h), size * r * 1.7, "#ffffff", 0.75)
    for i in range(7):
        x = (i / 6) * w
        r = (0.13 + 0.04 * (i % 3)) * w
        b.ball(
            (x - r * 1.5, horizon * h - r * 0.55, x + r * 1.5, horizon * h + r),
            ("#86b08a", "#7aa67a", "#93b88a")[i % 3],
            shine=0,
        )
    b.wash((0, horizon * h, w, h), *grass)
    b.glow((0.15 * w, 0.05 * h), 0.8 * w, "#fff2c4", 0.5)


def field_day(back: Brush, front: Brush) -> None:
    """Track lanes on grass, trees and bunting."""
    w, h = back.size
    _outside(back, 0.50)
    for x, size, green in (
        (0.05, 420, "#4f8f45"),
        (0.22, 300, "#629c4a"),
        (0.80, 320, "#5a9648"),
        (0.95, 450, "#48863f"),
    ):
        tree(back, x * w, 0.54 * h, size, green)
    bunting(back, -20, 0.52 * w, 0.10 * h, 150)
    bunting(back, 0.48 * w, w + 20, 0.10 * h, 150)
    back.blur(6)
    back.polygon([(0.15 * w, 0.62 * h), (0.85 * w, 0.62 * h), (1.5 * w, h), (-0.5 * w, h)], "#c7724f")
    for i in range(7):
        x0, x1 = (0.15 + 0.7 * i / 6) * w, (-0.5 + 2.0 * i / 6) * w
        back.line([(x0, 0.62 * h), (x1, h)], "#f6ede2", 7)
    back.blur(2.5)
    for x in (0.06, 0.94):
        front.polygon([(x * w - 60, 0.95 * h), (x * w, 0.84 * h), (x * w + 60, 0.95 * h)], "#ef7f35")
        front.shape("oval", (x * w - 74, 0.935 * h, x * w + 74, 0.965 * h), "#d96a24")


def garden(back: Brush, front: Brush) -> None:
    """Sunflowers along a fence, a raised bed in front."""
    w, h = back.size
    _outside(back, 0.46, ("#9fc76b", "#6f9f48"))
    tree(back, 0.9 * w, 0.5 * h, 520, "#5a9a48")
    for i in range(34):
        x = i / 33 * w
        back.tube((x, 0.34 * h, x + 54, 0.62 * h), "#d8b98a")
        back.polygon([(x, 0.34 * h), (x + 27, 0.315 * h), (x + 54, 0.34 * h)], "#e3c79b")
    back.wash((0, 0.40 * h, w, 0.42 * h), "#c9a878", "#b08f60")
    for i in range(9):
        _sunflower(back, (0.05 + 0.115 * i) * w, (0.24 + 0.05 * (i % 3)) * h, 0.62 * h, 62 + 8 * (i % 3))
    back.blur(5)
    front.shadow((0, 0.85 * h, w, 0.88 * h), 0.4, 30)
    front.wash((0, 0.86 * h, w, 0.90 * h), "#5a3d28", "#4a301e")
    for i in range(22):
        x = (0.02 + 0.046 * i) * w
        for dx in (-30, 0, 28):
            front.ball(
                (x + dx - 34, 0.815 * h + 8 * (i % 3), x + dx + 34, 0.87 * h),
                ("#4f9a45", "#6fb257", "#3f8a4a")[i % 3],
                shine=0.1,
            )
        if i % 3 == 1:
            front.ball((x - 24, 0.84 * h, x + 24, 0.872 * h), ("#d8432f", "#e88b2e", "#b04a8a")[i % 9 // 3])
    front.wash((0, 0.885 * h, w, h), "#a9794b", "#7d5530")
    for y in (0.925, 0.965):
        front.shape("box", (0, y * h, w, y * h + 6), "#5c3c20")


def _sunflower(b: Brush, x: float, y: float, ground: float, r: float) -> None:
    b.tube((x - 8, y, x + 8, ground), "#5c9440")
    b.ball((x - 80, (y + ground) / 2 - 24, x - 4, (y + ground) / 2 + 16), "#68a548", shine=0)
    for i in range(14):
        a = math.tau * i / 14
        px, py = x + r * math.cos(a), y + r * math.sin(a)
        b.ball((px - 24, py - 24, px + 24, py + 24), "#f2b632", shine=0)
    b.ball((x - r * 0.72, y - r * 0.72, x + r * 0.72, y + r * 0.72), "#6b4423", shine=0)


def bus_line(back: Brush, front: Brush) -> None:
    """A yellow school bus at the kerb."""
    w, h = back.size
    _outside(back, 0.50)
    tree(back, 0.06 * w, 0.55 * h, 480, "#5a9a48")
    tree(back, 0.96 * w, 0.55 * h, 420, "#4f8f45")
    back.wash((0, 0.60 * h, w, h), "#8b8f96", "#6c7076")
    back.wash((0, 0.70 * h, w, h), "#cfc9be", "#a9a296")
    back.wash((0, 0.69 * h, w, 0.71 * h), "#e8e3d8", "#b9b2a5")
    back.glow((0.52 * w, 0.68 * h), 1000, "#101010", 0.35)
    back.shape("box", (0.13 * w, 0.13 * h, 0.93 * w, 0.64 * h), "#f2b01e", radius=60)
    back.wash((0.15 * w, 0.135 * h, 0.91 * w, 0.17 * h), "#ffd766", "#f2b01e")
    for i in range(8):
        x = (0.17 + 0.084 * i) * w
        back.shape("box", (x, 0.20 * h, x + 0.068 * w, 0.35 * h), "#31404e", radius=14)
        back.polygon(
            [(x + 20, 0.21 * h), (x + 70, 0.21 * h), (x + 30, 0.34 * h), (x + 6, 0.34 * h)], "#6f8a9c"
        )
    for y in (0.395, 0.46, 0.55):
        back.shape("box", (0.13 * w, y * h, 0.93 * w, y * h + 10), "#2b2b2b")
    back.words("SCHOOL BUS", (0.53 * w, 0.43 * h), 0.05 * h, "#2b2b2b")
    back.shape("box", (0.86 * w, 0.20 * h, 0.915 * w, 0.60 * h), "#3d4c59", radius=12)
    for x in (0.26, 0.77):
        back.ball((x * w - 120, 0.545 * h, x * w + 120, 0.70 * h), "#26282c", shine=0.1)
        back.ball((x * w - 50, 0.59 * h, x * w + 50, 0.655 * h), "#b9bec4")
    back.blur(5)
    front.shape("box", (0, 0.985 * h, 2 * w, h), "#e9c53c")


def playground(back: Brush, front: Brush) -> None:
    """A climbing frame with a slide."""
    w, h = back.size
    _outside(back, 0.48, ("#c9b48a", "#a58e62"))
    tree(back, 0.05 * w, 0.52 * h, 0.42 * w, "#5a9a48")
    tree(back, 0.97 * w, 0.52 * h, 0.36 * w, "#4f8f45")
    for x in (0.30, 0.52, 0.74):
        back.tube((x * w, 0.16 * h, x * w + 26, 0.62 * h), "#3f6fae")
    back.polygon([(0.27 * w, 0.18 * h), (0.41 * w, 0.08 * h), (0.57 * w, 0.18 * h)], "#d95f4b")
    back.wash((0.30 * w, 0.34 * h, 0.56 * w, 0.365 * h), "#f0b541", "#c98e24")
    for i in range(7):
        back.tube((0.31 * w + i * 0.033 * w, 0.27 * h, 0.31 * w + i * 0.033 * w + 12, 0.34 * h), "#f0b541")
    back.polygon(
        [(0.55 * w, 0.34 * h), (0.60 * w, 0.34 * h), (0.93 * w, 0.62 * h), (0.84 * w, 0.62 * h)], "#4f9d8a"
    )
    back.wash((0.54 * w, 0.17 * h, 0.77 * w, 0.19 * h), "#3f6fae", "#2f5688")
    for i in range(4):
        x = (0.58 + 0.05 * i) * w
        back.line([(x, 0.19 * h), (x, 0.26 * h)], "#6a5f55", 6)
        back.ball((x - 18, 0.255 * h, x + 18, 0.28 * h), PAPERS[i])
    back.blur(6)
    for i in range(9):
        x = (0.05 + 0.11 * i) * w
        front.ball((x - 44, 0.965 * h, x + 44, 1.02 * h), ("#5f9e4a", "#74b058")[i % 2], shine=0)
