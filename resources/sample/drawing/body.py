"""Bodies: neck, clothes, arms and legs under a head, lit like the head.

Lengths are in half face heights from the face's middle, as in `look.py`; a child is drawn about five
heads tall.
"""

from dataclasses import dataclass

import numpy as np

from .field import Field, Rgb, bump, hexed, light, mix, noise, over, paint, soft
from .head import Head, blurred, draw_head
from .look import Look, Pose
from .skull import lit_skin

Point = tuple[float, float]
SMALL = 0.90
"""A child's body beside its head, measured by a grown-up's."""
RAISED = 0.24
"""How far the body is pushed up under the chin."""
WAIST = 5.4
"""Who is drawn further down than this has legs."""
REACH = 3.1
"""Half the width of a body's patch."""
ARMS: dict[str, tuple[tuple[Point, Point], tuple[Point, Point]]] = {
    # elbow and hand, first of the arm at the left of the picture, then at the right
    "down": (((-1.52, 3.35), (-1.42, 4.75)), ((1.52, 3.35), (1.42, 4.75))),
    "table": (((-1.62, 3.25), (-0.80, 4.10)), ((1.62, 3.25), (0.80, 4.10))),
    "hold": (((-1.60, 3.30), (-0.42, 3.35)), ((1.60, 3.30), (0.42, 3.35))),
    "wave": (((-1.52, 3.35), (-1.42, 4.75)), ((2.05, 2.75), (2.15, 1.25))),
    "cheer": (((-2.05, 2.6), (-2.0, 1.0)), ((2.05, 2.6), (2.0, 1.0))),
    "hip": (((-2.0, 3.1), (-1.2, 3.95)), ((1.52, 3.35), (1.42, 4.75))),
}


@dataclass(frozen=True)
class Outfit:
    """What a person wears in one picture."""

    shirt: str
    second: str
    kind: str = "plain"
    trousers: str = "#3b4a66"
    arms: str = "down"
    adult: bool = False


@dataclass(frozen=True)
class Grid:
    """The pixel grid of a body's patch."""

    x: Field
    y: Field
    step: float


def draw_person(
    picture: Field, look: Look, pose: Pose, outfit: Outfit, *, at: Point, scale: float, length: float = 5.2
) -> None:
    """Draw a person onto a picture, in place.

    Args:
        picture: what is painted on.
        look: the person.
        pose: how the head is held.
        outfit: the clothes and what the arms do.
        at: the face's middle, in pixels.
        scale: half a face height, in pixels.
        length: how far down the person is drawn, in half face heights.
    """
    head = draw_head(look, pose, scale)
    _lay(picture, head, head.behind, at)
    _body(picture, look, outfit, at=at, scale=scale, length=length)
    _lay(picture, head, head.front, at)


def _lay(picture: Field, head: Head, patch: Field, at: Point) -> None:
    corner = (round(at[0] - head.centre[0]), round(at[1] - head.centre[1]))
    over(picture, patch[..., :3], patch[..., 3], corner)


def _body(picture: Field, look: Look, outfit: Outfit, *, at: Point, scale: float, length: float) -> None:
    top = 0.4
    wide, high = round(2 * REACH * scale), round((length - top) * scale)
    step = 1 / scale
    x, y = np.meshgrid((np.arange(wide) + 0.5) * step - REACH, (np.arange(high) + 0.5) * step + top)
    size = 1.0 if outfit.adult else SMALL
    g = Grid((x / size).astype(np.float32), ((y + RAISED) / size).astype(np.float32), step / size)
    where = (round(at[0] - REACH * scale), round(at[1] + top * scale))
    if length > WAIST:
        _legs(picture, look, outfit, g, where)
    rgb, mask = _neck(look, outfit, g)
    over(picture, rgb, mask, where)
    if outfit.arms == "hold":
        _torso(picture, look, outfit, g, where)
        _arms(picture, look, outfit, g, where)
    else:
        _arms(picture, look, outfit, g, where)
        _torso(picture, look, outfit, g, where)
        if outfit.arms == "table":
            _arms(picture, look, outfit, g, where)


def _neck(look: Look, outfit: Outfit, g: Grid) -> tuple[Field, Field]:
    half = (0.36 if outfit.adult else 0.31) + 0.10 * soft(1.0, 1.6, g.y)
    z = np.sqrt(np.clip(half**2 - g.x**2, 0, None))
    albedo = np.broadcast_to(np.asarray(look.skin_rgb, np.float32), (*g.x.shape, 3))
    rgb = lit_skin(albedo, z.astype(np.float32), g.step)
    under_chin = 1 - 0.50 * soft(1.45, 0.9, g.y)
    return rgb * under_chin[..., None], soft(g.step, -g.step, np.abs(g.x) - half) * soft(1.9, 1.8, g.y)


def _half_width(outfit: Outfit, g: Grid) -> Field:
    broad = 1.52 if outfit.adult else 1.30
    slope = soft(1.12, 2.15, g.y) ** 0.8
    waist, hip = soft(2.2, 3.6, g.y), soft(3.8, 5.2, g.y)
    return np.asarray(0.30 + (broad - 0.30) * slope - 0.10 * waist + 0.08 * hip, np.float32)


def _torso(picture: Field, look: Look, outfit: Outfit, g: Grid, where: tuple[int, int]) -> None:
    half = _half_width(outfit, g)
    t = np.abs(g.x) / half
    folds = 0.035 * noise(g.x * 1.6 + g.y * 0.5, g.y * 1.1, look.seed + 61) + 0.014 * noise(
        g.x * 4, g.y * 2.2, look.seed + 62
    )
    z = 1.15 * np.sqrt(np.clip(1 - t**2.3, 0, 1)) + folds - 0.35 * soft(1.9, 1.2, g.y)
    neckline = np.hypot(g.x / 0.46, (g.y - 1.22) / 0.34)
    crisp = 1.2 * g.step
    mask = (
        soft(crisp, -crisp, np.abs(g.x) - half)
        * soft(1.12, 1.16, g.y)
        * soft(1 - 2 * crisp, 1 + 2 * crisp, neckline)
    )
    hem = 4.95 if outfit.arms != "table" else 9.0
    low = g.y + 0.07 * t**2
    mask = mask * soft(hem + crisp, hem - crisp, low)
    rgb = cloth(_pattern(outfit, g), z.astype(np.float32), g.step)
    ring = soft(0.10, 0.07, np.abs(neckline - 1.12))
    rgb = paint(rgb, mix(hexed(outfit.second), (0, 0, 0), 0.12), 0.85 * ring)
    rgb = paint(rgb, (0.05, 0.03, 0.05), 0.32 * bump(g.x - 0.06, g.y - 1.30, 0.75, 0.42))
    over(picture, rgb, mask, where)


def cloth(albedo: Field, height: Field, step: float) -> Field:
    """Light a matt cloth."""
    facing, _ = light(height, step, 0.75)
    return np.asarray(np.clip(albedo * (0.30 + 0.86 * facing**1.4)[..., None], 0, 1), np.float32)


def _pattern(outfit: Outfit, g: Grid) -> Field:
    first, second = hexed(outfit.shirt), hexed(outfit.second)
    base = np.broadcast_to(np.asarray(first, np.float32), (*g.x.shape, 3))
    if outfit.kind == "stripes":
        return paint(base, second, soft(0.10, -0.10, np.sin((g.y + 0.06 * g.x**2) * 10.5)))
    if outfit.kind == "dots":
        row = np.floor(g.y / 0.36)
        dx = np.mod(g.x + 0.18 * np.mod(row, 2), 0.36) - 0.18
        dy = np.mod(g.y, 0.36) - 0.18
        return paint(base, second, soft(0.085, 0.065, np.hypot(dx, dy)))
    if outfit.kind == "band":
        return paint(base, second, soft(0.30, 0.28, np.abs(g.y - 2.85)))
    if outfit.kind == "overalls":
        bib = soft(0.80, 0.77, np.abs(g.x)) * soft(2.45, 2.5, g.y)
        straps = soft(0.13, 0.10, np.abs(np.abs(g.x) - 0.62)) * soft(2.5, 2.45, g.y)
        return paint(base, second, np.maximum(np.maximum(bib, straps), soft(3.7, 3.75, g.y)))
    if outfit.kind == "jacket":
        open_front = soft(0.34 + 0.01, 0.32, np.abs(g.x) - 0.10 * (g.y - 2.0))
        return paint(base, second, open_front)
    if outfit.kind == "star":
        return paint(base, second, _star(g.x, (g.y - 2.75)))
    return base


def _star(x: Field, y: Field) -> Field:
    angle = np.arctan2(x, -y)
    edge = 0.34 + 0.14 * np.cos(5 * angle)
    return soft(0.02, -0.02, np.hypot(x, y) - edge)


def _limb(g: Grid, a: Point, b: Point, radii: tuple[float, float]) -> tuple[Field, Field]:
    """Give height and mask of a rounded limb from a to b."""
    ax, ay = a
    bx, by = b[0] - ax, b[1] - ay
    t = np.clip(((g.x - ax) * bx + (g.y - ay) * by) / (bx * bx + by * by), 0, 1)
    d = np.hypot(g.x - ax - t * bx, g.y - ay - t * by)
    r = radii[0] + (radii[1] - radii[0]) * t
    z = np.sqrt(np.clip(r * r - d * d, 0, None))
    return z.astype(np.float32), soft(g.step, -g.step, d - r)


def _arms(picture: Field, look: Look, outfit: Outfit, g: Grid, where: tuple[int, int]) -> None:
    shoulder = 1.22 if outfit.adult else 1.02
    sleeve = np.broadcast_to(np.asarray(hexed(outfit.shirt), np.float32), (*g.x.shape, 3))
    if outfit.kind in ("stripes", "dots"):
        sleeve = _pattern(outfit, g)
    if outfit.kind == "overalls":
        sleeve = np.broadcast_to(np.asarray(hexed(outfit.shirt), np.float32), (*g.x.shape, 3))
    bare = np.broadcast_to(np.asarray(look.skin_rgb, np.float32), (*g.x.shape, 3))
    for side, (elbow, hand) in zip((-1, 1), ARMS[outfit.arms], strict=True):
        start = (side * shoulder * 0.97, 2.08)
        z, m = _limb(g, elbow, hand, (0.25, 0.19))
        if outfit.kind == "jacket" or outfit.adult:
            over(picture, cloth(sleeve, z, g.step), m, where)
        else:
            over(picture, lit_skin(bare, z, g.step), m, where)
        hz, hm = _limb(g, hand, (hand[0] * 0.97, hand[1] + 0.14), (0.24, 0.22))
        over(picture, lit_skin(bare, hz, g.step), hm, where)
        z, m = _limb(g, start, elbow, (0.34, 0.29))
        over(picture, cloth(sleeve, z, g.step), m, where)


def _legs(picture: Field, look: Look, outfit: Outfit, g: Grid, where: tuple[int, int]) -> None:
    legs: Rgb = hexed(outfit.trousers)
    colour = np.broadcast_to(np.asarray(legs, np.float32), (*g.x.shape, 3))
    shoe = np.broadcast_to(np.asarray(hexed(outfit.second), np.float32) * 0.8, (*g.x.shape, 3))
    for side in (-1, 1):
        z, m = _limb(g, (side * 0.62, 8.55), (side * 0.85, 8.62), (0.36, 0.30))
        over(picture, cloth(shoe, z, g.step), m, where)
        z, m = _limb(g, (side * 0.58, 4.9), (side * 0.62, 8.3), (0.58, 0.38))
        over(picture, cloth(colour, z, g.step), m, where)


def floor_shadow(picture: Field, at: Point, scale: float) -> None:
    """Darken the ground under somebody's feet, in place."""
    wide, high = round(5 * scale), round(1.2 * scale)
    x, y = np.meshgrid(np.linspace(-1, 1, wide), np.linspace(-1, 1, high))
    mask = 0.42 * np.clip(1 - np.hypot(x, y), 0, 1)
    over(
        picture,
        np.zeros((high, wide, 3), np.float32),
        np.asarray(blurred(mask.astype(np.float32), 4)),
        (round(at[0] - wide / 2), round(at[1] - high / 2)),
    )
