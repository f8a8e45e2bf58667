"""Photo workers for unit tests: real processes, started once, because the models take a second to load."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from smadmin.domain.photos.pictures import ImageFormat, Picture
from smadmin.imaging.workers import DECODER_LIMITS, ENCODER_LIMITS, ENGINE_LIMITS, PhotoWorkers
from smadmin.jail.workshop import Workshop

_ALL_JOBS = 1_000_000
"""None is replaced in mid-session: the test under way would seem to have left it behind."""


@pytest.fixture(scope="session")
def photo_workers() -> Iterator[PhotoWorkers]:
    """Give workers of all three kinds, already running."""
    places = [
        Workshop(f"smadmin.imaging.{trade}", replace(limits, jobs=_ALL_JOBS))
        for trade, limits in (
            ("decoder", DECODER_LIMITS),
            ("encoder", ENCODER_LIMITS),
            ("engine", ENGINE_LIMITS),
        )
    ]
    with PhotoWorkers(*places) as workers:
        workers.fences()
        workers.encode(Picture(1, 1, bytes(3)), ImageFormat.PNG)
        workers.name()
        yield workers
