"""A card that was opened by mistake, or is only to be read."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smadmin.domain.escalations import Trouble
from smadmin.ui.cases.screen import COMMENT
from smadmin.ui.comments.beside import CARDS
from smadmin.ui.wording import Wording
from tests.gui.cases.test_cases_screen import shown
from tests.gui.publish.at_publish import NotedOutside, texts
from tests.gui.seated import Seat


@pytest.fixture
def outside(tmp_path: Path) -> NotedOutside:
    return NotedOutside(tmp_path / "out")


def test_a_card_that_was_opened_by_mistake_is_closed_with_a_sentence(
    seat: Seat, window: QWidget, words: Wording, outside: NotedOutside
) -> None:
    screen = shown(seat, window, outside)
    screen.open_subject(COMMENT)
    screen.picker.read_button.click()
    assert seat.doors.opened[-1] == ("comments", CARDS)
    assert seat.office.cases.all(seat.by("maya-ortega")) == ()
    screen.picker.buttons[Trouble.MEDIA].click()
    seat.settle()
    part = screen.case.mistake
    part.button.click()
    assert part.why.hasFocus()
    QTest.keyClick(part.why, Qt.Key.Key_Return)
    seat.settle()
    assert words.say("cases.mistake-why", most=200) in texts(part)

    QTest.keyClicks(part.why, "I only wanted to read it")
    QTest.keyClick(part.why, Qt.Key.Key_Return)
    seat.settle()

    assert seat.office.cases.waiting(seat.by("maya-ortega")) == ()
    assert words.say("cases.was-mistake", why="I only wanted to read it") in texts(screen.case)
    assert part.isHidden()

    screen.open_subject(COMMENT)
    screen.picker.buttons[Trouble.ABUSE].click()
    seat.settle()
    assert part.isHidden()
