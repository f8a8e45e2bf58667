"""Eyes, brows, mouth, glasses and beard, painted onto a lit face."""

import numpy as np

from .field import Field, Rgb, bump, hexed, mix, noise, paint, soft
from .look import Look, Pose
from .skull import Plane


def draw_features(face: Field, look: Look, pose: Pose, p: Plane) -> Field:
    """Paint everything that makes a face look at you."""
    face = _nostrils(face, look, p)
    if look.beard:
        face = _beard(face, look, p)
    for side in (-1, 1):
        face = _eye(face, look, pose, p, side)
        face = _brow(face, look, pose, p, side)
    face = _mouth(face, look, pose, p)
    if look.glasses:
        face = _glasses(face, look, p)
    return face


def _nostrils(face: Field, look: Look, p: Plane) -> Field:
    dark = mix(look.skin_rgb, (0.2, 0.05, 0.04), 0.72)
    a = np.abs(p.u)
    hole = bump(a - look.nose_w * 0.50, p.v - look.nose_y - 0.070, 0.036, 0.018)
    wing = bump(a - look.nose_w * 1.28, p.v - look.nose_y - 0.03, 0.022, 0.05)
    under = bump(p.u, p.v - look.nose_y - 0.095, look.nose_w * 0.9, 0.022)
    face = paint(face, dark, 0.85 * hole)
    return paint(face, dark, 0.30 * wing + 0.22 * under)


def _eye(face: Field, look: Look, pose: Pose, p: Plane, side: int) -> Field:
    x0, y0 = (p.u - side * look.eye_gap) * side, p.v - look.eye_y
    tilt = look.eye_tilt
    x, y = x0, y0 + tilt * x0
    w = look.eye_w
    h = look.eye_h * (1 - 0.16 * max(pose.smile, 0))
    arc = np.clip(1 - (x / w) ** 2, 0, 1)
    upper, lower = -h * arc**0.62, 0.62 * h * arc**0.85
    crisp = max(p.step * 1.2, 0.006)
    inside = soft(-crisp, crisp, y - upper) * soft(-crisp, crisp, lower - y) * soft(w, w - 0.02, np.abs(x))
    white = (
        np.asarray((0.965, 0.95, 0.935), np.float32)
        * (0.62 + 0.38 * soft(-0.01, 0.075, y - upper) * soft(w * 1.05, w * 0.45, np.abs(x)))[..., None]
    )
    face = paint(face, white, inside)
    face = _iris(face, look, pose, p, (x0 * side, y0, inside))
    dark = mix(look.hair_rgb, (0.08, 0.05, 0.05), 0.75)
    skin_dark = mix(look.skin_rgb, (0.22, 0.08, 0.06), 0.62)
    thick = 0.016 + 0.018 * soft(-w, w, x)
    ends = soft(w * 1.14, w * 0.9, np.abs(x))
    lash = np.exp(-(((y - upper + 0.006) / thick) ** 2)) * ends
    face = paint(face, dark, 0.92 * lash)
    face = paint(face, skin_dark, 0.42 * np.exp(-(((y - lower - 0.006) / 0.014) ** 2)) * ends)
    fold = y - (-h * 1.0 - 0.055) * np.clip(1 - (x / (w * 1.12)) ** 2, 0, 1) ** 0.6
    face = paint(face, skin_dark, look.crease * 0.6 * np.exp(-((fold / 0.015) ** 2)) * ends)
    bag = bump(x, y - 0.62 * h - 0.055, w * 0.8, 0.022)
    return paint(face, skin_dark, (0.14 + 0.25 * look.age) * bag)


def _iris(face: Field, look: Look, pose: Pose, p: Plane, eye: tuple[Field, Field, Field]) -> Field:
    x, y, inside = eye
    colour = hexed(look.iris)
    radius = min(0.105, look.eye_h * 1.02)
    cx, cy = pose.gaze * 0.06, -0.008
    r = np.hypot(x - cx, y - cy) / radius
    crisp = max(p.step / radius * 1.2, 0.07)
    ring = soft(0.55, 1.0, r)
    glow = soft(-0.7, 0.9, (y - cy) / radius)
    tone: Field = np.asarray(colour, np.float32) * (0.72 + 0.75 * glow * (1 - ring))[..., None]
    tone = paint(tone, mix(colour, (0.03, 0.02, 0.02), 0.7), 0.85 * ring)
    tone = paint(tone, (0.03, 0.025, 0.03), soft(0.46 + crisp, 0.46, r))
    face = paint(face, tone, soft(1 + crisp, 1, r) * inside)
    glint = soft(0.30 + crisp, 0.22, np.hypot(x - cx + 0.036, y - cy + 0.038) / radius)
    faint = 0.5 * soft(0.20 + crisp, 0.1, np.hypot(x - cx - 0.04, y - cy - 0.04) / radius)
    return paint(face, (1, 1, 1), (glint + faint) * inside)


def _brow(face: Field, look: Look, pose: Pose, p: Plane, side: int) -> Field:
    x = (p.u - side * look.eye_gap) * side
    t = x / look.brow_w
    lift = -0.02 * max(pose.smile, 0)
    middle = (
        look.brow_y
        + lift
        - look.brow_arch * (1 - (t - 0.25) ** 2)
        - look.brow_tilt * x
        + look.brow_arch * 0.6
    )
    thick = look.brow_thick * (1.0 - 0.55 * soft(0.1, 1.05, t)) * soft(-1.15, -0.75, t) + 0.004
    body = np.exp(-(np.abs((p.v - middle) / thick) ** 2.4)) * soft(1.08, 0.9, np.abs(t))
    strands = 0.80 + 0.20 * noise((x + (p.v - middle) * 0.7) * 75, p.v * 12, look.seed + side)
    colour = mix(look.hair_rgb, (0.09, 0.06, 0.05), 0.45)
    return paint(face, colour, 0.93 * body * strands)


def _mouth(face: Field, look: Look, pose: Pose, p: Plane) -> Field:
    half = look.mouth_w * (1 + 0.14 * pose.smile)
    t = p.u / half
    arc = np.clip(1 - t * t, 0, 1)
    line = look.mouth_y + 0.035 * pose.smile - 0.105 * pose.smile * t * t - 0.008 * np.cos(t * 9) * arc
    drop = pose.teeth * 0.115 * arc**0.75
    lips = mix(look.skin_rgb, (0.72, 0.18, 0.20), look.lip_red)
    deep = mix(lips, (0.22, 0.04, 0.05), 0.68)
    crisp = max(p.step * 1.3, 0.008)
    bow = 0.72 + 0.28 * np.cos(np.clip(np.abs(t) * 5 - 1.4, -3.1, 3.1))
    up = line - look.lip_up * (1 - 0.3 * pose.teeth) * arc**0.8 * bow
    low = line + drop + look.lip_low * arc**0.7
    ends = soft(1.03, 0.95, np.abs(t))
    upper = soft(-crisp, crisp, p.v - up) * soft(-crisp, crisp, line - p.v) * ends
    lower = soft(-crisp, crisp, p.v - line - drop) * soft(-crisp, crisp, low - p.v) * ends
    face = paint(face, mix(lips, deep, 0.28), 0.82 * upper)
    face = paint(face, lips, 0.80 * lower)
    face = paint(
        face,
        (1, 0.93, 0.9),
        0.20 * bump(p.u + 0.03, p.v - line - drop - look.lip_low * 0.5, half * 0.4, 0.018),
    )
    if pose.teeth:
        gap = soft(-crisp, crisp, p.v - line) * soft(-crisp, crisp, line + drop - p.v) * ends
        face = paint(face, mix(deep, (0.1, 0.02, 0.03), 0.5), gap)
        white = np.asarray((0.97, 0.955, 0.93), np.float32) * (1 - 0.33 * np.abs(t) ** 2)[..., None]
        seams = 1 - 0.10 * soft(0.86, 1.0, np.abs(np.cos(p.u * 37)))
        face = paint(face, white * seams[..., None], gap * soft(0.0, 0.02, line + 0.80 * drop - p.v))
    seam = np.exp(-(((p.v - line) / 0.013) ** 2)) * ends * (1 - 0.75 * min(1.0, pose.teeth * 2))
    face = paint(face, deep, 0.9 * seam)
    corner = bump(np.abs(p.u) - half - 0.012, p.v - line + 0.0, 0.03, 0.035)
    face = paint(face, deep, 0.42 * corner)
    return paint(face, deep, 0.20 * bump(p.u, p.v - low - 0.03, half * 0.6, 0.025))


def _beard(face: Field, look: Look, p: Plane) -> Field:
    a = np.abs(p.u)
    jaw = soft(0.16, 0.42, p.v - 0.28 + 0.5 * a**2 - 0.5 * soft(0.45, 0.8, a))
    bare = soft(0.30, 0.18, np.hypot(p.u / 1.3, (p.v - look.mouth_y) * 1.6)) * soft(
        0.02, -0.02, p.v - look.mouth_y + 0.03
    )
    grain = 0.72 + 0.28 * noise(p.u * 60, p.v * 30, look.seed + 9)
    edge = soft(0.2, 0.32, p.v - look.nose_y + 0.18)
    colour = mix(look.hair_rgb, (0.1, 0.07, 0.06), 0.25)
    return paint(face, colour, look.beard * jaw * edge * (1 - 0.6 * bare) * grain)


def _glasses(face: Field, look: Look, p: Plane) -> Field:
    colour: Rgb = hexed(look.glasses_colour)
    a = np.abs(p.u) - look.eye_gap
    y = p.v - look.eye_y - 0.02
    power = 2.0 if look.glasses == "round" else 4.0
    wide, high = (0.255, 0.235) if look.glasses == "round" else (0.285, 0.20)
    r = (np.abs(a / wide) ** power + np.abs(y / high) ** power) ** (1 / power)
    d = (r - 1) * min(wide, high)
    crisp = max(p.step, 0.008)
    rim = soft(0.020 + crisp, 0.020 - crisp, np.abs(d))
    bridge = soft(0.25, 0.35, bump(p.u, p.v - look.eye_y + 0.03, look.eye_gap - wide + 0.01, 0.018))
    arm = soft(0.016 + crisp, 0.016 - crisp, np.abs(p.v - look.eye_y + 0.05)) * (
        np.abs(p.u) > look.eye_gap + wide
    )
    lens = soft(0.0, -0.03, d)
    face = paint(face, (0.9, 0.95, 1.0), 0.05 * lens)
    sheen = soft(0.05, 0.0, np.abs(a * 0.8 + y * 0.9 + 0.13)) * lens
    face = paint(face, (1, 1, 1), 0.10 * sheen)
    shadow = soft(0.03, 0.0, np.abs(d - 0.025)) * (1 - lens)
    face = paint(face, (0.15, 0.07, 0.05), 0.16 * shadow)
    return paint(face, colour, np.maximum(rim, np.maximum(bridge, arm)))
