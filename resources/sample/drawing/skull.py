"""The head's form: outline, depth and skin, without eyes, brows, mouth and hair.

A head is a height field, lit like a clay model; this is why photos of it pass a face detector.
"""

from dataclasses import dataclass

import numpy as np

from .field import Field, bump, light, mix, noise, paint, soft
from .look import Look, Pose

LEFT, TOP, RIGHT, BOTTOM = -1.75, -1.75, 1.75, 2.05
"""The part of the plane that a head's picture covers, in half face heights."""


@dataclass(frozen=True)
class Plane:
    """The pixel grid of one head in two coordinate systems.

    Args:
        step: half face heights per pixel.
        x: across, as seen.
        y: down, as seen.
        u: across, on the turned face (features stay at the same `u`).
        v: down, on the turned face.
        rim: 0 at the face's centre, 1 on its outline.
    """

    step: float
    x: Field
    y: Field
    u: Field
    v: Field
    rim: Field


def plane(look: Look, pose: Pose, scale: float) -> Plane:
    """Make the grid for a head of which half a face height measures `scale` pixels."""
    width, height = round((RIGHT - LEFT) * scale), round((BOTTOM - TOP) * scale)
    step = 1 / scale
    x, y = np.meshgrid(LEFT + (np.arange(width) + 0.5) * step, TOP + (np.arange(height) + 0.5) * step)
    x, y = x.astype(np.float32), y.astype(np.float32)
    rim = np.hypot(x, y) / outline(look, x, y)
    dome = np.sqrt(np.clip(1 - rim**2.2, 0, 1))
    return Plane(step, x, y, x - pose.yaw * dome, y - pose.pitch * dome, rim.astype(np.float32))


def outline(look: Look, x: Field, y: Field) -> Field:
    """Give the radius of the face in the direction of each pixel."""
    degrees = np.asarray([0, 32, 60, 90, 118, 142, 163, 180], np.float32)
    angles = np.radians(degrees)
    oval = 1 / np.hypot(np.sin(angles) / look.cheek, np.cos(angles))
    brow, jaw, chin = look.forehead, look.jaw, look.chin
    radii = oval * np.asarray([1, 0.98 * brow, brow, 1, jaw**0.6, jaw, chin, 1], np.float32)
    angle = np.arctan2(np.abs(x), -y)
    return np.asarray(_smooth_through(angles, radii, angle), np.float32)


def _smooth_through(knots: Field, values: Field, at: Field) -> Field:
    """Interpolate with slopes that are flat at both ends (cubic Hermite)."""
    slopes = np.gradient(values, knots)
    slopes[0] = slopes[-1] = 0
    i = np.clip(np.searchsorted(knots, at) - 1, 0, len(knots) - 2)
    gap = knots[i + 1] - knots[i]
    t = (at - knots[i]) / gap
    a = (1 + 2 * t) * (1 - t) ** 2 * values[i] + t * (1 - t) ** 2 * gap * slopes[i]
    b = t * t * (3 - 2 * t) * values[i + 1] + t * t * (t - 1) * gap * slopes[i + 1]
    return np.asarray(a + b, np.float32)


def relief(look: Look, pose: Pose, p: Plane) -> Field:
    """Give the face's height field: dome, nose, sockets, cheeks, lips, chin."""
    z = 0.8 * np.sqrt(np.clip(1 - p.rim**2.4, 0.0, 1))
    u, v, a = p.u, p.v, np.abs(p.u)
    tip = look.nose_y
    rise = soft(-0.22, tip, v) * (1 - soft(tip - 0.01, tip + 0.10, v))
    wide = 0.065 + 0.5 * look.nose_w * soft(0.0, tip, v)
    nose = look.nose_bump * (rise * (0.45 + 0.55 * look.bridge) + 0.16 * look.bridge * bump(u, v, 0.1, 0.25))
    z = z + nose * np.exp(-((u / wide) ** 2))
    z += 0.42 * look.nose_bump * bump(u, v - tip + 0.01, 0.085, 0.085)
    z += 0.30 * look.nose_bump * bump(a - look.nose_w * 0.92, v - tip - 0.025, 0.055, 0.055)
    z -= 0.085 * bump(a - look.eye_gap, v - look.eye_y, 0.22, 0.15)
    z += 0.03 * bump(a - look.eye_gap, v - look.brow_y, 0.26, 0.08) * (0.5 + look.age)
    z += (0.035 + 0.035 * pose.smile) * bump(a - 0.43, v - 0.36, 0.21, 0.19)
    z += 0.05 * bump(u, v - look.mouth_y, 0.32, 0.2)
    z -= 0.03 * bump(u, v - (look.mouth_y + 0.16), 0.16, 0.05)
    z += 0.05 * bump(u, v - 0.88, 0.16, 0.11)
    fold = a - (look.nose_w + 0.09 + 0.55 * (v - tip))
    z -= (0.010 + 0.02 * look.age) * pose.smile * bump(fold, v - (tip + 0.13), 0.035, 0.13)
    return np.asarray(z, np.float32)


def skin(look: Look, pose: Pose, p: Plane) -> Field:
    """Give the lit skin of the face for every pixel of the plane."""
    base = look.skin_rgb
    ruddy = mix(base, (0.80, 0.24, 0.20), 0.34)
    albedo = np.broadcast_to(np.asarray(base, np.float32), (*p.x.shape, 3))
    a = np.abs(p.u)
    albedo = paint(albedo, ruddy, look.blush * 0.75 * bump(a - 0.45, p.v - 0.34, 0.22, 0.17))
    albedo = paint(albedo, ruddy, 0.35 * bump(p.u, p.v - look.nose_y, 0.13, 0.1))
    albedo = paint(
        albedo, mix(base, (0.25, 0.1, 0.12), 0.4), 0.32 * bump(a - look.eye_gap, p.v - look.eye_y, 0.21, 0.13)
    )
    if look.freckles:
        spots = soft(0.42, 0.62, noise(p.u * 34, p.v * 34, look.seed + 5))
        where = bump(a - 0.30, p.v - 0.30, 0.30, 0.16) * look.freckles
        albedo = paint(albedo, mix(base, (0.45, 0.2, 0.08), 0.55), spots * where)
    if look.age:
        albedo = _lines(look, p, albedo)
    return lit_skin(albedo, relief(look, pose, p), p.step)


def lit_skin(albedo: Field, height: Field, step: float) -> Field:
    """Light skin: shadows turn red, highlights stay soft."""
    facing, shine = light(height, step, 0.8)
    shade = (0.30 + 0.86 * facing**1.5)[..., None]
    warm = np.asarray((0.06, -0.01, -0.025), np.float32) * (1 - facing)[..., None]
    glow = (0.10 * shine**22)[..., None]
    return np.asarray(np.clip(albedo * shade + warm * albedo + glow, 0, 1), np.float32)


def _lines(look: Look, p: Plane, albedo: Field) -> Field:
    dark = mix(look.skin_rgb, (0.3, 0.12, 0.08), 0.5)
    a = np.abs(p.u)
    for row in (-0.50, -0.40):
        wave = p.v - row - 0.02 * np.cos(p.u * 9)
        albedo = paint(albedo, dark, 0.45 * look.age * bump(p.u, wave, 0.34, 0.011))
    crow = noise(np.arctan2(p.v - look.eye_y, a - look.eye_gap) * 6, a * 0, look.seed)
    near = bump(a - look.eye_gap - 0.25, p.v - look.eye_y, 0.07, 0.11)
    return paint(albedo, dark, look.age * 0.6 * near * soft(0.2, 0.7, crow))
