"""The blur look's colours come from around a cover, and from nowhere else."""

import numpy as np

from smadmin.imaging.filling import filled

BLACK = (0, 0, 0)


def test_what_is_not_known_is_never_read() -> None:
    rng = np.random.default_rng(3)
    one = rng.integers(0, 255, (90, 70, 3), dtype=np.uint8)
    known = np.ones((90, 70), dtype=np.bool_)
    known[20:60, 15:50] = False
    other = one.copy()
    other[~known] = 255 - other[~known]

    assert (filled(one, known, otherwise=BLACK) == filled(other, known, otherwise=BLACK)).all()


def test_a_place_takes_the_light_of_what_surrounds_it_but_not_its_colour() -> None:
    area = np.zeros((60, 60, 3), dtype=np.uint8)
    known = np.zeros((60, 60), dtype=np.bool_)
    known[:, :10] = known[:, -10:] = True
    area[:, :10], area[:, -10:] = (210, 120, 90), (0, 0, 30)

    colours = filled(area, known, otherwise=BLACK)

    assert colours[30, 5, 0] > colours[30, 30, 0] > colours[30, 54, 0]
    assert (colours == colours[:, :, :1]).all()


def test_where_nothing_is_known_it_is_the_colour_of_a_solid_cover() -> None:
    nothing = np.zeros((9, 7), dtype=np.bool_)

    colours = filled(np.full((9, 7, 3), 99, dtype=np.uint8), nothing, otherwise=(1, 2, 3))

    assert colours.shape == (9, 7, 3)
    assert (colours == (1, 2, 3)).all()


def test_one_known_pixel_is_enough() -> None:
    area, known = np.zeros((100, 3, 3), dtype=np.uint8), np.zeros((100, 3), dtype=np.bool_)
    area[99, 2], known[99, 2] = 80, True

    assert np.allclose(filled(area, known, otherwise=BLACK), 80)
