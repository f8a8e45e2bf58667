"""The principal gives and withdraws standing permissions; everybody else reads them."""

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.ui.approvals.screen import ApprovalsScreen
from smadmin.ui.approvals.standing import StandingForm
from smadmin.ui.buttons import Button
from smadmin.ui.labels import PlainLabel
from tests.gui.seated import Seat


@pytest.fixture
def screen(seat: Seat) -> ApprovalsScreen:
    return ApprovalsScreen(seat.around)


def texts(widget: QWidget) -> str:
    return "\n".join(one.whole_text for one in widget.findChildren(PlainLabel) if one.isVisible())


def test_the_principal_gives_and_withdraws_a_standing_permission(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    x = seat.accounts()["x"]
    seat.by("ellen-whitcomb")
    seat.show(screen, window)
    screen.standing.unfold()
    form = screen.standing.form
    assert isinstance(form, StandingForm)
    assert form.person.currentIndex() == -1
    form.accounts[x.id].click()
    assert not form.give.isEnabled()
    form.accounts[x.id].click()

    form.person.setCurrentIndex(form.person.findText("Maya Ortega"))
    form.accounts[x.id].click()
    form.give.click()
    seat.settle()

    (held,) = seat.office.approvals.permissions(seat.around.by)
    assert held.accounts == (x.id,)
    assert "Maya Ortega · X" in texts(screen.standing)
    withdraw = screen.standing.findChild(Button, f"withdraw-{held.id}")
    assert isinstance(withdraw, Button)
    withdraw.click()
    seat.settle()
    assert seat.office.approvals.permissions(seat.around.by) == ()


def test_a_permission_that_isnt_lawful_is_refused_in_the_form(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    instagram = next(
        one for one in seat.office.plan.cadence() if one.account.platform.value == "instagram"
    ).account
    seat.by("ellen-whitcomb")
    seat.show(screen, window)
    screen.standing.unfold()
    form = screen.standing.form
    assert isinstance(form, StandingForm)
    form.person.setCurrentIndex(form.person.findText("Maya Ortega"))

    form.ends.setDate(form.starts.date().addYears(2))
    form.accounts[instagram.id].click()
    form.give.click()
    seat.settle()

    assert "A permission lasts a school year at most." in texts(screen.standing)
    assert seat.office.approvals.permissions(seat.around.by) == ()


def test_everybody_else_sees_no_permissions_where_there_are_none(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    seat.post()
    seat.by("daniel-reyes")

    seat.show(screen, window)

    assert not screen.standing.isVisible()


def test_a_narrow_card_shows_its_permission_whole(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    seat.by("ellen-whitcomb")
    window.resize(1040, 640)
    seat.show(screen, window)
    screen.standing.unfold()
    form = screen.standing.form
    assert isinstance(form, StandingForm)
    form.person.setCurrentIndex(form.person.findText("Maya Ortega"))
    for box in form.accounts.values():
        box.click()

    form.give.click()
    seat.settle()
    window.grab()  # lays out what came

    lines = [one for one in screen.standing.findChildren(PlainLabel) if one.isVisible()]
    assert any("Maya Ortega" in one.whole_text for one in lines)
    assert [one.whole_text for one in lines if one.height() < one.heightForWidth(one.width())] == []


def test_the_list_of_people_shows_every_row_whole(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    seat.by("ellen-whitcomb")
    seat.show(screen, window)
    screen.standing.unfold()
    form = screen.standing.form
    assert isinstance(form, StandingForm)

    form.person.showPopup()

    people = form.person.view()
    last = people.visualRect(people.model().index(form.person.count() - 1, 0))
    seat.qtbot.waitUntil(people.isVisible)
    assert form.person.count() > 1
    assert last.bottom() <= people.viewport().height()
    form.person.hidePopup()
