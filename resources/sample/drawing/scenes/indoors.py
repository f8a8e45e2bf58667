"""Chess club, library night, art room, classroom."""

from .furniture import PAPERS, pot, room, shelf, table, window
from .place import Box, Brush


def chess_club(back: Brush, front: Brush) -> None:
    """A warm room with a window and a demonstration board."""
    w, h = back.size
    room(back, wall=("#f1dfc0", "#e3c79b"), floor=("#a9744a", "#7f5433"))
    window(back, (0.04 * w, 0.10 * h, 0.24 * w, 0.48 * h))
    back.shadow((0.71 * w, 0.08 * h, 0.95 * w, 0.46 * h), 0.35, 30)
    back.shape("box", (0.70 * w, 0.07 * h, 0.945 * w, 0.45 * h), "#6a4528", radius=10)
    cell = 0.043 * h
    for i in range(8):
        for j in range(8):
            x, y = 0.7085 * w + i * cell * 1.02, 0.0845 * h + j * cell
            back.shape("box", (x, y, x + cell * 1.02, y + cell), "#efdfc0" if (i + j) % 2 else "#7d9a6b")
    back.shape("box", (0.32 * w, 0.075 * h, 0.62 * w, 0.20 * h), "#2f4a3c", radius=16)
    back.words("CHESS CLUB", (0.47 * w, 0.137 * h), 0.062 * h, "#f6ecd2")
    back.blur(5)
    table(front, 0.79 * h)
    for x in (0.17, 0.50, 0.83):
        _board(front, x * w, 0.815 * h)


def _board(b: Brush, x: float, y: float) -> None:
    b.shadow((x - 250, y, x + 250, y + 130), 0.3, 16)
    rows, wide, deep = 6, 400, 120
    for j in range(rows):
        k0, k1 = 0.82 + 0.18 * j / rows + 0.0, 0.82 + 0.18 * (j + 1) / rows
        y0, y1 = y + deep * j / rows, y + deep * (j + 1) / rows
        for i in range(8):
            a, c = (i - 4) / 8 * wide, (i - 3) / 8 * wide
            tone = "#f3e5c8" if (i + j) % 2 else "#6f8c5f"
            b.polygon([(x + a * k0, y0), (x + c * k0, y0), (x + c * k1, y1), (x + a * k1, y1)], tone)
    for i in range(11):
        px, py = x + b.dice.uniform(-170, 170), y + 12 + 100 * i / 11
        tone = "#f7ecd6" if i % 2 else "#3a2a20"
        tall = b.dice.choice((44, 44, 58, 66))
        b.glow((px + 6, py), 26, "#140c04", 0.5)
        b.polygon([(px - 9, py - tall + 10), (px + 9, py - tall + 10), (px + 16, py), (px - 16, py)], tone)
        b.ball((px - 18, py - 8, px + 18, py + 8), tone)
        b.ball((px - 13, py - tall - 8, px + 13, py - tall + 18), tone)


def library_night(back: Brush, front: Brush) -> None:
    """Bookcases, lamps and a night sky in the window."""
    w, h = back.size
    room(back, wall=("#5f4638", "#7d5b45"), floor=("#6d4a31", "#3f2a1c"), horizon=0.74)
    window(back, (0.41 * w, 0.06 * h, 0.59 * w, 0.40 * h), ("#131a3c", "#34407a"))
    back.ball((0.53 * w, 0.09 * h, 0.56 * w, 0.135 * h), "#f4ecc8")
    for _ in range(26):
        x, y = back.dice.uniform(0.415, 0.585) * w, back.dice.uniform(0.07, 0.36) * h
        back.shape("oval", (x, y, x + 7, y + 7), "#fff7dccc")
    shelf(back, (-20, 0.03 * h, 0.37 * w, 0.74 * h), 5)
    shelf(back, (0.63 * w, 0.03 * h, w + 20, 0.74 * h), 5)
    for x in (0.2, 0.5, 0.8):
        back.line([(x * w, 0), (x * w, 0.05 * h)], "#2a1c12", 8)
        back.shape("pie", (x * w - 90, 0.05 * h, x * w + 90, 0.17 * h), "#e9b35a", angle=(180, 360))
        back.glow((x * w, 0.12 * h), 560, "#ffd58a", 0.62)
    back.blur(5.5)
    table(front, 0.83 * h, ("#a8703f", "#6f4523"))
    for i, x in enumerate((0.14, 0.38, 0.66, 0.88)):
        _open_book(front, x * w, 0.885 * h, PAPERS[i])
    front.glow((0.5 * w, 0.86 * h), 700, "#ffd58a", 0.22)


def _open_book(b: Brush, x: float, y: float, cover: str) -> None:
    b.glow((x, y + 20), 190, "#120a04", 0.5)
    b.polygon([(x - 150, y + 42), (x - 130, y - 40), (x + 130, y - 40), (x + 150, y + 42)], cover)
    for side in (-1, 1):
        b.polygon([(x, y + 30), (x, y - 38), (x + side * 120, y - 48), (x + side * 138, y + 30)], "#f7efdc")
        for i in range(6):
            ly = y - 32 + i * 10
            b.line([(x + side * 18, ly), (x + side * (98 + i * 2), ly - 4)], "#9c9280", 3)


def art_room(back: Brush, front: Brush) -> None:
    """Children's paintings on the wall and jars of paint on the table."""
    w, h = back.size
    room(back, wall=("#eef1ec", "#d9dfd6"), floor=("#b99a76", "#8d7152"))
    for i in range(8):
        x, y = (0.03 + 0.122 * i) * w, (0.06 + 0.04 * (i % 2)) * h
        _painting(back, (x, y, 0.10 * w, 0.20 * h), i)
    back.wash((0, 0.40 * h, w, 0.415 * h), "#b98a5a", "#8c6540")
    for i in range(26):
        pot(back, (0.03 + 0.037 * i) * w, 0.40 * h, back.dice.uniform(60, 100), PAPERS[i % 7])
    back.blur(5)
    table(front, 0.80 * h, ("#e8e2d6", "#b9ae9b"), cloth="#8d8171")
    for i, x in enumerate((0.08, 0.14, 0.44, 0.50, 0.86, 0.93)):
        pot(front, x * w, (0.845 + 0.012 * (i % 2)) * h, 100, PAPERS[(i * 3) % 7])
        front.line([(x * w + 6, 0.80 * h), (x * w + 30, 0.74 * h)], "#a5753f", 9)
    for x in (0.29, 0.70):
        front.polygon(
            [
                (x * w - 160, 0.815 * h),
                (x * w + 130, 0.815 * h),
                (x * w + 170, 0.89 * h),
                (x * w - 190, 0.89 * h),
            ],
            "#fdfbf5",
        )
        for i in range(9):
            px = x * w - 120 + 30 * i
            front.ball(
                (px, 0.83 * h + (i % 3) * 18, px + 56, 0.848 * h + (i % 3) * 18), PAPERS[i % 7], shine=0
            )


def _painting(b: Brush, box: Box, i: int) -> None:
    x, y, w, h = box
    b.shadow((x, y, x + w, y + h), 0.25, 16)
    b.shape("box", (x - 9, y - 9, x + w + 9, y + h + 9), "#fffdf7", radius=4)
    ground = PAPERS[i % 7]
    b.wash((x, y, x + w, y + h), "#cfe6f5" if i % 3 else "#f8d9a8", "#f6efe0")
    b.ball((x + 0.62 * w, y + 0.08 * h, x + 0.9 * w, y + 0.36 * h), "#f3b63c")
    b.polygon(
        [(x, y + h), (x, y + 0.62 * h), (x + 0.4 * w, y + 0.48 * h), (x + w, y + 0.7 * h), (x + w, y + h)],
        ground,
    )
    b.polygon(
        [(x + 0.2 * w, y + 0.8 * h), (x + 0.35 * w, y + 0.42 * h), (x + 0.5 * w, y + 0.8 * h)],
        PAPERS[(i + 3) % 7],
    )


def classroom(back: Brush, front: Brush) -> None:
    """A green board, an alphabet strip, a globe."""
    w, h = back.size
    room(back, wall=("#f4ead6", "#e6d6b8"), floor=("#c2a17a", "#927351"))
    back.shadow((0.18 * w, 0.13 * h, 0.84 * w, 0.56 * h), 0.35, 30)
    back.shape("box", (0.17 * w, 0.11 * h, 0.83 * w, 0.555 * h), "#a9794b", radius=10)
    back.wash((0.18 * w, 0.125 * h, 0.82 * w, 0.54 * h), "#2f5d4c", "#264c3e")
    back.words("Read together", (0.5 * w, 0.20 * h), 0.07 * h, "#e6efe4")
    for i in range(13):
        x = (0.175 + 0.051 * i) * w
        back.shape("box", (x, 0.025 * h, x + 0.043 * w, 0.09 * h), PAPERS[i % 7], radius=8)
        back.words("ABCDEFGHIJKLM"[i], (x + 0.0215 * w, 0.058 * h), 0.05 * h, "#fffaf0")
    window(back, (0.02 * w, 0.13 * h, 0.13 * w, 0.5 * h))
    back.wash((0.86 * w, 0.42 * h, 0.99 * w, 0.67 * h), "#9a6d43", "#75502f")
    back.ball((0.885 * w, 0.25 * h, 0.965 * w, 0.37 * h), "#4b8fc4")
    back.ball((0.90 * w, 0.27 * h, 0.93 * w, 0.32 * h), "#6fae5b", shine=0)
    back.tube((0.92 * w, 0.37 * h, 0.93 * w, 0.42 * h), "#8a6a3a")
    back.blur(5)
    w, h = front.size
    front.wash((0, 0.93 * h, w, h), "#4f7fa8", "#3d668a")
    for i in range(14):
        x = (0.02 + 0.075 * i) * w
        front.shape("oval", (x, 0.945 * h, x + 74, 0.985 * h), "#f0e0b055")
