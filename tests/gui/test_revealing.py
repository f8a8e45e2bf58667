"""What was just put on a page is scrolled to; of what is taller than the window its beginning is seen."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.screen import Screen


@pytest.mark.parametrize("height", [120, 2_000])
def test_the_beginning_of_what_is_put_on_the_page_is_seen(qtbot: QtBot, window: QWidget, height: int) -> None:
    screen = Screen(window)
    screen.resize(window.size())
    parts = [QWidget(), QWidget(), QWidget()]
    for part, tall in zip(parts, (1_500, height, 1_500), strict=True):
        part.setFixedHeight(tall)
        screen.page.addWidget(part)
    window.show()
    area = screen.findChild(QScrollArea, "page")
    assert isinstance(area, QScrollArea)

    screen.reveal(parts[1])

    def seen() -> bool:
        top = parts[1].mapTo(area.viewport(), QPoint(0, 0)).y()
        return 0 <= top < area.viewport().height()

    qtbot.waitUntil(seen)
    qtbot.wait(50)  # later turns of the layout leave it there
    assert seen()
