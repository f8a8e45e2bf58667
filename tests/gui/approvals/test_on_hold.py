"""A post whose account is on hold waits for its release: what it waits for is said once."""

from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import AccountStage
from smadmin.ui.approvals.screen import ApprovalsScreen
from tests.gui.approvals.test_approvals_screen import texts
from tests.gui.seated import Seat


def test_an_account_on_hold_is_called_so_and_not_said_twice(seat: Seat, window: QWidget) -> None:
    post = seat.post()
    office, maya = seat.office, seat.by("maya-ortega")
    for one in office.accounts.all():
        if one.stage is AccountStage.LIVE:
            office.accounts.hold(maya, one.id, why="Strange posts.")
    seat.by("daniel-reyes")
    screen = ApprovalsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(post)
    seat.settle()

    assert not screen.main.isVisible()
    assert texts(screen).count("X @lincoln_larks is on hold: nothing goes out from it.") == 1
