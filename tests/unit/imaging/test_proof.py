"""A new file is believed only when what it shows was meant, and it shows nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from smadmin.domain.photos.pictures import ImageFormat, Picture, PictureFacts
from smadmin.imaging.proof import shows
from smadmin.imaging.workers import PhotoWorkers
from tests.pictures import as_picture, drawn

PLAIN = PictureFacts(ImageFormat.PNG)
WANTED = as_picture(drawn(70, 50))


def test_the_same_pixels_are_shown() -> None:
    assert shows(replace(WANTED, facts=PLAIN), WANTED, ImageFormat.PNG)


@pytest.mark.parametrize(
    "facts",
    [
        None,
        PictureFacts(ImageFormat.GIF),
        replace(PLAIN, had_place=True),
        replace(PLAIN, animated=True),
        replace(PLAIN, had_more=True),
    ],
)
def test_a_file_that_brings_something_along_is_refused(facts: PictureFacts | None) -> None:
    assert not shows(replace(WANTED, facts=facts), WANTED, ImageFormat.PNG)


def test_another_size_or_one_other_pixel_of_a_png_is_refused() -> None:
    changed = bytearray(WANTED.pixels)
    changed[100] ^= 1

    assert not shows(Picture(50, 70, WANTED.pixels, PLAIN), WANTED, ImageFormat.PNG)
    assert not shows(Picture(70, 50, bytes(changed), PLAIN), WANTED, ImageFormat.PNG)


@pytest.mark.parametrize("quality", [90, 66])
def test_a_jpeg_of_the_worst_picture_is_still_that_picture(photo_workers: PhotoWorkers, quality: int) -> None:
    noise = np.random.default_rng(2).integers(0, 256, (90, 130, 3), dtype=np.uint8)

    file = photo_workers.encode(Picture(130, 90, noise.tobytes()), ImageFormat.JPEG, quality=quality)

    assert photo_workers.decode(file).width == 130


def test_a_face_put_back_into_a_jpeg_is_noticed(photo_workers: PhotoWorkers) -> None:
    wanted = as_picture(drawn(300, 200))
    pixels = np.frombuffer(wanted.pixels, dtype=np.uint8).reshape(200, 300, 3).copy()
    pixels[80:112, 90:118] = 255 - pixels[80:112, 90:118]
    other = photo_workers.decode(photo_workers.encode(Picture(300, 200, pixels.tobytes()), ImageFormat.JPEG))

    assert not shows(other, wanted, ImageFormat.JPEG)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (17, 33), (81, 66)])
def test_no_picture_is_too_loud_for_a_jpeg(photo_workers: PhotoWorkers, width: int, height: int) -> None:
    dots = np.random.default_rng(4).integers(0, 2, (height, width, 1), dtype=np.uint8) * np.uint8(255)
    loud = np.concatenate([dots, np.zeros((height, width, 2), dtype=np.uint8)], axis=2)

    file = photo_workers.encode(Picture(width, height, loud.tobytes()), ImageFormat.JPEG, quality=66)

    assert photo_workers.decode(file).height == height
