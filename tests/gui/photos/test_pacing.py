"""However often a folder changes, reading and showing it takes no more than a part of the time."""

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from smadmin.ui.photos.pacing import LEAST_MS, SHARE, Pacing

SLOW_MS = 100


class Reading(QObject):
    """A reading that takes a while, as that of a large folder does."""

    def __init__(self, takes_ms: int) -> None:
        super().__init__()
        self.times = 0
        self.pacing = Pacing(self.read, self)
        self._takes_ms = takes_ms

    def read(self) -> None:
        self.times += 1
        self.pacing.begun()
        QTimer.singleShot(self._takes_ms, self, self.pacing.over)


def test_the_first_wish_reads_at_once(qtbot: QtBot) -> None:
    del qtbot
    reading = Reading(0)

    reading.pacing.wish()

    assert reading.times == 1


def test_many_wishes_become_one_reading_after_a_rest(qtbot: QtBot) -> None:
    reading = Reading(0)

    for _ in range(50):
        reading.pacing.wish()
    at_once = reading.times
    qtbot.waitUntil(lambda: reading.times == 2, timeout=4 * LEAST_MS)
    qtbot.wait(LEAST_MS + 50)

    assert at_once == 1
    assert reading.times == 2, "nobody wished for a third"


def test_what_takes_long_is_read_the_less_often(qtbot: QtBot) -> None:
    reading = Reading(SLOW_MS)
    wishing = QTimer(reading, interval=20)
    wishing.timeout.connect(reading.pacing.wish)
    wishing.start()

    qtbot.wait(SHARE * SLOW_MS)

    assert reading.times == 1, "it rests so many times as long as a reading took"


def test_whoever_reads_for_another_reason_answers_the_wishes_too(qtbot: QtBot) -> None:
    reading = Reading(0)
    reading.pacing.wish()
    reading.pacing.wish()

    reading.read()
    qtbot.wait(2 * LEAST_MS)

    assert reading.times == 2
