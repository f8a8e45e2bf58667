"""Draws group photos and portraits as finished pixels."""

import random
from dataclasses import dataclass

import numpy as np
from PIL import Image

from .body import Outfit, draw_person, floor_shadow
from .field import Field, Rgb, over
from .look import Look
from .scenes import PLACES
from .scenes.place import Brush
from .staging import Photo, outfit, pose

PORTRAIT = (480, 600)
PORTRAITS_EACH = 2
BACKDROPS: tuple[tuple[Rgb, Rgb], ...] = (
    ((0.62, 0.72, 0.80), (0.36, 0.47, 0.58)),
    ((0.80, 0.76, 0.68), (0.55, 0.49, 0.41)),
    ((0.70, 0.78, 0.70), (0.42, 0.53, 0.44)),
)


@dataclass(frozen=True)
class Grade:
    """The light of a place, laid over everything at the end."""

    gain: Rgb = (1.03, 1.02, 1.0)
    vignette: float = 0.20


GRADES = {
    "library_night": Grade((1.06, 0.95, 0.80), 0.34),
    "stage": Grade((1.08, 0.99, 0.90), 0.34),
    "field_day": Grade((1.10, 1.08, 1.02), 0.12),
    "garden": Grade((1.10, 1.08, 1.00), 0.12),
    "bus_line": Grade((1.07, 1.06, 1.04), 0.14),
    "playground": Grade((1.10, 1.07, 1.00), 0.12),
}


def draw_photo(photo: Photo) -> Image.Image:
    """Draw a group photo, upright."""
    back, front = Brush.blank(photo.size, photo.seed), Brush.blank(photo.size, photo.seed + 1)
    PLACES[photo.scene](back, front)
    picture, _ = back.pixels()
    for person in photo.people:
        if person.whole:
            feet = (person.at[0], person.at[1] + 7.75 * person.scale)
            floor_shadow(picture, feet, person.scale)
    for person in photo.people:
        draw_person(
            picture,
            person.look,
            person.pose,
            person.outfit,
            at=person.at,
            scale=person.scale,
            length=person.length,
        )
    rgb, mask = front.pixels()
    over(picture, rgb, mask, (0, 0))
    return _developed(picture, GRADES.get(photo.scene, Grade()), photo.seed)


def draw_portrait(look: Look, number: int) -> Image.Image:
    """Draw a school portrait; each number has its own backdrop, clothes and smile."""
    draw = random.Random(look.seed * 10 + number)
    wide, high = PORTRAIT
    x, y = np.meshgrid(np.linspace(-1, 1, wide), np.linspace(-1, 1, high))
    near, far = BACKDROPS[draw.randrange(len(BACKDROPS))]
    t = np.clip(np.hypot(x * 0.8, y * 0.9 + 0.15), 0, 1)[..., None]
    picture = np.asarray(np.asarray(near) * (1 - t) + np.asarray(far) * t, np.float32)
    dressed: Outfit = outfit(look, draw)
    draw_person(picture, look, pose(draw, calm=0.55), dressed, at=(wide / 2, 270), scale=128, length=4.6)
    return _developed(picture, Grade(vignette=0.10), look.seed)


def _developed(picture: Field, grade: Grade, seed: int) -> Image.Image:
    high, wide = picture.shape[:2]
    x, y = np.meshgrid(np.linspace(-1, 1, wide, dtype=np.float32), np.linspace(-1, 1, high, dtype=np.float32))
    corner = 1 - grade.vignette * np.clip(x * x + y * y - 0.45, 0, None)[..., None] / 1.55
    grain = np.random.RandomState(seed).normal(0, 0.006, (high, wide, 1)).astype(np.float32)
    lit = picture * np.asarray(grade.gain, np.float32) * corner + grain
    toned = np.clip(lit, 0, 1)
    return Image.fromarray((toned * 255 + 0.5).astype(np.uint8))
