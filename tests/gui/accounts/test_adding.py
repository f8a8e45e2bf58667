"""While another account is asked for or added, the form's own button is the main one."""

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import AccountForm, Platform
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.buttons import Button
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of("maya-ortega")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> AccountsScreen:
    made = AccountsScreen(seat.around)
    seat.show(made, window)
    return made


def test_while_one_fills_in_a_form_its_own_button_is_the_main_one(screen: AccountsScreen, seat: Seat) -> None:
    for begin in (screen.ask_button.click, screen.begin_adding):
        begin()
        seat.settle()
        mains = [
            one for one in screen.findChildren(Button) if one.property("kind") == "main" and one.isVisible()
        ]
        assert len(mains) == 1
        assert mains[0] in {screen.asking.form.do_button, screen.add_form.do_button}
    screen.add_form.left.emit()
    seat.settle()

    assert screen.main.isVisible()


def test_a_first_page_that_looks_like_the_schools_own_is_asked_about(
    screen: AccountsScreen, seat: Seat
) -> None:
    assert "lincoln.example" in seat.office.school.domains
    form = AccountForm(Platform.WORDPRESS, "Lincoln News", "news", "https://linc0ln.example/news", "", None)
    before = len(seat.office.accounts.all())

    screen.deeds.adopt(form)
    seat.settle()

    asking = screen.deeds.asking
    assert asking is not None
    assert asking.isVisible()
    assert len(seat.office.accounts.all()) == before
    asking.confirmed.emit()
    asking.reject()
    seat.settle()
    assert len(seat.office.accounts.all()) == before + 1


def test_a_page_at_the_schools_own_server_is_taken_at_once(screen: AccountsScreen, seat: Seat) -> None:
    form = AccountForm(Platform.WORDPRESS, "Lincoln News", "news", "https://lincoln.example/news", "", None)

    screen.deeds.adopt(form)
    seat.settle()

    assert screen.deeds.asking is None
    assert form.page in {one.page for one in seat.office.accounts.all()}
