"""A part that scrolls by itself ends where the page ends, and keeps off its bar where it has one."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from smadmin.ui.appearance import Appearance
from smadmin.ui.cards import Card
from smadmin.ui.growing import GrowingArea
from smadmin.ui.scrolled import bring_into_view, scrolled

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


def test_what_is_brought_into_view_stays_there_while_the_page_above_still_fills(
    qtbot: QtBot, appearance: Appearance
) -> None:
    del appearance
    content, above, last = QWidget(), QWidget(), QWidget()
    column = QVBoxLayout(content)
    for one in (above, last):
        one.setFixedHeight(HEIGHT_PX // 2)
        column.addWidget(one)
    area = scrolled(content, "cards")
    qtbot.addWidget(area)
    area.resize(500, HEIGHT_PX)
    with qtbot.waitExposed(area):
        area.show()
    bring_into_view(last)
    turns: list[int] = []
    for turn in range(8):  # the page is read again, and what is above comes later than one layout
        QTimer.singleShot(0, partial(turns.append, turn))
        qtbot.waitUntil(partial(turns.__contains__, turn))

    above.setFixedHeight(3 * HEIGHT_PX)
    qtbot.waitUntil(lambda: content.height() > 3 * HEIGHT_PX)

    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().height() == HEIGHT_PX // 2)


def test_a_picture_as_high_as_wide_does_not_make_the_bar_come_and_go(
    qtbot: QtBot, appearance: Appearance
) -> None:
    del appearance
    content, turns = QWidget(), Turns()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(Square())
    area = GrowingArea(content, least_px=200)
    content.installEventFilter(turns)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()

    for height_px in range(330, 350, 3):  # between what needs no bar and what needs one at any width
        area.resize(360, height_px)
        turns.resized = 0
        qtbot.wait(20)

        assert turns.resized < 10


class Square(QWidget):
    """As high as it is wide."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return width


class Turns(QObject):
    """Counts how often something changes its size."""

    resized = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.resized += event.type() is QEvent.Type.Resize
        return False
