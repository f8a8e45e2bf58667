"""A photo is made small and laid out for CenterFace, whatever its size."""

import numpy as np
import pytest

from smadmin.imaging.laying_out import SMALLER, blocks, looked_at
from smadmin.imaging.sight import Pixels

SIDES = (1, 2, 3, 31, 32, 33, 70)


def noise(width: int, height: int) -> Pixels:
    return np.random.default_rng(width * 100 + height).integers(60, 256, (height, width, 3), np.uint8)


@pytest.mark.parametrize("width", SIDES)
@pytest.mark.parametrize("height", SIDES)
def test_every_pixel_lies_in_its_block_and_nothing_around_them(width: int, height: int) -> None:
    picture = noise(width, height)

    laid_out = blocks(picture)

    _, high, wide, _ = laid_out.shape
    assert high % 16 == wide % 16 == 0
    whole = laid_out.reshape(high, wide, 2, 2, 3).transpose(0, 2, 1, 3, 4).reshape(2 * high, 2 * wide, 3)
    assert (whole[:height, :width] == picture).all()
    assert not whole[height:].any()
    assert not whole[:, width:].any()


@pytest.mark.parametrize("width", SIDES)
@pytest.mark.parametrize("height", SIDES)
def test_pictures_of_any_size_are_looked_at_twice(width: int, height: int) -> None:
    large, small = looked_at(noise(width, height), 1)

    assert large.shape == (height, width, 3)
    assert small.shape == (max(1, height // SMALLER), max(1, width // SMALLER), 3)


def test_the_smaller_one_is_the_mean_of_its_pixels() -> None:
    picture = noise(64, 48)

    _, small = looked_at(picture, 1)

    means = picture.reshape(12, 4, 16, 4, 3).mean((1, 3))
    assert np.abs(small - means).max() <= 1


@pytest.mark.parametrize("scale", [0.5, 0.34, 0.2])
def test_what_is_finer_than_the_small_picture_becomes_its_mean(scale: float) -> None:
    stripes = np.full((400, 600, 3), 100, np.uint8)
    stripes[:, 1::2] = 200

    large, _ = looked_at(stripes, scale)

    assert large.shape == (round(400 * scale), round(600 * scale), 3)
    assert np.abs(large[5:-5, 5:-5].astype(int) - 150).max() <= 2


def test_the_photo_itself_stays_dark() -> None:
    picture = np.full((128, 128, 3), 20, np.uint8)

    large, small = looked_at(picture, 1)

    assert (large == 6 * 20).all()
    assert (small == 6 * 20).all()
    assert (picture == 20).all()
