"""In large text the open post stands right below its row, the standing permissions last."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from smadmin.ui.appearance import Appearance
from smadmin.ui.approvals.screen import ApprovalsScreen
from smadmin.ui.theme import TEXT_SCALES
from tests.gui.seated import Seat


def top(widget: QWidget, screen: QWidget) -> int:
    return widget.mapTo(screen, QPoint()).y()


def test_the_post_comes_before_the_permissions(seat: Seat, window: QWidget, appearance: Appearance) -> None:
    seat.post()
    seat.by("ellen-whitcomb")
    window.resize(1280, 800)
    screen = ApprovalsScreen(seat.around)
    seat.show(screen, window)
    while appearance.text_scale < TEXT_SCALES[-1]:
        appearance.enlarge()
    seat.settle()

    below_row = top(screen.queue, screen) + screen.queue.height()
    assert screen.standing.isVisible()
    assert below_row <= top(screen.detail, screen) < top(screen.standing, screen)
    assert screen.queue.height() == screen.queue.sizeHint().height()

    appearance.reset_scale()
    seat.settle()
    assert top(screen.standing, screen) >= below_row - screen.queue.height()
    assert screen.standing.parentWidget() is screen.queue.parentWidget()
