"""Who has a store open is known, and nobody who holds the lock keeps the others waiting for ever."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

from smadmin.domain.errors import OutsideFailed
from smadmin.storage.presence import NAME, Presence


@contextmanager
def held(folder: Path) -> Iterator[int]:
    """Hold the lock as another login's program can."""
    end = os.open(folder / NAME, os.O_RDWR | os.O_CREAT)
    fcntl.flock(end, fcntl.LOCK_EX)
    try:
        yield end
    finally:
        os.close(end)


def test_a_lock_that_is_never_let_go_is_said(tmp_path: Path) -> None:
    with held(tmp_path), pytest.raises(OutsideFailed) as refused:
        Presence(tmp_path, patience_s=0.2).come()

    assert refused.value.happened.id == "store.busy"


def test_a_store_that_is_put_in_its_place_is_waited_for(tmp_path: Path) -> None:
    presence, there = Presence(tmp_path), Presence(tmp_path)
    with held(tmp_path) as end:
        timer = Timer(0.2, fcntl.flock, (end, fcntl.LOCK_UN))
        timer.start()
        presence.come()
        timer.join()

    with pytest.raises(OutsideFailed):
        there.come_alone()
    presence.go()
    there.come_alone()
    there.go()
