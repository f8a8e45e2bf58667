"""Killed in the midst of a piece of a search: no picture is lost or counted twice, and it goes on.

The killed process is a fork that ends itself at one place, as `test_killed_rotation.py` has it.
"""

import os
import signal
from pathlib import Path

import pytest

from smadmin.domain import sweep_tasks as pieces
from smadmin.services.desk import Deed
from smadmin.services.sweep_seat import SweepSeat
from smadmin.storage.record import RecordShelf
from smadmin.storage.sweep_tasks import SweepTaskShelf
from tests.faults.test_killed_rotation import die
from tests.sweeping import Sweeping, make_sweeping

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

PLACES = {
    "once the piece is taken": (SweepSeat, "_search"),
    "before it is sealed": (SweepSeat, "_finish"),
    "before it is laid there": (SweepTaskShelf, "keep"),
    "before it is signed": (Deed, "record"),
    "behind the row": (RecordShelf, "keep_part"),
}


@pytest.fixture
def sweeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sweeping:
    monkeypatch.setattr(pieces, "CHUNK", 2)
    made = make_sweeping(tmp_path)
    made.tasks.seal(made.ana, made.sweep)
    return made


def dies_at_it(sweeping: Sweeping) -> None:
    """Search in a fork that has to die of it."""
    sweeping.room.school.note()
    sweeping.room.school.rest()
    child = os.fork()
    if child == 0:
        try:
            list(sweeping.login().turns())
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    assert os.WTERMSIG(status) == signal.SIGKILL


@pytest.mark.parametrize("place", PLACES)
def test_a_kill_costs_one_pieces_time_and_nothing_else(
    sweeping: Sweeping, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(*PLACES[place], die)
        dies_at_it(sweeping)

    at_once = list(sweeping.login().turns())
    sweeping.room.school.clock.forward(minutes=10)
    later = list(sweeping.login().turns())
    took = sweeping.tasks.take_in(sweeping.ana, sweeping.sweep).value

    assert (len(at_once), len(later)) == (2, 1)  # the piece that was taken waits for its lease to end
    assert (took.pictures, took.refused) == (5, ())
    assert {photo: len(found) for photo, found in sweeping.taken().items()} == dict.fromkeys(
        sweeping.photos, 1
    )


def test_killed_while_it_is_taken_in_nothing_is_counted_twice(
    sweeping: Sweeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(sweeping.login().turns())
    sweeping.room.school.rest()
    with monkeypatch.context() as patched:
        patched.setattr(RecordShelf, "keep_part", die)
        child = os.fork()
        if child == 0:
            try:
                sweeping.tasks.take_in(sweeping.ana, sweeping.sweep)
            finally:
                os._exit(0)
        _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)

    assert sweeping.tasks.take_in(sweeping.ana, sweeping.sweep).value.pictures == 5
    assert {len(found) for found in sweeping.taken().values()} == {1}
