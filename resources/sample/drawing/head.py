"""A whole head: ears, face, features and hair, as two patches that a body goes between."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from .features import draw_features
from .field import Field, bump, paint, soft
from .hair import Layer, hair
from .look import Look, Pose
from .skull import BOTTOM, LEFT, TOP, Plane, lit_skin, plane, skin


@dataclass(frozen=True)
class Head:
    """Two RGBA patches of one size; `centre` is the face's middle in them, in pixels."""

    behind: Field
    front: Field
    centre: tuple[float, float]
    scale: float


def draw_head(look: Look, pose: Pose, scale: float) -> Head:
    """Draw a head of which half a face height measures `scale` pixels."""
    p = plane(look, pose, scale)
    strands = hair(look, p)
    crisp = p.step * 1.2
    half = p.step / scale
    face_mask = soft(1 + crisp + half, 1 - crisp, p.rim)
    empty = np.zeros((*p.x.shape, 4), np.float32)
    behind = _stack(empty, strands.behind)
    front = _stack(empty, (*_ears(look, pose, p), Layer(_face(look, pose, p), face_mask)))
    front = _shadowed(front, strands.front, p)
    front = _stack(front, strands.front)
    centre = (-LEFT * scale, -TOP * scale)
    return Head(_turned(behind, pose.roll, centre), _turned(front, pose.roll, centre), centre, scale)


def _face(look: Look, pose: Pose, p: Plane) -> Field:
    return draw_features(skin(look, pose, p), look, pose, p)


def _ears(look: Look, pose: Pose, p: Plane) -> tuple[Layer, ...]:
    if look.hair == "scarf":
        return ()
    layers = []
    for side in (-1, 1):
        x = (p.x - side * (look.cheek + 0.02) + 0.25 * pose.yaw) * side
        y = p.y - 0.10
        r = np.hypot((x - 0.10 * y) / (0.135 * look.ear), y / (0.225 * look.ear))
        height = 0.12 * np.sqrt(np.clip(1 - r**2, 0, 1)) - 0.07 * bump(x, y, 0.05, 0.11)
        albedo = np.broadcast_to(np.asarray(look.skin_rgb, np.float32), (*x.shape, 3))
        albedo = paint(albedo, (0.55, 0.2, 0.16), 0.35 * bump(x, y, 0.06, 0.12))
        layers.append(Layer(lit_skin(albedo, height.astype(np.float32), p.step), soft(1.06, 0.94, r)))
    return tuple(layers)


def _shadowed(front: Field, layers: tuple[Layer, ...], p: Plane) -> Field:
    """Let the hair throw a soft shadow on the face."""
    if not layers:
        return front
    shift = round(0.055 / p.step)
    cast = np.zeros_like(p.x)
    for layer in layers:
        cast = np.maximum(cast, layer.mask)
    soft_cast = np.asarray(blurred(np.roll(cast, (shift, shift // 2), (0, 1)), 0.05 / p.step))
    shade = 1 - 0.34 * soft_cast[..., None] * np.asarray((0.85, 1.0, 1.0), np.float32)
    out = front.copy()
    out[..., :3] = front[..., :3] * shade
    return out


def blurred(field: Field, radius: float) -> Field:
    """Blur a mask or a colour plane (three box passes, near enough to a Gaussian)."""
    size = max(1, round(radius))
    out = field.astype(np.float32)
    for _ in range(3):
        for axis in (0, 1):
            pad = [(size + 1, size) if i == axis else (0, 0) for i in range(out.ndim)]
            total = np.cumsum(np.pad(out, pad, mode="edge"), axis=axis, dtype=np.float64)
            ahead = np.take(total, range(2 * size + 1, total.shape[axis]), axis=axis)
            back = np.take(total, range(total.shape[axis] - 2 * size - 1), axis=axis)
            out = ((ahead - back) / (2 * size + 1)).astype(np.float32)
    return out


def _stack(base: Field, layers: tuple[Layer, ...]) -> Field:
    out = base
    for layer in layers:
        m = np.clip(layer.mask, 0, 1)
        alpha = m + out[..., 3] * (1 - m)
        rgb = layer.rgb * m[..., None] + out[..., :3] * (out[..., 3] * (1 - m))[..., None]
        rgb = rgb / np.maximum(alpha, 1e-6)[..., None]
        out = np.concatenate([rgb, alpha[..., None]], axis=2).astype(np.float32)
    return out


def _turned(patch: Field, roll: float, centre: tuple[float, float]) -> Field:
    if not roll:
        return patch
    pre = patch.copy()
    pre[..., :3] *= pre[..., 3:]
    turned = [
        np.asarray(
            Image.fromarray(pre[..., i]).rotate(
                -roll, Image.Resampling.BICUBIC, center=(centre[0], centre[1] + BOTTOM)
            )
        )
        for i in range(4)
    ]
    out = np.stack(turned, axis=2)
    out[..., :3] /= np.maximum(out[..., 3:], 1e-3)
    return np.asarray(np.clip(out, 0, 1), np.float32)
