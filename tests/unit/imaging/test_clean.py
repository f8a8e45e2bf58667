"""Exports hold pixels and nothing else (R2), whatever the file held that they come from."""

import pytest

from smadmin.domain.photos.pictures import ImageFormat
from smadmin.imaging.clean import is_clean
from smadmin.imaging.workers import PhotoWorkers
from tests.pictures import CANARY, as_picture, drawn, stored, with_canaries

EXPORTS = (ImageFormat.JPEG, ImageFormat.PNG)
ENDS = {ImageFormat.JPEG: b"\xff\xd9", ImageFormat.PNG: b"IEND\xaeB`\x82"}


@pytest.mark.demand("WIC-G4")
@pytest.mark.parametrize("exported", EXPORTS)
@pytest.mark.parametrize("source", ImageFormat)
def test_nothing_hidden_survives_an_export(
    photo_workers: PhotoWorkers, source: ImageFormat, exported: ImageFormat
) -> None:
    untrusted = with_canaries(source)
    assert CANARY in untrusted

    file = photo_workers.encode(photo_workers.decode(untrusted), exported)

    assert CANARY not in file
    assert b"Exif" not in file
    assert file.endswith(ENDS[exported])


@pytest.mark.parametrize("exported", EXPORTS)
def test_hidden_data_in_a_file_is_seen(exported: ImageFormat) -> None:
    assert not is_clean(with_canaries(exported), exported)
    assert not is_clean(stored(drawn(), exported, orientation=6), exported)


@pytest.mark.parametrize("exported", EXPORTS)
def test_a_byte_behind_the_end_is_seen(photo_workers: PhotoWorkers, exported: ImageFormat) -> None:
    file = photo_workers.encode(as_picture(drawn()), exported)

    assert is_clean(file, exported)
    assert not is_clean(file + b"\0", exported)
    assert not is_clean(file + ENDS[exported], exported)
    assert not is_clean(file[:-1], exported)
    assert not is_clean(b"", exported)


def test_a_png_export_keeps_every_pixel(photo_workers: PhotoWorkers) -> None:
    picture = as_picture(drawn())

    assert photo_workers.decode(photo_workers.encode(picture, ImageFormat.PNG)).pixels == picture.pixels


def test_a_smaller_picture_keeps_its_shape(photo_workers: PhotoWorkers) -> None:
    picture = as_picture(drawn(300, 200))

    smaller = photo_workers.shrink(picture, longest_px=30)

    assert (smaller.width, smaller.height) == (30, 20)
    assert photo_workers.shrink(smaller, longest_px=30) is smaller
