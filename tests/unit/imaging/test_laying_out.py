"""A photo is made small and laid out for CenterFace, whatever its size."""

import numpy as np
import pytest

from smadmin.imaging.laying_out import SMALLER, laid_out
from smadmin.imaging.sight import Pixels

SIDES = (1, 2, 3, 31, 32, 33, 70)


def noise(width: int, height: int) -> Pixels:
    return np.random.default_rng(width * 100 + height).integers(60, 256, (height, width, 3), np.uint8)


def unfolded(blocks: Pixels) -> Pixels:
    """Give the picture that lies in blocks of 2 x 2 pixels."""
    _, high, wide, _ = blocks.shape
    return blocks.reshape(high, wide, 2, 2, 3).transpose(0, 2, 1, 3, 4).reshape(2 * high, 2 * wide, 3)


@pytest.mark.parametrize("width", SIDES)
@pytest.mark.parametrize("height", SIDES)
def test_every_pixel_lies_in_its_block_and_nothing_around_them(width: int, height: int) -> None:
    picture = noise(width, height)

    large, small = (unfolded(blocks) for blocks in laid_out(picture, 1))

    assert {side % 32 for side in (*large.shape[:2], *small.shape[:2])} == {0}
    assert (large[:height, :width] == picture).all()
    assert not large[height:].any()
    assert not large[:, width:].any()
    assert small[: max(1, height // SMALLER), : max(1, width // SMALLER)].all()
    assert not small[max(1, height // SMALLER) :].any()
    assert not small[:, max(1, width // SMALLER) :].any()


def test_the_smaller_one_is_the_mean_of_its_pixels() -> None:
    picture = noise(64, 48)

    _, small = laid_out(picture, 1)

    means = picture.reshape(12, 4, 16, 4, 3).mean((1, 3))
    assert np.abs(unfolded(small)[:12, :16] - means).max() <= 1


@pytest.mark.parametrize("scale", [0.5, 0.34, 0.2])
def test_what_is_finer_than_the_small_picture_becomes_its_mean(scale: float) -> None:
    stripes = np.full((400, 600, 3), 100, np.uint8)
    stripes[:, 1::2] = 200

    large, _ = laid_out(stripes, scale)

    high, wide = round(400 * scale), round(600 * scale)
    picture = unfolded(large).astype(int)
    assert np.abs(picture[5 : high - 5, 5 : wide - 5] - 150).max() <= 2
    assert picture[high - 1, wide - 1].all()
    assert not picture[high:].any()
    assert not picture[:, wide:].any()


def test_the_photo_itself_stays_dark() -> None:
    picture = np.full((128, 128, 3), 20, np.uint8)

    large, small = laid_out(picture, 1)

    assert (unfolded(large) == 6 * 20).all()
    assert (unfolded(small) == 6 * 20).all()
    assert (picture == 20).all()
