"""The page for staff on the screen: read, signed, and only shown afterwards."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smadmin.domain.policy.enforcement import Card
from smadmin.ui.staff.screen import StaffScreen
from smadmin.ui.wording import Wording
from tests.gui.sitting import Sitting


@pytest.mark.demand("BAL-F1")
def test_reading_it_is_one_press_and_then_it_says_when(qtbot: QtBot, tmp_path: Path, words: Wording) -> None:
    sitting = Sitting(qtbot, tmp_path, words, "maya-ortega")
    screen = StaffScreen(sitting.around)
    sitting.show(screen)
    assert screen.main.isVisible()

    screen.main.click()
    sitting.settle()
    sitting.settle()

    assert not screen.main.isVisible()
    assert "You read it on" in screen.header.note.whole_text
    sitting.close()


@pytest.mark.demand("WIC-G8")
def test_the_answer_to_a_friend_request_is_one_press_away(
    qtbot: QtBot, tmp_path: Path, words: Wording
) -> None:
    sitting = Sitting(qtbot, tmp_path, words, "maya-ortega")
    screen = StaffScreen(sitting.around)
    sitting.show(screen)
    card = next(one for one in screen.cards if one.topic.of is Card.FRIEND_REQUESTS)
    assert card.copy_button is not None

    card.copy_button.click()

    assert QApplication.clipboard().text() == words.say("staffpage.friend-requests-copy")
    sitting.close()
