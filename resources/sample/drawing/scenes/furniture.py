"""Things that stand in several places: walls, windows, shelves, tables, trees, bunting."""

import math
from itertools import pairwise

from .place import Box, Brush

GAPS = 0.06
"""Share of a shelf's books that are lent out."""
PAPERS = ("#d95f4b", "#f0b541", "#4f9d8a", "#4c78b5", "#8a62a8", "#e58fa0", "#7fae4f")


def room(b: Brush, *, wall: tuple[str, str], floor: tuple[str, str], horizon: float = 0.66) -> None:
    """Draw a wall, a skirting board and a floor, with daylight from the left."""
    w, h = b.size
    line = horizon * h
    b.wash((0, 0, w, line), *wall)
    b.wash((0, line, w, h), *floor)
    for i in range(1, 9):
        y = line + (h - line) * (i / 8) ** 1.7
        b.shape("box", (0, y, w, y + 3), "#00000018")
    b.wash((0, line - 26, w, line), "#f4efe6", "#cfc7b9")
    b.glow((0.12 * w, 0.15 * h), 0.75 * w, "#fff3d6", 0.42)
    b.shadow((0, line - 4, w, line + 30), 0.25, 30)


def window(b: Brush, box: Box, sky: tuple[str, str] = ("#a9d2f2", "#e3f1f7")) -> None:
    """Draw a window with a view."""
    left, top, right, bottom = box
    b.shadow((left - 10, top, right + 16, bottom + 22), 0.28, 26)
    b.shape("box", (left - 18, top - 18, right + 18, bottom + 18), "#f7f3ea", radius=8)
    b.wash(box, *sky)
    if sky[0] != "#131a3c":
        b.ball(
            (
                left + 0.10 * (right - left),
                bottom - 0.4 * (bottom - top),
                left + 0.8 * (right - left),
                bottom + 90,
            ),
            "#7fa86a",
        )
        b.wash((left - 18, bottom, right + 18, bottom + 20), "#f7f3ea", "#d8d0c0")
        b.wash((left, bottom + 20, right, bottom + 22), "#bfb6a6", "#bfb6a6")
    x, y = (left + right) / 2, (top + bottom) / 2
    b.shape("box", (x - 7, top, x + 7, bottom), "#f2ede2")
    b.shape("box", (left, y - 7, right, y + 7), "#f2ede2")


def bunting(b: Brush, left: float, right: float, top: float, sag: float) -> None:
    """Hang a string of pennants."""
    n = max(5, round((right - left) / 105))
    spots = [(left + (right - left) * i / n, top + sag * math.sin(math.pi * i / n)) for i in range(n + 1)]
    b.line(spots, "#6a5f55", 5)
    for i, ((x0, y0), (x1, y1)) in enumerate(pairwise(spots)):
        b.polygon(
            [(x0 + 10, y0), (x1 - 10, y1), ((x0 + x1) / 2, (y0 + y1) / 2 + 92)], PAPERS[i % len(PAPERS)]
        )


def shelf(b: Brush, box: Box, rows: int) -> None:
    """Draw a bookcase full of books."""
    left, top, right, bottom = box
    b.shadow(box, 0.4, 30)
    b.wash(box, "#7a5233", "#5f3d25")
    high = (bottom - top) / rows
    for row in range(rows):
        y0, y1 = top + row * high + 14, top + (row + 1) * high - 14
        b.wash((left + 16, y0, right - 16, y1), "#35210f", "#4a2f1a")
        x = left + 20
        while x < right - 60:
            thick, tall = b.dice.uniform(20, 46), b.dice.uniform(0.66, 0.95) * (y1 - y0)
            if b.dice.random() < GAPS:
                x += thick * 1.5
                continue
            b.tube(
                (x, y1 - tall, x + thick - 2, y1), b.dice.choice((*PAPERS, "#c9b48a", "#345a6e", "#93303a"))
            )
            b.shape("box", (x + 3, y1 - tall * 0.8, x + thick - 5, y1 - tall * 0.72), "#fff1cc66")
            x += thick
        b.wash((left, y1, right, y1 + 14), "#96683f", "#6b4529")


def table(b: Brush, top: float, wood: tuple[str, str] = ("#c9955f", "#9a6a3c"), *, cloth: str = "") -> None:
    """Draw a table across the foreground, seen a little from above."""
    w, h = b.size
    b.shadow((40, top - 6, w - 40, top + 30), 0.38, 34)
    b.polygon([(70, top), (w - 70, top), (w + 40, top + 165), (-40, top + 165)], wood[0])
    for i in range(1, 5):
        y = top + 165 * i / 5
        b.shape("box", (0, y, w, y + 2), "#5a35121f")
    b.glow((0.25 * w, top + 60), 480, "#fff2d8", 0.30)
    b.wash((0, top + 165, w, top + 195), wood[1], wood[1])
    b.wash((0, top + 195, w, h), cloth or "#5d3f26", cloth or "#3d2917")


def tree(b: Brush, x: float, ground: float, size: float, green: str) -> None:
    """Draw a broad-leaved tree."""
    b.glow((x, ground), size * 0.8, "#142010", 0.5)
    b.tube((x - size * 0.07, ground - size * 0.8, x + size * 0.07, ground), "#6b4a30")
    for dx, dy, r in (
        (-0.34, 0.75, 0.36),
        (0.34, 0.78, 0.36),
        (0, 0.62, 0.38),
        (-0.16, 1.08, 0.36),
        (0.2, 1.1, 0.34),
    ):
        b.ball(
            (x + (dx - r) * size, ground - (dy + r) * size, x + (dx + r) * size, ground - (dy - r) * size),
            green,
            shine=0.1,
        )


def pot(b: Brush, x: float, bottom: float, size: float, glass: str) -> None:
    """Draw a jar with something coloured in it."""
    b.glow((x, bottom), size * 0.8, "#1c0f06", 0.4)
    b.tube((x - size * 0.30, bottom - size * 0.78, x + size * 0.30, bottom), glass)
    b.ball((x - size * 0.30, bottom - size * 0.12, x + size * 0.30, bottom + size * 0.10), glass, shine=0)
    b.shape(
        "oval", (x - size * 0.30, bottom - size * 0.88, x + size * 0.30, bottom - size * 0.68), "#fff7e6aa"
    )
