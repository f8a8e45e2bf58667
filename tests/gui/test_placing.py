"""The window opens where it was closed."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.frame import Frame
from smadmin.ui.placing import put_back, tallest
from smadmin.ui.wording import Wording
from tests.gui.gallery import KeptInMemory


def test_a_window_stands_where_it_stood_start_after_start(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    memory = KeptInMemory()
    seen = []
    for start in range(4):
        window = Frame(words, memory=memory, appearance=appearance)
        qtbot.addWidget(window)
        if not start:
            window.setGeometry(60, 70, 700, 612)
        with qtbot.waitExposed(window):
            window.show()
        seen.append((window.pos().x(), window.pos().y(), window.width(), window.height()))
        window.close()

    assert len(set(seen)) == 1


@pytest.mark.parametrize("kept", ["9000 9000 800 600", "0 0 -5 -5", "1 2 3", "x 0 800 600", "AdnQywADAAA="])
def test_a_place_that_isn_t_there_any_more_is_forgotten(qtbot: QtBot, kept: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    assert not put_back(window, kept)


@pytest.mark.parametrize(("free_px", "gets_px"), [(800, 760), (1080, 800)])
def test_the_first_window_leaves_room_for_its_title_bar(free_px: int, gets_px: int) -> None:
    assert tallest(800, QRect(0, 0, 1280, free_px)) == gets_px
