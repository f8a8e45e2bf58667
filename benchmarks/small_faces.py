"""From what height on a face's pattern tells who it is: the source of `SMALLEST_PX`.

`python3 dev.py bench small_faces`, two minutes on one core. Takes the labelled portraits of ../shared/photos,
makes them small, a little out of focus, stores them as JPEG, and compares what is found with the portraits.
"""

import io
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.clarity import SMALLEST_PX
from smadmin.domain.photos.matching import MATCH_AT_MOST
from smadmin.domain.photos.pictures import Picture
from smadmin.imaging.workers import PhotoWorkers
from tests.pictures import PHOTOS, as_picture, labels

HEIGHTS = (32, 36, 40, 44, 48, 52, 56, 64, 72)
OUT_OF_FOCUS_PX = 1.2
QUALITY = 75
AROUND = 2.2
"""How many face heights of the portrait are kept on each side."""
MOST_MISSED = 0.06
"""Largest share of faces from `SMALLEST_PX` on that may lie beyond `MATCH_AT_MOST`."""

Pattern = NDArray[np.float64]


class Portrait:
    """A labelled portrait whose one face was found."""

    def __init__(self, name: str, who: str, picture: Picture, box: Box, pattern: Pattern) -> None:
        self.name, self.who, self.box, self.pattern = name, who, box, pattern
        self._image = Image.frombytes("RGB", (picture.width, picture.height), picture.pixels)

    def at_height(self, height: int) -> Picture | None:
        """Give the portrait with its face so high, softened; None where it would have to grow."""
        scale = height / self.box.height
        if scale > 1:
            return None
        small = self.around(AROUND, smaller=scale)
        file = io.BytesIO()
        small.filter(ImageFilter.GaussianBlur(OUT_OF_FOCUS_PX)).save(file, "JPEG", quality=QUALITY)
        return as_picture(Image.open(file))

    def around(self, reach: float, *, smaller: float) -> Image.Image:
        """Give the face with so many of its heights on each side, made smaller."""
        far = reach * self.box.height
        x, y = (self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2
        part = self._image.crop((round(x - far), round(y - far), round(x + far), round(y + far)))
        side = round(2 * far * smaller)
        return part.resize((side, side), Image.Resampling.LANCZOS)


def portraits(workers: PhotoWorkers) -> list[Portrait]:
    """Read every portrait on which exactly one face is found."""
    known = []
    for name, label in labels().items():
        if name.startswith("people/"):
            picture = workers.decode(Path(PHOTOS / name).read_bytes())
            faces = workers.find_and_describe(picture)
            if len(faces) == 1:
                pattern = np.array(faces[0].descriptor)
                known.append(Portrait(name, str(label["identity"]), picture, faces[0].box, pattern))
    return known


def row(workers: PhotoWorkers, known: list[Portrait], height: int) -> tuple[int, int, list[float]]:
    """Give how many portraits were tried at a height, on how many a face was found, and its distances."""
    tried = found = 0
    distances: list[float] = []
    for one in known:
        picture = one.at_height(height)
        if picture is None:
            continue
        tried += 1
        middle = picture.width / 2
        faces = [
            face for face in workers.find_and_describe(picture) if face.box.left < middle < face.box.right
        ]
        found += bool(faces)
        others = [other for other in known if other.who == one.who and other is not one]
        if faces and others:
            seen = np.array(faces[0].descriptor)
            distances.append(min(float(np.linalg.norm(seen - other.pattern)) for other in others))
    return tried, found, distances


def main() -> int:
    """Print the table; 1 where faces that count as large enough are missed more often than they may."""
    if not PHOTOS.is_dir():
        print(f"no photos at {PHOTOS}: nothing was measured")
        return 1
    over = False
    with PhotoWorkers.open() as workers:
        known = portraits(workers)
        print(f"{len(known)} portraits\n{'height':>6}{'found':>10}{'beyond ' + str(MATCH_AT_MOST):>14}")
        for height in HEIGHTS:
            tried, found, distances = row(workers, known, height)
            missed = sum(one > MATCH_AT_MOST for one in distances) / max(len(distances), 1)
            print(f"{height:>6}{f'{found} of {tried}':>10}{missed:>14.0%}", flush=True)
            over = over or (height >= SMALLEST_PX and missed > MOST_MISSED)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
