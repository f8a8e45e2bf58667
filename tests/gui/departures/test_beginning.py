"""The form that begins a departure: what it does at once stands there before it is pressed."""

from PySide6.QtWidgets import QWidget

from smadmin.domain.departures import DONE_AT_ONCE
from smadmin.ui.departures.saying import said_of
from tests.gui.departures.test_departures_screen import Leaving, seat
from tests.gui.seated import Seat

__all__ = ["seat"]


def test_what_begin_does_at_once_stands_there_before_it_is_pressed(seat: Seat, window: QWidget) -> None:
    """And afterwards the form names nobody: the departure stands in the list."""
    screen = Leaving(seat, window).screen
    before = screen.at_once.isHidden()
    screen.begin.who.setCurrentText("Maya Ortega")
    screen.begin.successor.setCurrentText("Daniel Reyes")
    unread = screen.main.isEnabled()
    seat.settle()
    told = [seat.words(one) for one in screen.at_once.told]
    begun = seat.office.departure_views.choice(seat.around.by).departures

    screen.main.click()
    seat.settle()

    assert (before, unread, begun) == (True, False, ())
    seen = seat.office.departure_views.see(seat.around.by, screen._open)
    assert seen is not None
    at_once = [one for one in seen.departure.lines if one.kind in DONE_AT_ONCE]
    assert told[:-1] == [seat.words(said_of(one, None, seen)) for one in at_once]
    assert "Maya Ortega" in told[-1]
    assert {one.key for one in at_once} <= set(seen.departure.receipts)
    screen.all.click()
    seat.settle()
    assert (screen.begin.leaving.person, screen.begin.leaving.successor) == (None, None)
    assert screen.at_once.isHidden()
