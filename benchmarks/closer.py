"""What *Look closer* finds more, and how long it takes: behind the sizes in `domain/photos/closer.py`.

`python3 dev.py bench closer`, two minutes. The crowds of ../shared/photos are put side by side until they are
a photo of 12 megapixels with hundreds of small faces; it is searched as usual, then part by part. The photos
themselves are searched both ways too, for false finds.
"""

import sys
import time
from pathlib import Path

from PIL import Image

from smadmin.domain.photos.closer import Part, lifted, more_faces, parts_of, stands_upright
from smadmin.domain.photos.faces import FoundFace
from smadmin.domain.photos.pictures import Picture
from smadmin.imaging.abreast import abreast
from smadmin.imaging.cutting import cut_out, doubled
from smadmin.imaging.workers import PhotoWorkers
from tests.pictures import PHOTOS, as_picture, labels

SIZE = (4000, 3000)
FACES_PX = (14, 18, 24, 32)
"""The crowd's smallest faces are made this high, one row of pictures after the other."""
AT_ONCE = 2


def mosaic(workers: PhotoWorkers) -> tuple[Picture, int]:
    """Put crowds side by side, each made so small; gives the picture and how many faces are in it."""
    whole, faces, top, place = Image.new("RGB", SIZE, (96, 96, 96)), 0, 0, 0
    names = [name for name, label in labels().items() if name.startswith("faces/200") and label.get("boxes")]
    while top < SIZE[1]:
        left = deepest = 0
        while left < SIZE[0]:
            name, wanted = names[place % len(names)], FACES_PX[place % len(FACES_PX)]
            place += 1
            image = Image.open(PHOTOS / name).convert("RGB")
            found = workers.find(as_picture(image))
            scale = wanted / min(face.box.height for face in found)
            small = image.resize((round(image.width * scale), round(image.height * scale)))
            if left + small.width > SIZE[0] or top + small.height > SIZE[1]:
                break
            whole.paste(small, (left, top))
            left, deepest, faces = left + small.width, max(deepest, small.height), faces + len(found)
        if not deepest:
            break
        top += deepest
    return as_picture(whole), faces


def closer(workers: PhotoWorkers, picture: Picture) -> tuple[int, tuple[FoundFace, ...], float]:
    """Search a picture both ways: how many are found as usual, what more, and the seconds for that."""
    usual = workers.find(picture)
    began = time.perf_counter()

    see = workers.find_as_it_stands if stands_upright(usual) else workers.find
    parts = parts_of(picture.width, picture.height)

    def look(part: Part) -> list[FoundFace]:
        shown = cut_out(picture, part.box)
        faces = see(shown if part.times == 1 else doubled(shown))
        moved = (lifted(face, part, width=picture.width, height=picture.height) for face in faces)
        return [face for face in moved if face is not None]

    found = [face for faces in abreast(look, parts, at_once=AT_ONCE) for face in faces]
    more = more_faces([face.box for face in usual], found)
    return len(usual), more, time.perf_counter() - began


def main() -> int:
    """Print what is found; 1 where looking closer finds no more of the crowd."""
    if not PHOTOS.is_dir():
        print(f"no photos at {PHOTOS}: nothing was measured")
        return 1
    with PhotoWorkers.open(at_once=AT_ONCE) as workers:
        workers.name()
        crowd, faces = mosaic(workers)
        usual, more, seconds = closer(workers, crowd)
        print(f"12 megapixels, about {faces} faces: {usual} as usual, {len(more)} more in {seconds:.1f} s")
        print(f"{'photo':<24}{'people':>7}{'usual':>7}{'more':>6}{'seconds':>9}  heights of those")
        for name, label in labels().items():
            if name.startswith("faces/"):
                picture = workers.decode(Path(PHOTOS / name).read_bytes())
                found, added, took = closer(workers, picture)
                heights = " ".join(str(face.box.height) for face in added)
                print(f"{name[6:]:<24}{label['faces']!s:>7}{found:>7}{len(added):>6}{took:>9.1f}  {heights}")
    return int(not more)


if __name__ == "__main__":
    sys.exit(main())
