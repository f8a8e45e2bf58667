"""Pictures on their side, and faces in them, are turned and brought back."""

import numpy as np
import pytest

from smadmin.imaging import networks
from smadmin.imaging.sight import Seen
from smadmin.imaging.turning import turned, turned_back, turned_points
from tests.unit.imaging.test_describing import faces, needs_networks, pixels

QUARTERS = pytest.mark.parametrize("quarters", [0, 1, 2, 3])


@QUARTERS
def test_a_point_turns_with_its_picture(quarters: int) -> None:
    picture = np.zeros((20, 30, 3), np.uint8)
    picture[4, 7] = 255

    points = turned_points(np.array([[7.5, 4.5]], np.float32), quarters, (30, 20))

    x, y = (int(value) for value in points[0])
    assert turned(picture, quarters)[y, x, 0] == 255


@QUARTERS
def test_a_face_comes_back_to_where_it_is(quarters: int) -> None:
    size = (300, 200)
    points = np.array([(20, 30), (40, 30), (30, 40), (22, 50), (38, 50)], np.float32)
    corners = turned_points(np.array([(10, 20), (50, 60)], np.float32), quarters, size)
    (left, top), (right, bottom) = np.sort(corners, axis=0).astype(int).tolist()
    seen = Seen((left, top, right, bottom), 0.8, turned_points(points, quarters, size))

    back = turned_back(seen, quarters, size if quarters % 2 == 0 else size[::-1])

    assert (back.box, back.quarters) == ((10, 20, 50, 60), quarters)
    assert back.points is not None
    assert np.allclose(back.points, points)


@needs_networks
@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_photo_on_its_side_shows_the_same_face_with_nearly_the_same_pattern(quarters: int) -> None:
    eyes = networks.load()
    assert eyes is not None
    picture = pixels(faces()[0])
    (face,) = eyes.find(picture)
    (pattern,) = eyes.describe(picture, [face])
    lying = turned(picture, quarters)

    (found,) = eyes.find(lying)
    (again,) = eyes.describe(lying, [found])

    height, width = picture.shape[:2]
    corners = np.array(face.box, np.float32).reshape(2, 2)
    there = np.sort(turned_points(corners, quarters, (width, height)), axis=0)
    assert np.abs(there.reshape(-1) - found.box).max() < 0.1 * (face.box[2] - face.box[0])
    assert np.linalg.norm(np.subtract(pattern, again)) < 0.2
