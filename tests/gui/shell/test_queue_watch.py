"""While the window is open, what is queued goes out: with nobody signed in, never on the window's thread."""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.app import queue_watch
from smadmin.app.queue_watch import QueueWatch
from smadmin.domain import sweep_tasks as pieces
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Tampered
from smadmin.domain.publishers import Access, Who
from smadmin.domain.vocabulary import Act
from smadmin.imaging.workers import PhotoWorkers
from smadmin.publishing.web import Web
from smadmin.services import seat_room
from smadmin.services.seat_room import SeatRoom
from smadmin.storage.clock import SystemClock
from smadmin.ui.shell.seating import GATE
from tests.fake_platform import FakePlatform
from tests.gui.shell.conftest import LONG_MS, Opened
from tests.queued import Queued, make_queued
from tests.rings import Ring
from tests.seeing import Eyes
from tests.sweeping import make_sweeping


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
    direct.platform.now = SystemClock().now  # a server tells the time, and the window has the real one
    publishers = {direct.platform.platform: direct.platform}
    monkeypatch.setattr(seat_room, "platforms_of", lambda *_: publishers)
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
    opened.qtbot.waitUntil(lambda: not watch.busy, timeout=LONG_MS)
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
    opened.qtbot.waitUntil(lambda: watch._room is not None and not watch.busy, timeout=LONG_MS)

    opened.window.performer.changed.emit(Changes.of("posts", ["a"]), None)
    assert stopped == []
    opened.window.performer.changed.emit(Changes.of("crises", ["a"]), None)

    assert stopped == [watch._room]
    watch.end()


def test_a_bug_is_shown_once_and_keeps_nothing_here(
    open_on: Callable[[Path | None], Opened], queued: Queued, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, rounds = list[BaseException](), list[SeatRoom]()
    changes = SeatRoom.changes

    def breaks(room: SeatRoom) -> object:
        rounds.append(room)
        if len(rounds) < 3:
            raise ZeroDivisionError
        return changes(room)

    monkeypatch.setattr(SeatRoom, "changes", breaks)
    opened = open_on(queued.direct.road.school.folder)
    opened.window.performer.crashed.disconnect()
    opened.window.performer.crashed.connect(shown.append)
    watch = QueueWatch(opened.window)
    opened.arrive(GATE)

    def rested(count: int) -> Callable[[], bool]:
        return lambda: len(rounds) >= count and not watch.busy

    for count in (1, 2, 3):
        opened.qtbot.waitUntil(rested(count), timeout=LONG_MS)
        watch.look()
    opened.qtbot.waitUntil(lambda: len(queued.direct.platform.kept) == 1, timeout=LONG_MS)
    opened.qtbot.waitUntil(lambda: not watch.busy, timeout=LONG_MS)

    assert [type(one) for one in shown] == [ZeroDivisionError]
    watch.end()


def test_a_row_that_nobody_can_read_is_said_once(
    open_on: Callable[[Path | None], Opened], queued: Queued
) -> None:
    school, publication = queued.direct.road.school, queued.queue(queued.direct.released())
    with school.desk.store.deed(school.id, None) as unit:
        unit._connection.exec_driver_sql("UPDATE publication SET body=x'00' WHERE id = ?", (publication.id,))
    shown = list[Exception]()
    opened = open_on(school.folder)
    opened.window.performer.failedUnheard.disconnect()
    opened.window.performer.failedUnheard.connect(shown.append)
    watch = QueueWatch(opened.window)

    opened.arrive(GATE)

    opened.qtbot.waitUntil(lambda: bool(shown) and not watch.busy, timeout=LONG_MS)
    watch.look()
    opened.qtbot.waitUntil(lambda: not watch.busy, timeout=LONG_MS)
    assert [type(one) for one in shown] == [Tampered]
    watch.end()


def test_when_the_window_leaves_its_school_nothing_is_sent_for_it_any_more(
    open_on: Callable[[Path | None], Opened], queued: Queued, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = list[Web]()

    def noted(web: Web) -> None:
        ended.append(web)

    monkeypatch.setattr(Web, "end", noted)
    opened = open_on(queued.direct.road.school.folder)
    watch = QueueWatch(opened.window)
    opened.arrive(GATE)
    opened.qtbot.waitUntil(lambda: watch._room is not None and not watch.busy, timeout=LONG_MS)
    room, store = watch._room, opened.window.opened
    assert room is not None
    assert store is not None

    watch._at_it = store  # a round is under way
    opened.window.left.emit()

    assert room.web in ended
    assert watch._room is None
    assert not watch.busy
    watch.end()


def test_a_search_goes_on_with_nobody_signed_in_and_a_turn_soon_follows_the_last(
    open_on: Callable[[Path | None], Opened], tmp_path: Path, ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_watch, "LOOKS_EVERY_MS", 3_600_000)  # no look but those that follow a turn
    monkeypatch.setattr(pieces, "CHUNK", 1)
    monkeypatch.setattr(PhotoWorkers, "open", lambda **_: Closing())
    sweeping = make_sweeping(tmp_path / "own")
    school = sweeping.room.school
    school.clock.at = SystemClock().now() - timedelta(minutes=30)
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    school.note()
    ring.keep(school.store.id, school.secrets._items)
    school.rest()
    opened = open_on(school.folder)
    watch = QueueWatch(opened.window)

    opened.arrive(GATE)

    def searched() -> bool:
        with school.desk.look() as unit:
            return sum(1 for _ in unit.record.rows(acts=(Act.SWEEP_PART,))) == 5

    opened.qtbot.waitUntil(searched, timeout=LONG_MS)
    opened.qtbot.waitUntil(lambda: not watch.busy, timeout=LONG_MS)
    watch.end()


class Closing(Eyes):
    """Eyes that can be closed, as processes are."""

    def close(self) -> None:
        """Nothing runs."""

    def stop(self) -> None:
        """Nothing runs."""
