"""Pictures are left out of the look by saying why, and that is taken back by a press."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.messages import say
from smadmin.ui.sweeps.leaving import LeaveOut, LeftOutCard
from smadmin.ui.sweeps.progress import SearchingCard
from smadmin.ui.wording import Wording


@pytest.fixture
def column(window: QWidget, qtbot: QtBot) -> QVBoxLayout:
    made = QVBoxLayout(window)
    with qtbot.waitExposed(window):
        window.show()
    return made


def test_a_reason_of_some_words_is_asked_for_by_the_keyboard_alone(
    column: QVBoxLayout, words: Wording, qtbot: QtBot
) -> None:
    leave, reasons = LeaveOut(words), list[str]()
    leave.said.connect(reasons.append)
    column.addWidget(leave.button)
    column.addWidget(leave)
    leave.show_left(312)
    QTest.keyClick(leave.button, Qt.Key.Key_Space)
    qtbot.waitUntil(leave.line.hasFocus)
    assert "312" in leave.do_button.text()

    QTest.keyClicks(leave.line, "ill")
    QTest.keyClick(leave.line, Qt.Key.Key_Return)
    assert reasons == []
    assert leave.why.error == words.say("sweeping.leave-why")
    QTest.keyClicks(leave.line, "  the  whole week")
    QTest.keyClick(leave.line, Qt.Key.Key_Return)

    assert reasons == ["ill the whole week"]
    assert leave.isHidden()
    leave.ask()
    leave.show_left(0)
    assert (leave.isHidden(), leave.button.isHidden()) == (True, True)


def test_what_was_left_out_is_taken_back_while_that_can_be(
    column: QVBoxLayout, words: Wording, qtbot: QtBot
) -> None:
    card, line = LeftOutCard(words), say("sweepui.left-out-back")
    column.addWidget(card)
    card.show_left_out([("a", line), ("b", line)], may_take_back=True)
    with qtbot.waitSignal(card.takenBack) as taken:
        card.buttons["b"].click()
    assert taken.args == ["b"]
    card.show_left_out([("a", line)], may_take_back=False)
    assert (card.buttons, card.isVisible()) == ({}, True)
    card.show_left_out([], may_take_back=True)
    assert not card.isVisible()


def test_how_many_posts_are_read_is_seen(column: QVBoxLayout, words: Wording) -> None:
    card = SearchingCard(words)
    column.addWidget(card)
    card.show_far((0, 0))
    assert card.said.text() == words.say("sweepui.searching-begun")
    card.show_far((2_000, 8_000))
    assert (card.bar.value(), card.bar.maximum(), card.isVisible()) == (2_000, 8_000, True)
    card.show_far(None)
    assert not card.isVisible()
