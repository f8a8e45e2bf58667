"""Finding beside the window: steps are told, stopping is heard, and errors end it."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from smadmin.credentials.identity import Identity
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.media import RightOfUse
from smadmin.domain.messages import say
from smadmin.domain.photos.review import Photo
from smadmin.domain.photos.seeking import Search
from smadmin.services.jobs import Progress
from smadmin.services.photos.find import Seen
from smadmin.ui.perform import Performer
from smadmin.ui.photos.facts import Offered
from smadmin.ui.photos.finding import Finding
from tests.gui.photos.conftest import Studio

AT_ONCE_S = 0.1

BY = Actor(
    person=None,
    seat=None,
    signer=Identity.new(),
    cells=None,
    passphrase_at=datetime(2026, 11, 20, tzinfo=UTC),
)


@pytest.fixture
def performer(qtbot: QtBot) -> Iterator[Performer]:
    made = Performer()
    yield made
    made.close()


def waiting_job(go_on: threading.Event, closed: threading.Event) -> Callable[[Actor], Iterator[Progress]]:
    """Give a job that waits after its first photo, and tells when it is closed."""

    def run(_by: Actor) -> Iterator[Progress]:
        try:
            yield Progress(1, 9)
            go_on.wait(5)
            yield Progress(2, 9)
            yield Progress(3, 9)
        finally:
            closed.set()

    return run


def test_each_step_is_told_with_what_it_changed(qtbot: QtBot, performer: Performer) -> None:
    screen = QObject()
    finding = Finding(performer, screen)
    heard: list[tuple[Changes, QObject]] = []
    performer.changed.connect(lambda changes, origin: heard.append((changes, origin)))

    with qtbot.waitSignal(finding.ended):
        finding.start(BY, lambda _by: iter(Progress(n, 2, Changes.of("photos", [str(n)])) for n in (1, 2)))

    assert [changes.ids("photos") for changes, _ in heard] == [{"1"}, {"2"}]
    assert all(origin is screen for _, origin in heard)
    assert finding.last is not None
    assert finding.last.done == 2
    assert not finding.running


def test_stopping_ends_after_the_photo_under_way_and_closes_the_job(
    qtbot: QtBot, performer: Performer
) -> None:
    screen = QObject()
    finding = Finding(performer, screen)
    closed, go_on = threading.Event(), threading.Event()

    with qtbot.waitSignal(finding.progressed):
        finding.start(BY, waiting_job(go_on, closed))
    with qtbot.waitSignal(finding.ended):
        finding.cancel()
        assert finding.stopping
        go_on.set()

    assert closed.is_set()
    assert finding.last is not None
    assert finding.last.done <= 2  # the third, which nobody waits for, never begins


def test_a_job_whose_screen_is_gone_is_closed_and_is_no_bug(qtbot: QtBot, performer: Performer) -> None:
    screen = QObject()
    finding = Finding(performer, screen)
    closed, gone = threading.Event(), threading.Event()
    crashed: list[Exception] = []
    performer.crashed.connect(crashed.append)

    with qtbot.waitSignal(finding.progressed):
        finding.start(BY, waiting_job(gone, closed))
    shiboken6.delete(screen)  # the window locks: its screens go
    gone.set()

    assert closed.wait(5)
    performer.close()
    qtbot.wait(10)
    assert crashed == []


def test_an_error_ends_the_job_and_is_told(qtbot: QtBot, performer: Performer) -> None:
    screen = QObject()
    finding = Finding(performer, screen)

    def run(_by: Actor) -> Iterator[Progress]:
        yield Progress(1, 2)
        raise OutsideFailed(say("imaging.worker-no-start"))

    with qtbot.waitSignal(finding.failed) as failed:
        finding.start(BY, run)

    assert failed.args[0].happened == say("imaging.worker-no-start")
    assert not finding.running


def test_a_second_start_waits_for_the_first_to_end(qtbot: QtBot, performer: Performer) -> None:
    screen = QObject()
    finding = Finding(performer, screen)
    begun: list[str] = []

    def run(name: str) -> Iterator[Progress]:
        begun.append(name)
        yield Progress(1, 1)

    with qtbot.waitSignal(finding.ended):
        finding.start(BY, lambda _by: run("first"))
        finding.start(BY, lambda _by: run("second"))

    assert begun == ["first"]


def test_the_search_ends_with_its_photo_when_the_window_locks(studio: Studio, qtbot: QtBot) -> None:
    finding, begun, go_on = studio.screen.finding, list[int](), threading.Event()

    def run(_by: Actor) -> Iterator[Progress]:
        for number in (1, 2, 3):
            begun.append(number)
            yield Progress(number, 3)
            go_on.wait(5)

    with qtbot.waitSignal(finding.progressed):
        finding.start(BY, run)
    with qtbot.waitSignal(finding.ended):
        studio.screen.settle()  # what the shell does before it locks
        go_on.set()

    assert len(begun) < 3


def test_cancelling_is_over_at_once_and_the_photo_under_way_is_not_shown_later(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking, go_on, finder = threading.Event(), threading.Event(), studio.office.finder
    look = finder.look

    def look_long(by: Actor, photo: Photo, search: Search) -> Seen:
        looking.set()
        go_on.wait(10)
        return look(by, photo, search)

    monkeypatch.setattr(finder, "look", look_long)
    studio.screen.take(Offered((studio.camera,), event="Chess finals", right=RightOfUse.STAFF))
    studio.screen.facts.take_in()
    studio.until(lambda: looking.is_set() and studio.screen.sheet.cancel_button.isVisible())
    begun = time.perf_counter()

    studio.screen.sheet.cancel_button.click()

    sheet = studio.screen.sheet
    assert time.perf_counter() - begun < AT_ONCE_S
    assert not studio.screen.finding.running
    assert not sheet.cancel_button.isVisible()
    assert sheet.go_on.isVisible()
    go_on.set()
    studio.qtbot.wait(200)
    assert [photo.looked_for for photo in studio.photos] == [False, False]
    sheet.go_on.click()
    studio.until(lambda: all(photo.looked_for for photo in studio.photos))
