"""Killed at any moment while photos are taken in and searched: nothing half, and the next start goes on.

The killed process is a fork, so that it holds the same open keys as the test.
"""

import os
import signal
import time
from pathlib import Path

import pytest

from smadmin.storage.clock import SystemIds
from tests.darkroom import FACTS, Darkroom, make_darkroom
from tests.seeing import ANN, BEN, picture

KILLS = 12
ENOUGH = 3
"""So many kills must have hit; a busy machine can make one run slower or faster than the one timed."""
PHOTOS = 4


def work(room: Darkroom, files: list[Path]) -> None:
    """Take photos in, look for faces, and cover everybody."""
    ana = room.by("ana")
    set_id = room.intake.take_in(ana, FACTS, files).value.set
    for _ in room.finder.run(ana, set_id):
        pass
    room.review.cover_everybody(ana, [photo.id for photo in room.review.set(ana, set_id).photos])


def start(room: Darkroom, files: list[Path]) -> int:
    """Begin to work in a fork; gives its process id."""
    room.school.rest()
    child = os.fork()
    if child == 0:
        try:
            work(room, files)
        finally:
            os._exit(0)
    return child


def timed(room: Darkroom, files: list[Path]) -> float:
    """Work to the end, and tell how many seconds that took."""
    begun = time.monotonic()
    os.waitpid(start(room, files), 0)
    return time.monotonic() - begun


def killed_after(seconds: float, room: Darkroom, files: list[Path]) -> bool:
    """Work in a fork, kill it, and tell whether it was still working."""
    child = start(room, files)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_photos_killed_at_any_moment_are_whole_and_go_on(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    room.school.desk.ids = SystemIds()
    files = [room.file(f"{n}.pic", picture((ANN, 20 + n), (BEN, 150 + n))) for n in range(PHOTOS)]

    whole = timed(room, files)
    killed = [killed_after(whole * kill / KILLS, room, files) for kill in range(KILLS)]

    ana = room.by("ana")
    assert room.review.sets(ana), "the one that was let finish at least"
    for photo_set in room.review.sets(ana):
        for _ in room.finder.run(ana, photo_set.id):
            pass
        photos = room.review.set(ana, photo_set.id).photos
        assert len(photos) == PHOTOS
        assert all(photo.looked_for and len(photo.faces) == 2 for photo in photos)
        assert len({face.covered for photo in photos for face in photo.faces}) == 1
        assert all(room.media.open(ana, photo.original) for photo in photos)
    assert room.school.records.verify(by=ana).whole
    assert sum(killed) >= ENOUGH
    room.school.clock.forward(days=10_000)
    room.media.sweep()
    assert len(list((room.folder / "media").iterdir())) == PHOTOS * len(room.review.sets(ana))
