"""From when on a face is too blurred, too dark or turned too far: the source of the limits in `clarity.py`.

`python3 dev.py bench clarity`, three minutes on one core. Takes the labelled portraits of ../shared/photos,
blurs and darkens them step by step, with noise and stored as JPEG, and counts whose pattern is then farther
from the other portraits of the same person than a match may be. Of turned faces too few are labelled; so each
is held against its own mirror image, which is turned the other way.
"""

import io
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from benchmarks.small_faces import Portrait, portraits
from smadmin.domain.photos.clarity import LEAST_LIGHT, LEAST_SHARPNESS, MOST_ASIDE, Clarity
from smadmin.domain.photos.faces import FoundFace
from smadmin.domain.photos.matching import MATCH_AT_MOST
from smadmin.imaging.workers import PhotoWorkers
from tests.pictures import PHOTOS, as_picture

BLURS = (0.0, 0.01, 0.015, 0.02, 0.025, 0.03, 0.035, 0.04, 0.06)
"""Standard deviation of the blur, as a share of the face's height."""
DARKS = (1.0, 0.5, 0.3, 0.2, 0.15, 0.1, 0.07)
NOISE = 2.0
QUALITY = 82
AROUND = 2.0
MOST_MISSED = 0.05
"""Largest share of faces within a limit that may lie beyond `MATCH_AT_MOST`."""
ASIDES = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 10.0)

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Spoilt:
    """A portrait that was made worse: how it was measured, and how far the same person's others are."""

    clarity: Clarity
    distance: float


def spoil(known: list[Portrait], workers: PhotoWorkers, *, blur: float, light: float) -> list[Spoilt]:
    """Make every portrait worse and look at it again."""
    rng, found = np.random.default_rng(7), []
    for place, one in enumerate(known):
        image = one.around(AROUND, smaller=0.5 if place % 2 else 1.0)
        if blur:
            image = image.filter(ImageFilter.GaussianBlur(blur * image.height / (2 * AROUND)))
        pixels = np.asarray(image, np.float32) * light + rng.normal(0, NOISE, (image.height, image.width, 1))
        file = io.BytesIO()
        Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(file, "JPEG", quality=QUALITY)
        faces = workers.find_and_describe(as_picture(Image.open(file)))
        middle = image.width / 2
        seen = [face for face in faces if face.box.left < middle < face.box.right]
        others = [other.pattern for other in known if other.who == one.who and other is not one]
        if seen and others and seen[0].clarity is not None:
            distance = np.linalg.norm(np.subtract(others, seen[0].descriptor or ()), axis=1).min()
            found.append(Spoilt(seen[0].clarity, float(distance)))
    return found


def table(known: list[Portrait], workers: PhotoWorkers) -> bool:
    """Print both tables; gives whether too many within the limits are missed."""
    over = False
    print(f"{'blur':>6}{'sharpness':>22}{'beyond ' + str(MATCH_AT_MOST):>14}")
    blurred: list[Spoilt] = []
    for blur in BLURS:
        found = spoil(known, workers, blur=blur, light=1.0)
        blurred += found
        _line(blur, [one.clarity.sharpness for one in found], found)
    over = over or _missed("sharp", [one for one in blurred if one.clarity.sharpness >= LEAST_SHARPNESS])
    print(f"{'times':>6}{'light':>22}{'beyond ' + str(MATCH_AT_MOST):>14}")
    dark: list[Spoilt] = []
    for light in DARKS:
        found = spoil(known, workers, blur=0.0, light=light)
        dark += found
        _line(light, [one.clarity.light for one in found], found)
    return _missed("light", [one for one in dark if one.clarity.light >= LEAST_LIGHT]) or over


def mirrored(workers: PhotoWorkers) -> None:
    """Print how far faces lie from their mirror images, by how far they are turned."""
    pairs: list[tuple[float, float]] = []
    for file in sorted(PHOTOS.rglob("*.*")):
        if file.suffix.lower() in {".jpg", ".jpeg", ".png"}:
            pairs += _held_against_mirror(workers, file)
    print(f"{'aside':>10}{'faces':>7}{'from the mirror image':>24}")
    for low, high in pairwise(ASIDES):
        near = [distance for aside, distance in pairs if low <= aside < high]
        if near:
            print(f"{f'{low}-{high}':>10}{len(near):>7}{np.median(near):>24.2f}")
    print(f"shipped: turned aside from {MOST_ASIDE} on")


def _held_against_mirror(workers: PhotoWorkers, file: Path) -> list[tuple[float, float]]:
    image = Image.open(file).convert("RGB")
    faces = workers.find_and_describe(as_picture(image))
    twins = workers.find_and_describe(as_picture(image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)))
    pairs = []
    for face in faces:
        if face.box.height < 36 or face.clarity is None or not twins:  # noqa: PLR2004 - smaller tell nothing
            continue
        twin = min(twins, key=lambda other: abs(_middle(face) - (image.width - _middle(other))))
        if abs(_middle(face) - (image.width - _middle(twin))) < face.box.width / 3:
            distance = np.linalg.norm(np.subtract(face.descriptor or (), twin.descriptor or ()))
            pairs.append((face.clarity.aside, float(distance)))
    return pairs


def _middle(face: FoundFace) -> float:
    return (face.box.left + face.box.right) / 2


def _line(step: float, measured: list[float], found: list[Spoilt]) -> None:
    low, middle, high = np.percentile(measured, (5, 50, 95)) if measured else (0, 0, 0)
    missed = sum(one.distance > MATCH_AT_MOST for one in found) / max(len(found), 1)
    print(f"{step:>6.3f}{f'{low:.2f} {middle:.2f} {high:.2f}':>22}{missed:>14.0%}", flush=True)


def _missed(what: str, within: list[Spoilt]) -> bool:
    missed = sum(one.distance > MATCH_AT_MOST for one in within) / max(len(within), 1)
    print(f"{what} enough: {len(within)} faces, {missed:.1%} beyond {MATCH_AT_MOST}")
    return missed > MOST_MISSED


def main() -> int:
    """Print the tables; 1 where too many faces within the limits are missed."""
    if not PHOTOS.is_dir():
        print(f"no photos at {PHOTOS}: nothing was measured")
        return 1
    with PhotoWorkers.open() as workers:
        over = table(portraits(workers), workers)
        mirrored(workers)
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
