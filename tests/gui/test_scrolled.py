"""A part that scrolls by itself ends where the page ends, and keeps off its bar where it has one."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.cards import Card
from smadmin.ui.growing import GrowingArea
from smadmin.ui.scrolled import scrolled

HEIGHT_PX = 400


@pytest.mark.parametrize("grows", [True, False])
@pytest.mark.parametrize(("content_px", "has_bar"), [(100, False), (900, True)])
def test_a_card_reaches_the_edge_unless_a_bar_stands_there(
    content_px: int, qtbot: QtBot, appearance: Appearance, *, has_bar: bool, grows: bool
) -> None:
    del appearance
    content, card = QWidget(), Card("Backups")
    card.setFixedHeight(content_px)
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    column.addStretch(1)
    area = GrowingArea(content, least_px=200) if grows else scrolled(content, "cards")
    qtbot.addWidget(area)
    area.resize(500, HEIGHT_PX)
    with qtbot.waitExposed(area):
        area.show()

    bar = area.verticalScrollBar()
    assert bar.isVisible() is has_bar
    ends = area.viewport().width()
    assert card.geometry().right() + 1 == (ends - 8 if has_bar else ends)
