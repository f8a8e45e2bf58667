"""Parts of pictures."""

import numpy as np

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.pictures import Picture
from smadmin.imaging.cutting import cut_out, doubled
from tests.pictures import as_picture, drawn


def rows(picture: Picture) -> np.ndarray:
    return np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.width, 3)


def test_a_part_holds_the_pixels_of_its_place() -> None:
    whole = as_picture(drawn(96, 64))

    part = cut_out(whole, Box(10, 20, 50, 30))

    assert (part.width, part.height) == (40, 10)
    assert (rows(part) == rows(whole)[20:30, 10:50]).all()


def test_doubling_keeps_what_is_of_one_colour_and_is_smooth_between_colours() -> None:
    halves = Picture(4, 1, bytes((0, 0, 0)) * 2 + bytes((100, 100, 100)) * 2)

    large = doubled(halves)

    assert (large.width, large.height) == (8, 2)
    assert rows(large)[0, :, 0].tolist() == [0, 0, 0, 25, 75, 100, 100, 100]
    assert (rows(large)[0] == rows(large)[1]).all()
