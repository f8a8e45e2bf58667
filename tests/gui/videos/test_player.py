"""The player: frames on time, and only what plays is handed on as watched."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.messages import say
from smadmin.domain.videos.ports import Frames, VideoUnreadable
from smadmin.domain.videos.viewing import Stretch, joined
from smadmin.ui.perform import Performer
from smadmin.ui.videos.player import Player
from smadmin.ui.wording import Wording
from tests.cinema import FakeProjection
from tests.photo_fakes import FakePhotoWorkers

LENGTH_MS = 400


class Quick(FakeProjection):
    """A projection whose lines are tenths of a second."""

    def frames(self, *, most: int, longest_px: int, every_ms: int) -> Frames:
        shown = super().frames(most=most, longest_px=longest_px, every_ms=every_ms)
        return replace(shown, frames=tuple(replace(one, at_ms=one.at_ms // 10) for one in shown.frames))

    def seek(self, at_ms: int) -> None:
        super().seek(at_ms * 10)


@pytest.fixture
def performer() -> Iterator[Performer]:
    made = Performer()
    yield made
    made.close()


@pytest.fixture
def projection() -> Quick:
    return Quick("video\n\n\n\n\n", FakePhotoWorkers())


@pytest.fixture
def player(performer: Performer, projection: Quick, words: Wording, window: QWidget, qtbot: QtBot) -> Player:
    made = Player(performer, words, window)
    window.show()
    made.open(lambda: projection, length_ms=LENGTH_MS, seen=())
    qtbot.waitUntil(lambda: made.canvas.frame is not None, timeout=5_000)
    return made


def test_a_video_plays_to_its_end_and_all_of_it_was_watched(player: Player, qtbot: QtBot) -> None:
    told: list[tuple[tuple[Stretch, ...], int]] = []
    player.watched.connect(lambda stretches, took: told.append((stretches, took)))

    QTest.keyClick(player.button, Qt.Key.Key_Space)
    assert player.reel.playing
    qtbot.waitUntil(lambda: not player.reel.playing, timeout=5_000)

    assert [one for stretches, _ in told for one in stretches] == [Stretch(0, LENGTH_MS)]
    assert player.timeline.value() == 300
    assert player.button.accessibleName() == "Play"


def test_a_pause_leaves_no_gap(player: Player, qtbot: QtBot) -> None:
    told: list[Stretch] = []
    player.watched.connect(lambda stretches, _took: told.extend(stretches))

    player.toggle()
    qtbot.waitUntil(lambda: player.reel.at_ms >= 100, timeout=5_000)
    player.toggle()
    player.toggle()
    qtbot.waitUntil(lambda: not player.reel.playing, timeout=5_000)

    assert joined(told) == (Stretch(0, LENGTH_MS),)


def test_going_elsewhere_is_not_watching(player: Player, qtbot: QtBot) -> None:
    told: list[object] = []
    player.watched.connect(lambda stretches, _took: told.append(stretches))

    player.timeline.soughtAt.emit(300)
    qtbot.waitUntil(lambda: player.canvas.frame is not None and player.canvas.frame.at_ms == 300)
    player.tell()

    assert told == []


def test_a_closed_player_lets_its_process_go(player: Player, projection: Quick, qtbot: QtBot) -> None:
    player.close_video()

    qtbot.waitUntil(lambda: projection.closed, timeout=5_000)
    assert not player.reel.ready


def test_a_video_that_breaks_off_is_not_watched_to_its_end(player: Player, qtbot: QtBot) -> None:
    told: list[tuple[tuple[Stretch, ...], int]] = []
    player.watched.connect(lambda stretches, took: told.append((stretches, took)))
    player.show_seen((), 30_000)  # its frames end after half a second

    QTest.keyClick(player.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)

    assert max(one.end_ms for stretches, _ in told for one in stretches) < 2_000


@pytest.mark.demand("SOC-O7")
def test_what_came_due_while_the_window_stood_still_is_shown_not_skipped(
    player: Player, qtbot: QtBot
) -> None:
    shown: list[int] = []
    player.reel.shown.connect(lambda frame: shown.append(frame.at_ms))

    QTest.keyClick(player.button, Qt.Key.Key_Space)
    time.sleep(0.4)  # a lid is closed, or the computer is busy
    qtbot.waitUntil(lambda: not player.reel.playing, timeout=5_000)

    assert shown == [100, 200, 300]


@pytest.mark.demand("SOC-O7")
def test_nothing_plays_behind_another_window_or_out_of_sight(
    performer: Performer, words: Wording, window: QWidget, qtbot: QtBot
) -> None:
    made = Player(performer, words, window)
    other = QWidget()
    qtbot.addWidget(other)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    long = FakeProjection("video" + "\n" * 60, FakePhotoWorkers())
    made.open(lambda: long, length_ms=60_000, seen=())
    qtbot.waitUntil(lambda: made.canvas.frame is not None, timeout=5_000)

    made.toggle()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not made.reel.playing, timeout=5_000)
    said = made.said.whole_text
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.toggle()
    window.hide()

    assert said.startswith("It stood still")
    assert not made.reel.playing
    made.close_video()
    qtbot.waitUntil(lambda: long.closed, timeout=5_000)


class Torn(Quick):
    """A video that can't be read on after its first pictures."""

    def frames(self, *, most: int, longest_px: int, every_ms: int) -> Frames:
        if self._at > 0:
            raise VideoUnreadable(say("videos.broken"))
        return super().frames(most=2, longest_px=longest_px, every_ms=every_ms)


def test_a_video_that_breaks_while_it_plays_says_so_instead_of_its_last_picture(
    performer: Performer, words: Wording, window: QWidget, qtbot: QtBot
) -> None:
    made = Player(performer, words, window)
    torn = Torn("video" + "\n" * 9, FakePhotoWorkers())
    window.show()

    made.open(lambda: torn, length_ms=900, seen=())

    qtbot.waitUntil(lambda: "damaged" in made.canvas.words, timeout=5_000)
    assert made.canvas.frame is None
    made.close_video()
    qtbot.waitUntil(lambda: torn.closed, timeout=5_000)
