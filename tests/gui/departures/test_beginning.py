"""The form that begins a departure: what it does at once stands there before it is pressed."""

from PySide6.QtWidgets import QWidget

from smadmin.domain.departures import DONE_AT_ONCE
from smadmin.domain.messages import say
from smadmin.ui.departures.saying import said_of
from smadmin.ui.labels import PlainLabel
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


def test_why_somebodys_departure_cannot_begin_stands_at_the_button(seat: Seat, window: QWidget) -> None:
    drill = Leaving(seat, window)
    drill.choose("Maya Ortega", "Daniel Reyes")
    screen = drill.screen
    leaving = screen.begin.leaving
    seat.office.departures.begin(seat.around.by, leaving)

    screen.at_once.forget()  # as after any change
    screen._render_main()
    seat.settle()

    assert not screen.main.isEnabled()
    assert screen.header.missing == seat.words(say("departures.under-way"))


def test_a_long_handle_breaks_in_its_line_instead_of_widening_the_page(seat: Seat, window: QWidget) -> None:
    drill = Leaving(seat, window)
    drill.choose("Maya Ortega", "Daniel Reyes")
    drill.press()
    assert drill.screen.model is not None
    line = max(drill.screen.model.lines, key=lambda one: len(one.account.handle) if one.account else 0)
    assert line.account is not None
    words, handle = drill.screen._rows[line.key].findChildren(PlainLabel), line.account.at_handle
    title = next(one for one in words if handle in one.whole_text.replace("\u200b", ""))

    longest = max(title.whole_text.replace("\u200b", "").split(), key=len)
    assert title.minimumSizeHint().width() < title.fontMetrics().horizontalAdvance(longest)
