"""dlib's own eyes: the reference, and what sees where the networks' files are missing."""

import numpy as np
import pytest

from smadmin.imaging import hog
from tests.unit.imaging.test_describing import faces, pixels


def test_a_face_seen_twice_is_one_face() -> None:
    whole, inside, neighbour = (0, 0, 100, 100), (20, -10, 80, 50), (60, 0, 160, 100)

    assert hog._share(inside, whole) >= hog.SAME_FACE
    assert hog._share(neighbour, whole) < hog.SAME_FACE
    assert hog._share((200, 0, 300, 100), whole) == 0


@pytest.fixture(scope="module")
def package() -> hog.Hog:
    return hog.load()


def test_without_the_package_its_models_give_the_same_numbers(package: hog.Hog) -> None:
    picture = pixels(faces()[0])
    seen = package.find(picture)

    alone = hog._load_models_alone()

    assert len(seen) == 1
    assert alone.find(picture) == seen
    assert np.array_equal(alone.describe(picture, seen), package.describe(picture, seen))


def test_no_face_is_seen_where_there_is_none(package: hog.Hog) -> None:
    assert package.find(np.full((120, 160, 3), 128, np.uint8)) == []
