"""Pairs of pictures that differ only under their covers (R1), each from its number."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.covers import Cover, CoverStyle, cover_as_drawn, cover_for_face
from smadmin.domain.photos.pictures import Picture
from smadmin.imaging.covering import hidden


@dataclass(frozen=True)
class Pair:
    """What a pair is made of: a size, a style, and covers that fit whichever way the picture stands."""

    seed: int
    width: int
    height: int
    style: CoverStyle

    def covers(self, width: int, height: int) -> list[Cover]:
        chance = random.Random(f"covers {self.seed}")  # noqa: S311 - a seed, not a secret
        faces = [_box(chance, width, height) for _ in range(chance.randint(1, 3))]
        turned = [cover_for_face(box, chance.choice([0, 0, 10, -35, 90, 180])) for box in faces]
        return [*turned, cover_as_drawn(_box(chance, width, height))]


def numbered(first: int, count: int) -> Iterator[Pair]:
    """Give so many pairs; no two calls with another first number share one."""
    for number in range(count):
        seed = first * 1000 + number
        chance = random.Random(f"pair {seed}")  # noqa: S311 - a seed, not a secret
        yield Pair(seed, chance.randint(40, 120), chance.randint(40, 120), list(CoverStyle)[number % 3])


def differing(picture: Picture, covers: Sequence[Cover], seed: int) -> Picture:
    """Give a picture that differs from this one in every pixel that will be covered, and in no other."""
    shape = (picture.height, picture.width, 3)
    pixels = np.frombuffer(picture.pixels, dtype=np.uint8).reshape(shape).copy()
    gone = hidden(picture, covers)
    noise = np.random.default_rng(seed).integers(1, 256, shape, dtype=np.uint8)
    pixels[gone] += noise[gone]  # never 0 more, so never the same
    return Picture(picture.width, picture.height, pixels.tobytes())


def _box(chance: random.Random, width: int, height: int) -> Box:
    left, top = chance.randint(-5, width - 8), chance.randint(-5, height - 8)
    return Box(left, top, left + chance.randint(6, 25), top + chance.randint(6, 25))
