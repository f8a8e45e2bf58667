"""While the window is open, what is queued goes out: with nobody signed in, never on the window's thread."""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.app.queue_watch import QueueWatch
from smadmin.domain.changes import Changes
from smadmin.domain.publishers import Access, Who
from smadmin.services.seat_room import SeatRoom
from smadmin.storage.clock import SystemClock
from smadmin.ui.shell.seating import GATE
from tests.fake_platform import FakePlatform
from tests.gui.shell.conftest import LONG_MS, Opened
from tests.queued import Queued, make_queued
from tests.rings import Ring


@pytest.fixture
def queued(tmp_path: Path, ring: Ring, monkeypatch: pytest.MonkeyPatch) -> Queued:
    """A school with a post whose time came half a minute ago, and whose store is closed."""
    made = make_queued(tmp_path / "own")
    direct, school = made.direct, made.direct.road.school
    school.clock.at = SystemClock().now() - timedelta(minutes=30)
    post = direct.released()
    made.queue(post, at=SystemClock().now() - timedelta(seconds=30))
    school.note()
    ring.keep(school.store.id, school.secrets._items)
    school.rest()
    monkeypatch.setattr(SeatRoom, "publishers", {direct.platform.platform: direct.platform})
    return made


def test_what_is_due_goes_out_with_nobody_signed_in(
    open_on: Callable[[Path | None], Opened], queued: Queued, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform, threads = queued.direct.platform, list[threading.Thread]()
    plain = FakePlatform.who_am_i

    def noted(self: FakePlatform, access: Access) -> Who:
        threads.append(threading.current_thread())
        return plain(self, access)

    monkeypatch.setattr(FakePlatform, "who_am_i", noted)
    opened = open_on(queued.direct.road.school.folder)
    watch = QueueWatch(opened.window)

    opened.arrive(GATE)
    opened.qtbot.waitUntil(lambda: len(platform.kept) == 1, timeout=LONG_MS)

    assert threading.main_thread() not in threads
    opened.qtbot.waitUntil(lambda: not watch._busy, timeout=LONG_MS)
    watch.end()


def test_a_crisis_hold_ends_what_is_on_its_way(
    open_on: Callable[[Path | None], Opened], queued: Queued, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[SeatRoom] = []

    def noted(room: SeatRoom) -> None:
        stopped.append(room)

    monkeypatch.setattr(SeatRoom, "stop_all_but_notices", noted)
    opened = open_on(queued.direct.road.school.folder)
    watch = QueueWatch(opened.window)
    opened.arrive(GATE)
    opened.qtbot.waitUntil(lambda: watch._room is not None and not watch._busy, timeout=LONG_MS)

    opened.window.performer.changed.emit(Changes.of("posts", ["a"]), None)
    assert stopped == []
    opened.window.performer.changed.emit(Changes.of("crises", ["a"]), None)

    assert stopped == [watch._room]
    watch.end()
