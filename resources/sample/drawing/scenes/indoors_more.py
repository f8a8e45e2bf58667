"""Science fair, music room, stage, robotics room."""

import math

from .furniture import PAPERS, bunting, pot, room, table, window
from .place import Box, Brush


def science_fair(back: Brush, front: Brush) -> None:
    """Display boards behind, a volcano and jars in front."""
    w, h = back.size
    room(back, wall=("#d5e8ea", "#b9d5d8"), floor=("#b08a63", "#876543"))
    bunting(back, -20, 0.36 * w, 0.02 * h, 90)
    bunting(back, 0.64 * w, w + 20, 0.02 * h, 90)
    back.shadow((0.33 * w, 0.04 * h, 0.67 * w, 0.17 * h), 0.25, 20)
    back.shape("box", (0.33 * w, 0.035 * h, 0.67 * w, 0.165 * h), "#2457a6", radius=18)
    back.words("SCIENCE FAIR", (0.5 * w, 0.10 * h), 0.075 * h, "#ffffff")
    for i in range(4):
        _trifold(back, ((0.02 + 0.255 * i) * w, 0.20 * h, 0.20 * w, 0.40 * h), i)
    back.blur(5)
    table(front, 0.80 * h, ("#dfe5ea", "#a9b3bd"), cloth="#2a4a7a")
    _volcano(front, 0.5 * w, 0.875 * h)
    for i, x in enumerate((0.07, 0.12, 0.17, 0.30, 0.70, 0.80, 0.93)):
        pot(front, x * w, (0.85 + 0.015 * (i % 3)) * h, 100 + 12 * (i % 3), PAPERS[(i * 2 + 1) % 7])
    front.tube((0.862 * w, 0.80 * h, 0.868 * w, 0.86 * h), "#5a8a4a")
    for dx in (-44, 0, 40):
        front.ball((0.865 * w + dx - 30, 0.76 * h, 0.865 * w + dx + 30, 0.80 * h), "#5fa653")


def _trifold(b: Brush, box: Box, i: int) -> None:
    x, y, w, h = box
    b.shadow((x, y, x + w, y + h), 0.3, 24)
    colour = ("#f9f7f1", "#fbe9c9", "#e4f0fb", "#f6e3e6")[i]
    b.polygon([(x, y + 24), (x + 0.26 * w, y), (x + 0.26 * w, y + h - 18), (x, y + h)], "#d9d6cd")
    b.polygon([(x + w, y + 24), (x + 0.74 * w, y), (x + 0.74 * w, y + h - 18), (x + w, y + h)], "#d9d6cd")
    b.wash((x + 0.26 * w, y, x + 0.74 * w, y + h - 18), colour, colour)
    b.shape("box", (x + 0.31 * w, y + 18, x + 0.69 * w, y + 66), PAPERS[i + 1], radius=6)
    for j in range(4):
        bar = (0.2 + 0.16 * ((j * 3 + i) % 4)) * 0.35 * h
        b.shape(
            "box",
            (x + (0.32 + 0.09 * j) * w, y + 0.6 * h - bar, x + (0.39 + 0.09 * j) * w, y + 0.6 * h),
            PAPERS[j],
        )
    for j in range(5):
        b.shape(
            "box",
            (x + 0.32 * w, y + (0.66 + 0.05 * j) * h, x + 0.66 * w, y + (0.675 + 0.05 * j) * h),
            "#8b8f98",
        )
        for side in (0.04, 0.79):
            b.shape(
                "box",
                (x + side * w, y + (0.2 + 0.12 * j) * h, x + (side + 0.16) * w, y + (0.26 + 0.12 * j) * h),
                PAPERS[(j + i) % 7],
            )


def _volcano(b: Brush, x: float, y: float) -> None:
    b.glow((x, y), 330, "#0c1018", 0.5)
    b.polygon([(x - 40, y - 170), (x + 44, y - 170), (x + 210, y), (x - 220, y)], "#8a6547")
    b.polygon([(x + 6, y - 170), (x + 44, y - 170), (x + 210, y), (x + 60, y)], "#6a4a32")
    b.polygon(
        [
            (x - 36, y - 170),
            (x + 40, y - 170),
            (x + 66, y - 70),
            (x + 34, y - 96),
            (x + 6, y - 40),
            (x - 22, y - 92),
            (x - 54, y - 60),
        ],
        "#e4572e",
    )
    for i in range(7):
        r = 26 + 7 * (i % 3)
        px, py = x + 60 * math.sin(i * 2.1), y - 190 - 13 * i
        b.ball((px - r, py - r, px + r, py + r), ("#f7f3ee", "#f7c9a0", "#f3a05f")[i % 3], shine=0.1)


def music_room(back: Brush, front: Brush) -> None:
    """Staves on the wall, a drum and a row of music stands."""
    w, h = back.size
    room(back, wall=("#e6dcf0", "#cdbfdd"), floor=("#9c7a5c", "#6f5239"))
    for i in range(5):
        y = (0.10 + 0.035 * i) * h
        back.shape("box", (0, y, w, y + 7), "#5b4a72")
    for i in range(11):
        x, y = (0.05 + 0.088 * i) * w, (0.12 + 0.035 * ((i * 3) % 4)) * h
        back.ball((x, y, x + 66, y + 48), "#4a3a66", shine=0.1)
        back.shape("box", (x + 58, y - 150 + 30, x + 66, y + 26), "#4a3a66")
    for x in (0.06, 0.94):
        back.shape("box", (x * w - 110, 0.34 * h, x * w + 110, 0.56 * h), "#8f7ab0", radius=14)
    back.ball((0.02 * w, 0.52 * h, 0.17 * w, 0.60 * h), "#f4ead8", shine=0)
    back.tube((0.02 * w, 0.56 * h, 0.17 * w, 0.74 * h), "#b23a3a")
    back.wash((0.80 * w, 0.50 * h, w, 0.56 * h), "#2b2430", "#1b161f")
    back.wash((0.80 * w, 0.56 * h, w, 0.59 * h), "#fbfaf6", "#e7e3da")
    back.blur(5)
    for i in range(9):
        x0, tall = (0.27 + 0.052 * i) * w, 130 - 7 * i
        front.shadow((x0, 0.90 * h - tall / 2, x0 + 0.046 * w, 0.90 * h + tall / 2), 0.3, 14)
        front.tube((x0, 0.90 * h - tall / 2, x0 + 0.046 * w, 0.90 * h + tall / 2), PAPERS[i % 7])
        front.ball((x0 + 44, 0.90 * h - tall / 2 + 8, x0 + 62, 0.90 * h - tall / 2 + 26), "#e9e4d8")
    front.shape("box", (0.25 * w, 0.845 * h, 0.76 * w, 0.855 * h), "#7a5230", radius=8)
    front.shape("box", (0.25 * w, 0.94 * h, 0.76 * w, 0.955 * h), "#7a5230", radius=8)


def stage(back: Brush, front: Brush) -> None:
    """Red curtains, spotlights and a banner."""
    w, h = back.size
    back.wash((0, 0, w, 0.76 * h), "#3a1420", "#5a1d2b")
    for i in range(30):
        x = i / 30 * w
        back.tube((x, 0, x + w / 30 + 2, 0.76 * h), "#8f2335" if i % 2 else "#a52a3e")
    back.wash((0, 0.76 * h, w, h), "#a8754a", "#6b4528")
    for i in range(13):
        x = i / 12 * w
        back.line([(w / 2 + (x - w / 2) * 0.72, 0.76 * h), (x + (x - w / 2) * 0.5, h)], "#5a3a20", 3)
    back.shadow((0.27 * w, 0.06 * h, 0.73 * w, 0.21 * h), 0.4, 30)
    back.shape("box", (0.27 * w, 0.05 * h, 0.73 * w, 0.20 * h), "#f5e6bf", radius=20)
    back.words("SPELLING BEE", (0.5 * w, 0.125 * h), 0.085 * h, "#7a2233")
    for x in (0.1, 0.5, 0.9):
        back.glow((x * w, 0.45 * h), 700, "#ffe9b8", 0.38)
    back.glow((0.5 * w, 0.8 * h), 1000, "#ffe9b8", 0.42)
    back.blur(4.5)
    front.wash((0, 0.95 * h, w, h), "#3d2716", "#22150c")
    for i in range(12):
        x = (0.03 + 0.085 * i) * w
        front.ball((x, 0.935 * h, x + 56, 0.965 * h), "#f6d98a")
    front.tube((0.497 * w, 0.80 * h, 0.503 * w, 0.96 * h), "#4a4a52")
    front.ball((0.485 * w, 0.755 * h, 0.515 * w, 0.80 * h), "#2f2f36", shine=0.9)


def robotics(back: Brush, front: Brush) -> None:
    """A white board with sketches, and little robots on the table."""
    w, h = back.size
    room(back, wall=("#dfe7ee", "#c5d0da"), floor=("#8d99a5", "#66717c"))
    window(back, (0.03 * w, 0.09 * h, 0.2 * w, 0.47 * h))
    back.shadow((0.28 * w, 0.06 * h, 0.78 * w, 0.5 * h), 0.3, 26)
    back.shape("box", (0.27 * w, 0.05 * h, 0.78 * w, 0.5 * h), "#aab3bd", radius=10)
    back.wash((0.28 * w, 0.065 * h, 0.77 * w, 0.485 * h), "#fdfefe", "#f0f4f6")
    back.words("ROBOTICS", (0.525 * w, 0.13 * h), 0.06 * h, "#2457a6")
    for i in range(6):
        x = (0.31 + 0.075 * i) * w
        back.line([(x, 0.24 * h), (x + 60, 0.20 * h), (x + 110, 0.26 * h)], PAPERS[i], 7)
    for i in range(3):
        y = (0.12 + 0.15 * i) * h
        back.wash((0.82 * w, y, w, y + 20), "#8a96a2", "#6c7782")
        for j in range(4):
            x = (0.825 + 0.043 * j) * w
            back.shape("box", (x, y - 90, x + 82, y), PAPERS[(i * 4 + j) % 7], radius=8)
    back.blur(5)
    table(front, 0.81 * h, ("#d3c3a8", "#a38f70"), cloth="#5a6672")
    for i, x in enumerate((0.12, 0.37, 0.63, 0.88)):
        _robot(front, x * w, 0.885 * h, ("#4c78b5", "#d95f4b", "#4f9d8a", "#f0b541")[i])


def _robot(b: Brush, x: float, y: float, colour: str) -> None:
    b.glow((x, y), 190, "#0c1018", 0.55)
    for side in (-1, 1):
        b.ball((x + side * 70 - 40, y - 52, x + side * 70 + 40, y + 28), "#2d3138")
        b.ball((x + side * 70 - 16, y - 28, x + side * 70 + 16, y + 4), "#9aa3ad")
    b.shape("box", (x - 84, y - 118, x + 84, y - 18), colour, radius=18)
    b.shape("box", (x - 62, y - 100, x + 62, y - 58), "#1d2733", radius=12)
    b.shape("box", (x - 40, y - 84, x + 40, y - 74), "#7fe0d0", radius=4)
    b.shape("box", (x - 4, y - 160, x + 4, y - 118), "#5a636d")
    b.ball((x - 14, y - 182, x + 14, y - 154), "#f0b541")
