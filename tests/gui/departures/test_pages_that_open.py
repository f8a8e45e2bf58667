"""A line that is done on a platform's page is done once that page opened."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.departures import How, LineKind
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say
from smadmin.ui.departures.model import Act
from tests.gui.departures.test_departures_screen import Leaving, seat
from tests.gui.seated import Seat

__all__ = ["seat"]


@pytest.mark.demand("BAL-B1b3")
def test_a_log_in_line_is_done_once_its_page_was_opened_or_says_where_else(
    seat: Seat, window: QWidget
) -> None:
    drill = Leaving(seat, window)
    drill.choose("Maya Ortega", "Daniel Reyes")
    drill.press()
    drill.turn_to(LineKind.LOG_IN)
    first = drill.row
    assert (first.model.line.kind, drill.act, first.deny) == (LineKind.LOG_IN, Act.OPEN, None)

    form = first.outside
    assert form is not None
    form.unfold()
    form.line.setText("Ellen telephoned with the platform")
    form._typed()
    form.do_button.click()
    seat.settle()
    drill.turn_to(LineKind.LOG_IN)
    second = drill.row.model
    drill.press()
    assert drill.row.deny is not None
    drill.press()

    assert drill.screen.model is not None
    seen = seat.office.departure_views.see(seat.around.by, drill.screen.model.id)
    assert seen is not None
    receipts = seen.departure.receipts
    assert receipts[first.model.key].how is How.ELSEWHERE
    assert receipts[first.model.key].reason == "Ellen telephoned with the platform"
    assert receipts[second.key].how is How.CHANGED


@pytest.mark.demand("BAL-B1b3")
def test_a_line_whose_page_didnt_open_isnt_done(
    seat: Seat, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = seat.office

    def no_browser(*_given: object) -> str:
        raise OutsideFailed(say("browsers.none"), remedy=say("browsers.none-remedy"))

    monkeypatch.setattr(office.browsing, "open", no_browser)
    real = replace(office.school, sample=False)
    monkeypatch.setattr(type(office), "school", property(lambda _office: real))
    drill = Leaving(seat, window)
    drill.choose("Maya Ortega", "Daniel Reyes")
    drill.press()
    drill.turn_to(LineKind.LOG_IN)
    assert (drill.row.model.line.kind, drill.act) == (LineKind.LOG_IN, Act.OPEN)

    drill.press()

    assert drill.act is Act.OPEN
    assert drill.row.deny is None
