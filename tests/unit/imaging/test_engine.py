"""The engine finds faces, and describes them only when asked to."""

import math
import tomllib

import pytest

from smadmin import resources
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FoundFace
from smadmin.domain.photos.pictures import Picture
from smadmin.imaging.workers import PhotoWorkers
from tests.pictures import PHOTOS, as_picture, drawn

needs_photos = pytest.mark.skipif(
    not PHOTOS.is_dir(), reason=f"NO REAL PHOTOS at {PHOTOS}: the engine was not tried on any"
)


def is_found(drawn: Box, faces: tuple[FoundFace, ...]) -> bool:
    return any(face.box.overlap(drawn) > 0.35 for face in faces)


def real(workers: PhotoWorkers, name: str) -> Picture:
    return workers.decode((PHOTOS / name).read_bytes())


def test_where_there_is_no_face_none_is_found(photo_workers: PhotoWorkers) -> None:
    assert photo_workers.find(as_picture(drawn(300, 200))) == ()


def test_a_picture_of_one_pixel_has_no_face(photo_workers: PhotoWorkers) -> None:
    assert photo_workers.find(as_picture(drawn(1, 1))) == ()


def test_the_engine_says_which_it_is(photo_workers: PhotoWorkers) -> None:
    name = photo_workers.name()

    assert name.detector.startswith("CenterFace, onnxruntime ")
    assert name.descriptor == "dlib_face_recognition_resnet_model_v1"


def test_faces_of_the_drawn_sample_are_found_where_they_were_drawn(photo_workers: PhotoWorkers) -> None:
    school = tomllib.loads(resources.find("sample/school.toml").read_text("utf-8"))
    photo = next(photo for photo in school["photo"] if "art-room" in photo["file"])

    faces = photo_workers.find(photo_workers.decode(resources.find(f"sample/{photo['file']}").read_bytes()))

    missed = [drawn["who"] for drawn in photo["faces"] if not is_found(Box(*drawn["box"]), faces)]
    assert missed == []


@needs_photos
def test_every_marked_face_is_found_where_it_is(photo_workers: PhotoWorkers) -> None:
    faces = photo_workers.find(real(photo_workers, "faces/2008_001009.jpg"))

    centres = [
        ((face.box.left + face.box.right) // 2, (face.box.top + face.box.bottom) // 2) for face in faces
    ]
    marked = [(170, 259), (183, 117)]  # from labels.json
    assert all(min(math.dist(found, known) for found in centres) < 20 for known in marked)
    assert len(centres) <= len(marked) + 1  # a clock on the wall is nearly one
    assert all(face.descriptor is None for face in faces)


@needs_photos
def test_a_known_box_is_described_nearly_as_the_found_face_is(photo_workers: PhotoWorkers) -> None:
    picture = real(photo_workers, "people/biden/biden.jpg")

    (face,) = photo_workers.find_and_describe(picture)

    assert face.descriptor is not None
    assert len(face.descriptor) == 128
    (pattern,) = photo_workers.describe(picture, [face.box])
    assert math.dist(pattern, face.descriptor) < 0.1
