"""What a worker says is believed only as far as it can be checked."""

from collections.abc import Iterator

import pytest

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.pictures import ImageFormat, Picture
from smadmin.domain.photos.ports import PhotoUnreadable, WorkersEnded
from smadmin.imaging.workers import DECODER_LIMITS, PhotoWorkers
from smadmin.jail.workshop import Workshop
from tests.unit.imaging.liars import FILES, PICTURES, ROWS

NONSENSE = "imaging.worker-nonsense"


def four_by_four(first: int) -> Picture:
    return Picture(4, 4, bytes([first]) + bytes(47))


@pytest.fixture(scope="module")
def liars() -> Iterator[PhotoWorkers]:
    workshop = Workshop("tests.unit.imaging.liars", DECODER_LIMITS)
    workshop.warm_up()
    with PhotoWorkers(workshop, workshop, workshop) as workers:
        yield workers


@pytest.mark.parametrize("lie", PICTURES)
def test_pixels_that_do_not_fit_are_thrown_away(liars: PhotoWorkers, lie: bytes) -> None:
    with pytest.raises(PhotoUnreadable) as caught:
        liars.decode(lie)

    assert caught.value.happened.id == NONSENSE


@pytest.mark.parametrize("lie", range(len(ROWS)))
def test_faces_that_can_not_be_are_thrown_away(liars: PhotoWorkers, lie: int) -> None:
    with pytest.raises(PhotoUnreadable) as caught:
        liars.find(four_by_four(lie))

    assert caught.value.happened.id == NONSENSE


@pytest.mark.parametrize("lie", range(len(FILES)))
@pytest.mark.parametrize("exported", [ImageFormat.JPEG, ImageFormat.PNG])
def test_a_file_that_is_not_clean_is_thrown_away(
    liars: PhotoWorkers, lie: int, exported: ImageFormat
) -> None:
    with pytest.raises(PhotoUnreadable) as caught:
        liars.encode(four_by_four(lie), exported)

    assert caught.value.happened.id == "imaging.not-proved"


def test_patterns_of_the_wrong_length_are_thrown_away(liars: PhotoWorkers) -> None:
    with pytest.raises(PhotoUnreadable):
        liars.describe(four_by_four(0), [Box(0, 0, 2, 2)])
    with pytest.raises(PhotoUnreadable):
        liars.find_and_describe(four_by_four(0))


def test_where_no_worker_can_start_it_is_not_the_photos_fault() -> None:
    broken = Workshop("smadmin.imaging.no_such_trade", DECODER_LIMITS)

    with PhotoWorkers(broken, broken, broken) as workers:
        with pytest.raises(OutsideFailed):
            workers.decode(b"any")
        with pytest.raises(OutsideFailed):
            workers.fences()


def test_workers_that_were_ended_blame_no_photo() -> None:
    broken = Workshop("smadmin.imaging.no_such_trade", DECODER_LIMITS)
    workers = PhotoWorkers(broken, broken, broken)
    workers.close()

    with pytest.raises(WorkersEnded):
        workers.decode(b"any")
    with pytest.raises(WorkersEnded):
        workers.find(four_by_four(0))


def test_only_jpeg_and_png_are_written(photo_workers: PhotoWorkers) -> None:
    with pytest.raises(ValueError, match="JPEG or PNG"):
        photo_workers.encode(four_by_four(0), ImageFormat.WEBP)
