"""Photo workers for unit tests: real processes, started once, because the models take a second to load."""

from collections.abc import Iterator

import pytest

from smadmin.domain.photos.pictures import ImageFormat, Picture
from smadmin.imaging.workers import PhotoWorkers


@pytest.fixture(scope="session")
def photo_workers() -> Iterator[PhotoWorkers]:
    """Give workers of all three kinds, already running."""
    with PhotoWorkers.open() as workers:
        workers.fences()
        workers.encode(Picture(1, 1, bytes(3)), ImageFormat.PNG)
        workers.name()
        yield workers
