"""The queue is worked by the keyboard alone: a post takes few keys, and far less than ten seconds."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from smadmin.domain.ids import PostId
from smadmin.domain.posts import PostStage
from smadmin.ui.approvals.screen import ApprovalsScreen
from tests.gui.seated import Seat

CTRL = Qt.KeyboardModifier.ControlModifier
MACHINE_S = 5.0
"""So long the program itself may take over one post at most; the rest of the ten seconds is for reading."""


class Hand:
    """Hits keys where the keyboard is, and counts them."""

    def __init__(self, seat: Seat, window: QWidget) -> None:
        self._seat, self._window = seat, window
        self.keys = 0

    def hit(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1
        QTest.keyClick(self._window.focusWidget(), key, modifier)
        self._seat.settle()


def stage(seat: Seat, post: PostId) -> PostStage:
    return seat.office.posts.get(seat.office.session.actor, post).stage


def test_each_post_takes_one_stroke_and_sending_back_three(
    seat: Seat, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 0)  # no hand is as quick as a test
    first, second, third = (seat.post("x", text=f"Day {n} of the book fair.") for n in (1, 2, 3))
    seat.by("daniel-reyes")
    screen = ApprovalsScreen(seat.around)
    seat.show(screen, window)
    screen.setFocus()
    hand, began = Hand(seat, window), time.monotonic()

    assert screen.detail.post == first
    hand.hit(Qt.Key.Key_Return, CTRL)
    assert (stage(seat, first), screen.detail.post) == (PostStage.RELEASED, second)
    hand.hit(Qt.Key.Key_B, CTRL)
    QTest.keyClicks(window.focusWidget(), "The fair begins on Monday.")
    hand.hit(Qt.Key.Key_Return)
    assert (stage(seat, second), screen.detail.post) == (PostStage.SENT_BACK, third)
    hand.hit(Qt.Key.Key_Return, CTRL)

    assert stage(seat, third) is PostStage.RELEASED
    assert hand.keys == 4
    assert (time.monotonic() - began) / 3 < MACHINE_S


def test_a_double_stroke_releases_nothing_unread(seat: Seat, window: QWidget) -> None:
    first, second = (seat.post("x", text=f"Day {n} of the book fair.") for n in (1, 2))
    seat.by("daniel-reyes")
    screen = ApprovalsScreen(seat.around)
    seat.show(screen, window)
    screen.setFocus()

    for _ in range(2):  # the second comes before anything was read anew
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return, CTRL)
    seat.settle()

    assert (stage(seat, first), stage(seat, second)) == (PostStage.RELEASED, PostStage.SUBMITTED)
