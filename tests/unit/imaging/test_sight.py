"""How far a face is turned, from its five points."""

import math

import numpy as np
import pytest

from smadmin.imaging.sight import Seen

UPRIGHT = np.array([(46.9, 46.3), (104.2, 45.4), (75.6, 76.5), (51.0, 101.6), (99.6, 101.5)], np.float32)
IN_PROFILE = np.array([(60, 46), (64, 46), (50, 76), (58, 101), (63, 101)], np.float32)
BOX = (0, 0, 150, 150)


def turned(points: np.ndarray[tuple[int, ...], np.dtype[np.float32]], degrees: int) -> Seen:
    """Turn points clockwise as people see them; the picture's rows go down."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    turn = np.array([(cosine, sine), (-sine, cosine)])
    return Seen(BOX, 0.9, ((points - 75) @ turn + 75).astype(np.float32))


@pytest.mark.parametrize("degrees", [-170, -90, -30, 20, 45, 90, 135, 180])
@pytest.mark.parametrize("points", [UPRIGHT, IN_PROFILE])
def test_a_face_is_turned_as_its_points_are(
    points: np.ndarray[tuple[int, ...], np.dtype[np.float32]], degrees: int
) -> None:
    assert abs((turned(points, degrees).turn - degrees + 180) % 360 - 180) <= 4


@pytest.mark.parametrize("degrees", [-6, 0, 5])
def test_nearly_upright_is_upright(degrees: int) -> None:
    assert turned(UPRIGHT, degrees).turn == 0


@pytest.mark.parametrize(("quarters", "turn"), [(0, 0), (1, 90), (2, 180), (3, -90)])
def test_without_points_the_picture_tells(quarters: int, turn: int) -> None:
    # turned counterclockwise by so many quarters it stands upright, so it lies clockwise by as many
    assert Seen(BOX, 0.9, None, quarters).turn == turn
