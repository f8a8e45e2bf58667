"""The engine finds faces, and describes them only when asked to."""

import math

import numpy as np
import pytest

from smadmin.domain.photos.pictures import Picture
from smadmin.imaging import engine
from smadmin.imaging.workers import PhotoWorkers
from tests.pictures import PHOTOS, as_picture, drawn

needs_photos = pytest.mark.skipif(
    not PHOTOS.is_dir(), reason=f"NO REAL PHOTOS at {PHOTOS}: the engine was not tried on any"
)


def real(workers: PhotoWorkers, name: str) -> Picture:
    return workers.decode((PHOTOS / name).read_bytes())


def test_where_there_is_no_face_none_is_found(photo_workers: PhotoWorkers) -> None:
    assert photo_workers.find(as_picture(drawn(300, 200))) == ()


def test_a_picture_of_one_pixel_has_no_face(photo_workers: PhotoWorkers) -> None:
    assert photo_workers.find(as_picture(drawn(1, 1))) == ()


def test_the_engine_says_which_it_is(photo_workers: PhotoWorkers) -> None:
    name = photo_workers.name()

    assert name.detector.startswith("face_recognition, dlib ")
    assert name.descriptor == "dlib_face_recognition_resnet_model_v1"


@needs_photos
def test_every_marked_face_is_found_where_it_is(photo_workers: PhotoWorkers) -> None:
    faces = photo_workers.find(real(photo_workers, "faces/2008_001009.jpg"))

    centres = [
        ((face.box.left + face.box.right) // 2, (face.box.top + face.box.bottom) // 2) for face in faces
    ]
    marked = [(170, 259), (183, 117)]  # from labels.json
    assert len(centres) == len(marked)
    assert all(math.dist(found, known) < 20 for found, known in zip(centres, marked, strict=True))
    assert [face.descriptor for face in faces] == [None, None]


@needs_photos
def test_a_known_box_is_described_as_the_found_face_is(photo_workers: PhotoWorkers) -> None:
    picture = real(photo_workers, "people/biden/biden.jpg")

    (face,) = photo_workers.find_and_describe(picture)

    assert face.descriptor is not None
    assert len(face.descriptor) == 128
    assert photo_workers.describe(picture, [face.box]) == (face.descriptor,)


@needs_photos
def test_without_the_package_its_models_give_the_same_numbers(photo_workers: PhotoWorkers) -> None:
    picture = real(photo_workers, "people/biden/biden.jpg")
    (face,) = photo_workers.find_and_describe(picture)
    box = (face.box.left, face.box.top, face.box.right, face.box.bottom)
    pixels = np.frombuffer(picture.pixels, dtype=np.uint8).reshape(picture.height, picture.width, 3)

    alone = engine._load_models_alone().describe(pixels, box)

    assert tuple(alone) == face.descriptor
