"""A wheel over a closed box scrolls the page and changes nothing that is set."""

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QScrollArea, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.scrolled import scrolled
from smadmin.ui.wheel import WheelGuard


class Page:
    """A page that scrolls, with one box of each kind on it."""

    def __init__(self) -> None:
        self.choice, self.number, self.day = QComboBox(), QSpinBox(), QDateEdit(QDate(2026, 11, 23))
        self.choice.addItems(["Choose somebody", "Samuel Okoye", "Maya Ortega"])
        self.choice.setCurrentIndex(1)
        self.number.setValue(5)
        content = QWidget()
        column = QVBoxLayout(content)
        for box in (self.choice, self.number, self.day):
            column.addWidget(box)
        column.addSpacing(3000)
        self.area: QScrollArea = scrolled(content, "page")
        self.area.resize(300, 400)

    @property
    def set_so(self) -> tuple[int, int, QDate]:
        return self.choice.currentIndex(), self.number.value(), self.day.date()

    def turn(self, box: QWidget) -> None:
        """Turn the wheel down over a box, as the window system tells it to the window."""
        place = box.mapTo(self.area, QPoint(40, box.height() // 2))
        QTest.wheelEvent(self.area.windowHandle(), QPointF(place), QPoint(0, -120))


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, appearance: Appearance) -> Page:
    del appearance
    guard = WheelGuard(qapp)
    made = Page()
    qtbot.addWidget(made.area, before_close_func=lambda _area: guard.deleteLater())
    with qtbot.waitActive(made.area):
        made.area.show()
        made.area.activateWindow()
    qtbot.waitUntil(lambda: made.area.verticalScrollBar().maximum() > 0)
    return made


@pytest.mark.parametrize("kind", ["choice", "number", "day"])
@pytest.mark.parametrize("focused", [True, False])
def test_wheel_over_a_closed_box_scrolls_the_page(page: Page, kind: str, *, focused: bool) -> None:
    box: QWidget = getattr(page, kind)
    if focused:
        box.setFocus()
    before = page.set_so
    page.turn(box)
    assert page.set_so == before
    assert page.area.verticalScrollBar().value() > 0
