"""CenterFace's grids become boxes and points in the photo's own pixels."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from smadmin.imaging.centerface import LEAST, LONGEST_PX, CenterFace
from smadmin.imaging.sight import Floats, Pixels

NOWHERE = -20.0


class Net:
    """Answers what was put on its grid at one of the looks, and keeps the pictures it was asked about."""

    def __init__(self, *faces: tuple[int, int, float, float], look: int = 0) -> None:
        """Take faces as row and column on the grid, side in pixels, and confidence."""
        self._faces, self._look = faces, look
        self.asked: list[Pixels] = []

    def run(self, outputs: Sequence[str] | None, inputs: Mapping[str, Pixels]) -> tuple[Floats]:
        """Give what is seen in each cell of the grid."""
        assert outputs is None
        picture = unfolded(inputs["pictures"])
        cells = np.zeros((picture.shape[0] // 4, picture.shape[1] // 4, 15), np.float32)
        cells[:, :, 0] = NOWHERE
        for row, column, side, confidence in self._faces if len(self.asked) == self._look else ():
            size = math.log(side / 4)
            points = [0.4, 0.3, 0.4, 0.7, 0.6, 0.5, 0.8, 0.35, 0.8, 0.65]
            cells[row, column] = [math.log(confidence / (1 - confidence)), size, size, 0, 0, *points]
        self.asked.append(picture)
        return (cells.reshape(-1, 15),)


def unfolded(blocks: Pixels) -> Pixels:
    """Give the picture that was folded to blocks of 2 x 2 pixels."""
    _, high, wide, _ = blocks.shape
    return blocks.reshape(high, wide, 2, 2, 3).transpose(0, 2, 1, 3, 4).reshape(2 * high, 2 * wide, 3)


def black(width: int, height: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.zeros((height, width, 3), np.uint8)


def test_a_face_on_the_grid_is_a_box_with_five_points() -> None:
    finder = CenterFace(Net((20, 10, 40, 0.9)))

    (face,) = finder.find(black(128, 128))

    assert face.box == (22, 62, 62, 102)  # the middle of grid place (20, 10) is x 42, y 82
    assert face.confidence == pytest.approx(0.9)
    assert face.points is not None
    assert face.points[0] == pytest.approx([22 + 0.3 * 40, 62 + 0.4 * 40], abs=0.01)
    assert face.points[2] == pytest.approx([42, 62 + 0.6 * 40], abs=0.01)


def test_a_large_photo_is_looked_at_smaller_and_answered_in_its_own_pixels() -> None:
    net = Net((20, 10, 40, 0.9))

    (face,) = CenterFace(net).find(black(2 * LONGEST_PX, LONGEST_PX))

    assert [asked.shape for asked in net.asked] == [(1024, LONGEST_PX, 3), (256, LONGEST_PX // 4, 3)]
    assert face.box == (44, 124, 124, 204)


def test_a_large_face_that_shows_only_at_a_quarter_is_found_where_it_is() -> None:
    (face,) = CenterFace(Net((8, 8, 32, 0.9), look=1)).find(black(256, 256))

    assert face.box == (72, 72, 200, 200)


@pytest.mark.parametrize("upright", [False, True])
def test_a_panorama_is_looked_at_in_parts_that_overlap(*, upright: bool) -> None:
    net = Net()
    long, short = 16000, 2000
    size = (short, long) if upright else (long, short)

    CenterFace(net).find(black(*size))

    looks = [asked.shape[:2] for asked in net.asked[:: len(LEAST)]]
    assert len(looks) >= math.ceil((long - short) / (4 * short))
    assert all(max(look) <= LONGEST_PX and min(look) >= LONGEST_PX * 0.35 for look in looks)


def test_a_face_in_a_later_part_of_a_panorama_is_found_where_it_is() -> None:
    faces = CenterFace(Net((20, 10, 40, 0.9), look=len(LEAST))).find(black(8000, 640))

    (face,) = faces
    second = (8000 - LONGEST_PX) / math.ceil((8000 - 640) / (LONGEST_PX - 640) - 1)
    assert face.box[0] == pytest.approx(second + 22, abs=2)
    assert face.box[1] == 62


def test_the_picture_is_filled_up_to_whole_multiples_of_32() -> None:
    net = Net()

    assert CenterFace(net).find(black(33, 1)) == []

    assert net.asked[0].shape == (32, 64, 3)


def test_the_network_sees_the_picture_as_it_is() -> None:
    net = Net()
    picture = np.random.default_rng(1).integers(0, 256, (40, 33, 3), np.uint8)

    CenterFace(net).find(picture)

    assert (net.asked[0][:40, :33] == picture).all()
    assert not net.asked[0][40:].any()
    assert not net.asked[0][:, 33:].any()


def test_of_two_boxes_of_one_face_the_likelier_stays() -> None:
    finder = CenterFace(Net((20, 10, 40, 0.6), (20, 11, 40, 0.9), (20, 25, 40, 0.5)))

    faces = finder.find(black(160, 160))

    assert [round(face.confidence, 1) for face in faces] == [0.9, 0.5]


def test_what_is_unlikely_is_no_face() -> None:
    for look, least in enumerate(LEAST):
        assert len(CenterFace(Net((2, 2, 20, least + 0.01), look=look)).find(black(64, 64))) == 1
        assert CenterFace(Net((2, 2, 20, least - 0.01), look=look)).find(black(64, 64)) == []


def test_a_face_at_the_edge_ends_there() -> None:
    (face,) = CenterFace(Net((0, 0, 40, 0.9))).find(black(64, 64))

    assert face.box == (0, 0, 22, 22)


def test_where_a_picture_is_dark_the_network_sees_it_lighter() -> None:
    net = Net()
    picture = np.full((640, 640, 3), 20, np.uint8)
    picture[:, :64] = 200

    CenterFace(net).find(picture)

    large, small = (asked[100, :, 0] if asked.shape[0] == 640 else asked[25, :, 0] for asked in net.asked)
    for seen in (large, small):
        assert seen[len(seen) // 20] == 200
        assert seen[-1] == 6 * 20
        assert (np.diff(seen[len(seen) // 8 :].astype(int)) >= 0).all()  # without an edge in between


def test_what_is_dark_is_never_more_than_white() -> None:
    net = Net()
    picture = np.full((320, 320, 3), 10, np.uint8)
    picture[100, 100] = 90  # one bright point among 16 that are one in the smaller picture

    CenterFace(net).find(picture)

    assert net.asked[0][100, 100, 0] == 255
