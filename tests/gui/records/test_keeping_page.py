"""Keeping and destroying on the screen: a hold, an order of two, a certificate."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smadmin.domain.records_requests import RequestForm, Wanted
from smadmin.services import due_records
from smadmin.services.records_gathered import Answer
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.records.screen import RecordsScreen
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of("ellen-whitcomb", "store")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> RecordsScreen:
    made = RecordsScreen(seat.around)
    seat.show(made, window)
    return made


def answered(seat: Seat, folder: Path) -> None:
    """Answer a request for records."""
    by, requests = seat.around.by, seat.office.records_requests
    which = requests.enter(by, RequestForm("Dana Reyes", "All posts", seat.today, seat.today)).value
    requests.answer(by, which, Answer(requests.find(by, Wanted())[:1], {}), folder, str)


def as_if_years_went_by(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take what was done today as older than any schedule; the years are counted in `test_retention`."""
    monkeypatch.setattr(due_records, "years_before", lambda day, _years: day + timedelta(days=1))


@pytest.mark.demand("YEL-R")
def test_one_orders_another_signs_and_the_certificate_is_saved(
    screen: RecordsScreen, seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(seat, tmp_path / "given")
    as_if_years_went_by(monkeypatch)
    screen.keeps.button.click()
    screen.load()
    seat.settle()
    page = screen.keeping

    page.due.order.click()
    seat.settle()
    own = (page.due.sign.isEnabled(), page.due.missing.whole_text)
    seat.by("samuel-okoye")
    screen.load()
    seat.settle()
    page.due.sign.click()
    dialog = screen.findChild(ConfirmDialog)
    assert isinstance(dialog, ConfirmDialog)
    dialog.do_button.click()
    seat.settle()

    assert own == (False, "The order is your own: somebody else has to sign.")
    (certificate,) = seat.office.keeping.view(seat.around.by).certificates
    assert page.gone.isVisible()
    assert "retention." not in page.outcome.whole_text
    screen.keeping_desk.save(certificate.row, tmp_path / "certificate.html")
    seat.settle()
    told = (tmp_path / "certificate.html").read_text("utf-8")
    assert f"row {certificate.row}" in told
    assert "Ellen Whitcomb" in told
    assert "Dana Reyes" not in told


def test_a_hold_needs_a_reason_and_stands_on_the_card(screen: RecordsScreen, seat: Seat) -> None:
    screen.keeps.button.click()
    page = screen.keeping
    page.hold.put.click()
    missing = page.hold.why.error

    QTest.keyClicks(page.hold.line, "The board asked for it")
    page.hold.put.click()
    seat.settle()

    assert missing.startswith("Say why")
    assert "The board asked for it" in page.hold.said.whole_text
    assert not page.hold.put.isVisible()
    assert not page.due.order.isEnabled()
    page.hold.lift.click()
    seat.settle()
    assert not page.hold.lift.isEnabled()
    page.back.click()
    seat.settle()
    assert screen.side.isVisible()
    assert screen.keeps.button.hasFocus()


def test_the_schedule_says_whose_years_these_are(screen: RecordsScreen, seat: Seat) -> None:
    screen.keeps.button.click()
    seat.settle()

    said = screen.keeping.years.whole_text
    assert "7 years" in said
    assert "program's default" in said
    assert not screen.keeping.due.order.isEnabled()


def test_who_may_put_a_hold_on_is_said_to_whoever_may_not(screen: RecordsScreen, seat: Seat) -> None:
    seat.by("maya-ortega")
    screen.open_keeping()
    screen.load()
    seat.settle()

    card = screen.keeping.hold
    assert card.lacks.whole_text == "The principal or communications puts a legal hold on."
    assert not card.put.isVisible()
    assert not card.why.isVisible()
