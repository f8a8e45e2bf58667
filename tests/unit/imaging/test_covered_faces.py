"""Nobody's detector finds a face under a cover, nor says whose it was."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from smadmin import resources
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.covers import CoverStyle, cover_for_face
from smadmin.domain.photos.pictures import Picture
from smadmin.imaging.covering import cover, hidden
from smadmin.imaging.workers import PhotoWorkers
from tests.pictures import PHOTOS

SIZES = (1000,)
"""Longest sides; with REAL, more of them in `dev.py bench safety R1`."""
REAL = ("faces/2008_001322.jpg", "faces/2009_004587.jpg", "people/obama/obama3.jpg")
DRAWN = ("02-chess-club.jpg", "08-art-room.jpg")
OTHERS = 20
ALONE = (
    "people/alex_lacamoire/alex_lacamoire1.jpg",
    "people/biden/biden.jpg",
    "people/kit_harington/john1.jpeg",
    "people/obama/obama.jpg",
    "people/rose_leslie/img1.jpg",
    "people/tom_cruise/Tom_Cruise_avp_2014_4.jpg",
)
FINDS_FACES = {style for style in CoverStyle if style is not CoverStyle.SHAPE}


def photos() -> Iterator[Path]:
    """Give drawn photos, and real ones where they are."""
    yield from (resources.find(f"sample/photos/{name}") for name in DRAWN)
    if PHOTOS.is_dir():
        yield from (PHOTOS / name for name in REAL)


def hog(picture: Picture) -> list[Box]:
    """Find faces as the package face_recognition does."""
    api = pytest.importorskip("face_recognition.api")
    pixels = np.frombuffer(picture.pixels, dtype=np.uint8).reshape(picture.height, picture.width, 3)
    return [Box(left, top, right, bottom) for top, right, bottom, left in api.face_locations(pixels, 1)]


@pytest.mark.filterwarnings("ignore:pkg_resources is deprecated")
@pytest.mark.parametrize("style", sorted(FINDS_FACES))
def test_no_detector_finds_a_face_under_a_cover(photo_workers: PhotoWorkers, style: CoverStyle) -> None:
    tried, under = 0, []

    for photo in photos():
        for longest_px in SIZES:
            picture = photo_workers.preview(photo.read_bytes(), longest_px=longest_px)
            faces = photo_workers.find(picture)
            covers = [cover_for_face(face.box, face.turn) for face in faces]
            covered = cover(picture, covers, style)
            found = [face.box for face in photo_workers.find(covered)] + hog(covered)
            gone = hidden(picture, covers)
            tried += len(faces)
            under += [(photo.name, longest_px, box) for box in found if gone[_middle(box, picture)]]

    assert tried >= 10
    assert under == []


@pytest.mark.skipif(
    not PHOTOS.is_dir(), reason=f"NO REAL PHOTOS at {PHOTOS}: whose a cover looks was not tried"
)
def test_what_is_seen_in_a_drawn_shape_is_no_nearer_to_the_child_than_to_others(
    photo_workers: PhotoWorkers,
) -> None:
    others = _portraits(photo_workers)[:OTHERS]
    assert len(others) == OTHERS
    nearest = []

    for name in ALONE:
        photo = photo_workers.preview((PHOTOS / name).read_bytes(), longest_px=1000)
        (face,) = photo_workers.find_and_describe(photo)
        assert face.descriptor is not None
        shape = cover(photo, [cover_for_face(face.box, face.turn)], CoverStyle.SHAPE)
        (seen,) = photo_workers.describe(shape, [face.box])  # whether or not a detector finds anything there
        own = np.linalg.norm(np.subtract(seen, face.descriptor))
        if not any(np.linalg.norm(np.subtract(seen, other)) <= own for other in others):
            nearest.append(name)

    assert nearest == []


def _middle(box: Box, picture: Picture) -> tuple[int, int]:
    """Give row and column of a box's middle, in the picture."""
    row, column = (box.top + box.bottom) // 2, (box.left + box.right) // 2
    return min(max(row, 0), picture.height - 1), min(max(column, 0), picture.width - 1)


def _portraits(workers: PhotoWorkers) -> list[tuple[float, ...]]:
    """Give patterns of people in the group photos: nobody among them is the one in question."""
    found = []
    for name in ("faces/city.jpg", "faces/2009_004587.jpg", "faces/2008_002079.jpg", "faces/2008_001322.jpg"):
        picture = workers.preview((PHOTOS / name).read_bytes(), longest_px=2000)
        found += [face.descriptor for face in workers.find_and_describe(picture) if face.descriptor]
    return found
