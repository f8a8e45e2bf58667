"""Hair and head scarves: what lies behind the head, and what lies over it.

A style is a function that gives the layers behind and in front. Strands are noise stretched along
the flow of the hair, lit like the head itself.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .field import Field, Rgb, bump, hexed, light, mix, noise, paint, soft
from .look import Look
from .skull import Plane, outline


@dataclass(frozen=True)
class Layer:
    """A coloured shape on the head's plane."""

    rgb: Field
    mask: Field


@dataclass(frozen=True)
class Hair:
    """Layers behind the neck and layers over the face, in the order of painting."""

    behind: tuple[Layer, ...] = ()
    front: tuple[Layer, ...] = ()


def hair(look: Look, p: Plane) -> Hair:
    """Draw the person's hair."""
    return STYLES[look.hair](look, p)


def _crisp(p: Plane) -> float:
    return max(p.step * 1.5, 0.012)


def _edge(look: Look, p: Plane, extra: float, ragged: float = 0.02) -> Field:
    """Give 1 inside the hair's outer outline, `extra` beyond the skull."""
    angle = np.arctan2(p.x, -p.y)
    wobble = ragged * noise(angle * 9, angle * 0, look.seed + 1) + 0.5 * ragged * noise(
        angle * 31, angle * 0, look.seed + 2
    )
    radius = outline(look, p.x, p.y) * (1 + extra * look.hair_size) + wobble
    return soft(_crisp(p), -_crisp(p), np.hypot(p.x, p.y) - radius)


def _hairline(look: Look, p: Plane, middle: float, part: float = 0.0, slant: float = 0.0) -> Field:
    """Give 1 above the hairline, which falls to the ears at the sides."""
    a = np.abs(p.u - part * 0.5)
    line = middle + slant * (p.u - part) + 2.3 * np.clip(a - 0.33, 0, 1) ** 1.6
    line = line + 0.022 * noise(p.u * 14, p.u * 0, look.seed + 3)
    return soft(0.03, -0.03, p.v - line)


def _strands(look: Look, p: Plane, flow: str) -> Field:
    if flow == "down":
        return 0.65 * noise(p.x * 24, p.y * 1.6, look.seed + 11) + 0.35 * noise(
            p.x * 60, p.y * 3, look.seed + 12
        )
    if flow == "curl":
        a = noise(p.x * 10, p.y * 10, look.seed + 13)
        return 0.6 * np.abs(a) * 2 - 0.6 + 0.4 * noise(p.x * 24, p.y * 24, look.seed + 14)
    if flow == "wave":
        bend = p.x + 0.045 * np.sin(p.y * 11 + look.seed)
        return 0.7 * noise(bend * 20, p.y * 1.8, look.seed + 15) + 0.3 * noise(
            bend * 55, p.y * 3, look.seed + 16
        )
    angle = np.arctan2(p.x - 0.06, -(p.y + 0.62))
    far = np.hypot(p.x, p.y + 0.62)
    return 0.65 * noise(angle * 15, far * 3, look.seed + 17) + 0.35 * noise(
        angle * 40, far * 5, look.seed + 18
    )


def _coloured(
    look: Look, p: Plane, flow: str = "crown", *, depth: float = 0.0, colour: Rgb | None = None
) -> Field:
    """Give lit hair for the whole plane; `depth` darkens what lies behind."""
    base = colour or look.hair_rgb
    strands = _strands(look, p, flow)
    rough = {"curl": 0.045, "wave": 0.012}.get(flow, 0.005)
    below = p.y + 0.12
    fall = np.where(below > 0, 0.25, 0.85) * below
    dome = 0.75 * np.sqrt(np.clip(1.75 - p.x**2 - fall**2, 0.02, 2))
    facing, _ = light(dome + rough * strands, p.step, 0.9)
    shade = (0.26 + 0.98 * facing**1.5) * (1 + 0.11 * strands) * (1 - depth)
    rgb = np.asarray(base, np.float32) * shade[..., None]
    ring = np.exp(-(((np.hypot(p.x * 0.8, p.y + 0.1) - 0.82 - 0.03 * strands) / 0.13) ** 2)) * soft(
        0.1, -0.5, p.y
    )
    strength = 0.0 if flow == "curl" else 0.26 * (1 - depth)
    sheen = mix(base, (1.0, 0.93, 0.82), 0.62)
    return np.clip(paint(rgb, sheen, strength * ring * (0.55 + 0.45 * strands) * facing), 0, 1)


def _cap(
    look: Look, p: Plane, line: Field, *, extra: float = 0.10, flow: str = "crown", ragged: float = 0.02
) -> Layer:
    return Layer(_coloured(look, p, flow), _edge(look, p, extra, ragged) * line)


def _falling(look: Look, p: Plane, *, wide: float, bottom: float, flow: str = "down") -> Layer:
    """Hair that hangs behind the head down to `bottom`."""
    half = wide * (0.80 + 0.16 * soft(-0.6, 0.1, p.y) + 0.10 * soft(-0.2, bottom, p.y)) + 0.02 * noise(
        p.y * 4, p.y * 0 + np.sign(p.x), look.seed + 21
    )
    if flow == "wave":
        half = half + 0.035 * np.sin(p.y * 9 + np.sign(p.x))
    tip = bottom + 0.02 * noise(p.x * 6, p.x * 0, look.seed + 22) - 0.16 * np.abs(p.x / wide) ** 4
    crisp = _crisp(p)
    skirt = (
        soft(crisp, -crisp, np.abs(p.x) - half)
        * soft(crisp * 2, -crisp * 2, p.y - tip)
        * soft(-0.35, -0.25, p.y)
    )
    mask = np.maximum(skirt, _edge(look, p, 0.10) * soft(0.3, 0.1, p.y))
    under = 1 - 0.55 * bump(p.x, p.y - 0.75, 0.75, 0.75)
    return Layer(_coloured(look, p, flow, depth=0.12) * under[..., None], mask)


def _locks(look: Look, p: Plane, *, inner: float, wide: float, bottom: float, flow: str = "down") -> Layer:
    """Strands in front of the ears, framing the face."""
    a = np.abs(p.x)
    within = inner + 0.05 * np.cos(p.y * 2.4) + 0.015 * noise(p.y * 6, np.sign(p.x), look.seed + 23)
    crisp = _crisp(p)
    outer = wide * (0.80 + 0.20 * soft(-0.6, 0.1, p.y))
    mask = soft(-crisp, crisp, a - within) * soft(crisp, -crisp, a - outer) * soft(-0.6, -0.4, p.y)
    tip = bottom - 0.25 * np.clip((wide - a) / 0.25, 0, 1) + 0.02 * noise(p.x * 8, p.x * 0, look.seed + 24)
    mask = mask * soft(crisp * 2, -crisp * 2, p.y - tip)
    return Layer(_coloured(look, p, flow), mask)


def _puff(look: Look, p: Plane, at: tuple[float, float], radius: float, flow: str = "crown") -> Layer:
    """A bun or puff: a ball of hair."""
    dx, dy = p.x - at[0], p.y - at[1]
    angle = np.arctan2(dy, dx)
    r = np.hypot(dx, dy) - 0.06 * radius * noise(angle * 5, angle * 0, look.seed + 25)
    strands = _strands(look, p, flow)
    ball = np.sqrt(np.clip(radius**2 - r**2, 0, None)) + (0.04 if flow == "curl" else 0.012) * strands
    facing, _ = light(ball.astype(np.float32), p.step, 0.8)
    rgb = (
        np.asarray(look.hair_rgb, np.float32)
        * ((0.30 + 0.95 * facing**1.4) * (1 + 0.16 * strands))[..., None]
    )
    return Layer(np.clip(rgb, 0, 1).astype(np.float32), soft(_crisp(p), -_crisp(p), r - radius))


def _short(look: Look, p: Plane) -> Hair:
    return Hair(front=(_cap(look, p, _hairline(look, p, -0.60), extra=0.10),))


def _side(look: Look, p: Plane) -> Hair:
    return Hair(
        front=(_cap(look, p, _hairline(look, p, -0.55, part=-0.25, slant=0.22), extra=0.14, ragged=0.03),)
    )


def _tousled(look: Look, p: Plane) -> Hair:
    teeth = 0.10 * np.abs(noise(p.u * 7 + p.v * 2, p.u * 0, look.seed + 31))
    line = soft(0.025, -0.025, p.v + 0.52 - teeth - 2.3 * np.clip(np.abs(p.u) - 0.34, 0, 1) ** 1.6)
    return Hair(front=(_cap(look, p, line, extra=0.17, ragged=0.07),))


def _fringe(look: Look, p: Plane) -> Field:
    teeth = 0.035 * noise(p.u * 16, p.u * 0, look.seed + 32)
    return soft(0.02, -0.02, p.v + 0.33 - teeth - 0.9 * np.clip(np.abs(p.u) - 0.42, 0, 1) ** 1.4)


def _buzz(look: Look, p: Plane) -> Hair:
    layer = _cap(look, p, _hairline(look, p, -0.64), extra=0.035, ragged=0.004)
    grain = 0.80 + 0.2 * noise(p.x * 70, p.y * 70, look.seed + 33)
    return Hair(front=(Layer(layer.rgb, layer.mask * grain),))


def _curly(look: Look, p: Plane) -> Hair:
    back = Layer(
        _coloured(look, p, "curl", depth=0.15),
        _edge(look, p, 0.24, 0.06) * soft(0.5, 0.2, p.y + 0.2 * np.abs(p.x)),
    )
    return Hair((back,), (_cap(look, p, _hairline(look, p, -0.55), extra=0.24, flow="curl", ragged=0.06),))


def _afro(look: Look, p: Plane) -> Hair:
    back = Layer(
        _coloured(look, p, "curl", depth=0.12),
        _puff(look, p, (0.0, -0.32), 1.12 * look.hair_size, "curl").mask,
    )
    return Hair((back,), (_cap(look, p, _hairline(look, p, -0.58), extra=0.40, flow="curl", ragged=0.06),))


def _bob(look: Look, p: Plane) -> Hair:
    back = _falling(look, p, wide=0.98 * look.hair_size, bottom=0.86)
    locks = _locks(look, p, inner=0.70, wide=0.98 * look.hair_size, bottom=0.80)
    return Hair((back,), (locks, _cap(look, p, np.maximum(_fringe(look, p), 0), extra=0.14)))


def _long(look: Look, p: Plane) -> Hair:
    back = _falling(look, p, wide=0.98, bottom=1.75)
    locks = _locks(look, p, inner=0.72, wide=0.96, bottom=1.45)
    return Hair((back,), (locks, _cap(look, p, _hairline(look, p, -0.62, part=0.12), extra=0.12)))


def _wavy(look: Look, p: Plane) -> Hair:
    back = _falling(look, p, wide=1.06, bottom=1.35, flow="wave")
    locks = _locks(look, p, inner=0.74, wide=1.04, bottom=1.2, flow="wave")
    line = _hairline(look, p, -0.56, part=-0.2, slant=0.15)
    return Hair((back,), (locks, _cap(look, p, line, extra=0.16, flow="wave", ragged=0.035)))


def _ponytail(look: Look, p: Plane) -> Hair:
    tail = _puff(look, p, (0.95, -0.35), 0.34)
    return Hair((tail,), (_cap(look, p, _hairline(look, p, -0.63), extra=0.08, ragged=0.01),))


def _buns(look: Look, p: Plane) -> Hair:
    puffs = tuple(_puff(look, p, (s * 0.66, -0.98), 0.34, "curl") for s in (-1, 1))
    return Hair(puffs, (_cap(look, p, _hairline(look, p, -0.64), extra=0.07, ragged=0.008),))


def _topknot(look: Look, p: Plane) -> Hair:
    return Hair(
        (_puff(look, p, (0.03, -1.20), 0.33),),
        (_cap(look, p, _hairline(look, p, -0.63), extra=0.08, ragged=0.01),),
    )


def _braids(look: Look, p: Plane) -> Hair:
    links = [
        _puff(look, p, (s * (0.84 - 0.015 * i), 0.42 + 0.19 * i), 0.155 - 0.008 * i)
        for i in range(6)
        for s in (-1, 1)
    ]
    part = soft(0.0, 0.025, np.abs(p.u) + 0.006)
    cap = _cap(look, p, _hairline(look, p, -0.62), extra=0.08, ragged=0.008)
    return Hair((), (*links, Layer(cap.rgb * (0.75 + 0.25 * part[..., None]), cap.mask)))


def _bangs(look: Look, p: Plane) -> Hair:
    back = _falling(look, p, wide=0.93, bottom=1.5)
    return Hair(
        (back,),
        (_locks(look, p, inner=0.74, wide=0.92, bottom=1.3), _cap(look, p, _fringe(look, p), extra=0.12)),
    )


def _bowl(look: Look, p: Plane) -> Hair:
    return Hair(front=(_cap(look, p, _fringe(look, p), extra=0.14, ragged=0.015),))


def _receding(look: Look, p: Plane) -> Hair:
    line = _hairline(look, p, -0.80) * soft(-0.2, 0.15, np.abs(p.u) - 0.05 + 0.0 * p.v)
    sides = _hairline(look, p, -0.72)
    return Hair(
        front=(_cap(look, p, np.maximum(line * 0.9, sides * soft(0.25, 0.5, np.abs(p.u))), extra=0.05),)
    )


def _scarf(look: Look, p: Plane) -> Hair:
    cloth = hexed(look.scarf)
    fold = noise(p.x * 3 + p.y * 1.5, p.y * 5 - p.x * 2, look.seed + 41)
    dome = 0.8 * np.sqrt(np.clip(1.9 - p.x**2 - (0.72 * (p.y - 0.1)) ** 2, 0.02, 2)) + 0.03 * fold
    facing, _ = light(dome.astype(np.float32), p.step, 0.9)
    rgb = np.asarray(cloth, np.float32) * (0.34 + 0.86 * facing**1.4)[..., None]
    crisp = _crisp(p)
    neck = (
        soft(crisp, -crisp, np.abs(p.x) - 0.62 - 0.42 * soft(0.5, 1.6, p.y))
        * soft(0.3, 0.5, p.y)
        * soft(0.03, -0.03, p.y - 1.78 + 0.30 * p.x**2)
    )
    outer = np.maximum(_edge(look, p, 0.15, 0.01), neck)
    opening = soft(crisp, -crisp, np.hypot(p.u / 0.735, (p.v - 0.17) / 0.79) - 1)
    rim = soft(0.07, 0.0, np.abs(np.hypot(p.u / 0.735, (p.v - 0.17) / 0.79) - 1.04))
    rgb = paint(rgb, mix(cloth, (0, 0, 0), 0.5), 0.35 * rim)
    return Hair((), (Layer(np.clip(rgb, 0, 1), outer * (1 - opening)),))


STYLES: dict[str, Callable[[Look, Plane], Hair]] = {
    "short": _short, "side": _side, "tousled": _tousled, "buzz": _buzz, "curly": _curly, "afro": _afro,
    "bob": _bob, "long": _long, "wavy": _wavy, "ponytail": _ponytail, "buns": _buns, "topknot": _topknot,
    "braids": _braids, "bangs": _bangs, "bowl": _bowl, "receding": _receding, "scarf": _scarf,
}  # fmt: skip
