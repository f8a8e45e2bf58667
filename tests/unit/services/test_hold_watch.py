"""The watch while bytes leave: what a look costs, whom it stops, and that it ends with what it watches."""

import threading
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.services.hold_watch import HoldWatch
from smadmin.services.proven import Proven
from smadmin.storage.unit import Unit
from tests.queued import make_queued
from tests.unit.services.test_crises import crises_of

_PATIENCE_S = 60


def test_a_look_that_finds_no_new_row_proves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    queued = make_queued(tmp_path)
    road = queued.direct.road
    watch, asked = HoldWatch(road.school.desk, road.proof), list[None]()
    now = road.proof.now

    def counted(unit: Unit) -> Proven:
        asked.append(None)
        return now(unit)

    monkeypatch.setattr(road.proof, "now", counted)

    assert not watch.all_stopped()
    assert not watch.all_stopped()
    assert len(asked) == 1
    crises_of(road).hold(road.by("pat"))

    assert watch.all_stopped()


def test_what_begins_after_the_first_stop_is_stopped_too(tmp_path: Path) -> None:
    queued = make_queued(tmp_path)
    road = queued.direct.road
    watch, stops = HoldWatch(road.school.desk, road.proof), threading.Semaphore(0)
    watch.stop = stops.release

    with watch.watched():
        crises_of(road).hold(road.by("pat"))
        assert stops.acquire(timeout=_PATIENCE_S)
        assert stops.acquire(timeout=_PATIENCE_S)
    assert not [one for one in threading.enumerate() if one.name == "hold-watch"]
    with watch.watched(goes_on=True):
        assert not [one for one in threading.enumerate() if one.name == "hold-watch"]


def test_no_failed_look_ends_the_watch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    road = make_queued(tmp_path).direct.road
    watch, stops = HoldWatch(road.school.desk, road.proof), threading.Semaphore(0)
    watch.stop = stops.release
    troubles = [RuntimeError("a name"), KnownError(say("keptpage.none")), ValueError("another")]

    def stopped() -> bool:
        if troubles:
            raise troubles.pop()
        return True

    monkeypatch.setattr(watch, "all_stopped", stopped)
    with watch.watched():
        assert stops.acquire(timeout=_PATIENCE_S)

    assert [one.message for one in caplog.records] == ["the watch over a hold: ValueError"]
