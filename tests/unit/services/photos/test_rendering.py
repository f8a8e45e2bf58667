"""The file that is written is the finest that is small enough."""

import pytest

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.photos.pictures import ImageFormat
from smadmin.domain.photos.renditions import Rendition
from smadmin.imaging.workers import PhotoWorkers
from smadmin.services.photos.rendering import rendered
from tests.pictures import as_picture, drawn
from tests.seeing import Eyes


def test_a_small_picture_is_kept_as_it_is(photo_workers: PhotoWorkers) -> None:
    picture = as_picture(drawn())

    file = rendered(photo_workers, picture, Rendition(), ImageFormat.PNG)

    assert photo_workers.decode(file).pixels == picture.pixels


def test_no_side_is_longer_and_no_file_larger_than_it_may_be(photo_workers: PhotoWorkers) -> None:
    picture = as_picture(drawn(900, 600))
    fine = rendered(photo_workers, picture, Rendition(600), ImageFormat.JPEG)

    coarse = rendered(photo_workers, picture, Rendition(600, 90, len(fine) - 1), ImageFormat.JPEG)

    sizes = [(one.width, one.height) for one in map(photo_workers.decode, (fine, coarse))]
    assert sizes == [(600, 400), (600, 400)]
    assert len(coarse) < len(fine)


def test_a_png_that_is_too_large_is_made_smaller(photo_workers: PhotoWorkers) -> None:
    picture = as_picture(drawn(900, 600))

    file = rendered(photo_workers, picture, Rendition(900, 90, 100_000), ImageFormat.PNG)

    assert len(file) <= 100_000
    assert photo_workers.decode(file).width < 900


def test_what_never_fits_is_said() -> None:
    with pytest.raises(OutsideFailed) as failed:
        rendered(Eyes(), as_picture(drawn()), Rendition(100, 90, 10), ImageFormat.JPEG)

    assert failed.value.happened.id == "photos.never-fits"
