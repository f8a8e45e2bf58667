"""A released post while everything is stopped: Approvals says who stopped it, once."""

from PySide6.QtWidgets import QWidget

from smadmin.ui.approvals.screen import ApprovalsScreen
from tests.gui.approvals.test_approvals_screen import texts
from tests.gui.seated import Seat


def test_a_released_post_says_that_everything_is_stopped_and_by_whom(seat: Seat, window: QWidget) -> None:
    post = seat.released()
    seat.office.crises.hold(seat.by("ellen-whitcomb"))
    seat.by("maya-ortega")
    screen = ApprovalsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(post)
    seat.settle()

    assert texts(screen).count("Ellen Whitcomb stopped everything on") == 1
