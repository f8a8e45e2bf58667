"""Where an outline lies, to the pixel; rows, columns."""

import numpy as np
import pytest

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.covers import Cover, cover_as_drawn
from smadmin.imaging.outlines import from_middle, star_distance, to_outline


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90])
def test_a_quarter_turn_leaves_a_square_where_it_is(turn: int) -> None:
    window = Box(0, 0, 30, 30)
    upright = cover_as_drawn(Box(5, 5, 25, 25))

    distance = to_outline(Cover(upright.middle, upright.half, turn), window)

    assert np.allclose(distance, to_outline(upright, window), atol=1e-4)
    assert (distance < 0.499).sum() == 400
    assert (distance[5:25, 5:25] < 0).all()


def test_a_turned_bar_stands_as_people_see_it() -> None:
    bar = Cover((50, 50), (40, 4), turn=45)

    inside = to_outline(bar, Box(0, 0, 100, 100)) < 0

    assert inside[70, 70]  # clockwise: from the upper left to the lower right
    assert inside[30, 30]
    assert not inside[30, 70]


def test_rounded_corners_are_outside() -> None:
    distance = to_outline(Cover((10, 10), (10, 10), corner=8), Box(0, 0, 20, 20))

    assert distance[0, 0] > 2
    assert distance[0, 10] < 0


def test_up_is_where_the_hair_is() -> None:
    across, down = from_middle(Cover((10, 10), (5, 5), turn=90), Box(0, 0, 20, 20))

    assert down[10, 15] < 0 < down[10, 5]  # lying clockwise, the hair is on the right
    assert across[15, 10] > 0


def test_a_star_has_five_points_one_of_them_up() -> None:
    across, down = from_middle(cover_as_drawn(Box(0, 0, 200, 200)), Box(0, 0, 200, 200))

    inside = star_distance(across, -down, 90) < 0

    assert inside[15, 100]
    assert not inside[185, 100]
    angles = np.arange(0, 360, 2)
    ring = [inside[round(100 - 60 * np.cos(a)), round(100 + 60 * np.sin(a))] for a in np.radians(angles)]
    edges = sum(ring[at] and not ring[at - 1] for at in range(len(ring)))
    assert edges == 5
