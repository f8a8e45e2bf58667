"""The pages of the open account: made when first looked at, kept for the next account."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.domain.accounts import Account
from smadmin.domain.ids import PersonId
from smadmin.services.sample.making import PASSPHRASE
from smadmin.ui.accounts.overview import OverviewPage
from smadmin.ui.accounts.pages import LOG_IN, OVERVIEW, PAGES, PEOPLE
from smadmin.ui.accounts.people import PeopleCard
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.publish.lane import Opened
from smadmin.ui.publish.outside import Desktop
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of("ellen-whitcomb")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> AccountsScreen:
    made = AccountsScreen(seat.around)
    seat.show(made, window)
    return made


def overview(screen: AccountsScreen) -> OverviewPage:
    page = screen.panel.turn_to(OVERVIEW)
    assert isinstance(page, OverviewPage)
    return page


def open_account(screen: AccountsScreen, seat: Seat, name: str) -> Account:
    found = next(one for one in seat.office.accounts.all() if one.name == name)
    screen.open_subject(found.id)
    return found


def test_the_pages_of_an_account_are_made_when_first_looked_at(screen: AccountsScreen) -> None:
    tabs = screen.panel.tabs
    assert tabs.tabText(0) == "Overview"
    assert tabs.count() == len(PAGES)
    assert screen.findChild(PeopleCard) is None

    tabs.setFocus()
    while screen.panel.current != PEOPLE:
        QTest.keyClick(tabs, Qt.Key.Key_Right)

    card = screen.findChild(PeopleCard)
    assert card is not None
    assert card.isVisibleTo(screen)
    screen.open_subject(screen.list.rows[1].key)
    assert screen.panel.current == PEOPLE


def test_the_page_opens_in_the_browser_or_the_screen_says_that_none_did(
    screen: AccountsScreen, seat: Seat
) -> None:
    class Browser(Desktop):
        opened: tuple[str, ...] = ()

        @override
        def open_apart(self, account: Account, address: str, person: PersonId | None) -> Opened:
            self.opened = (*self.opened, address)
            return Opened.BROWSER if len(self.opened) == 1 else Opened.NO_BROWSER

    browser = screen.deeds.outside = Browser()
    page = open_account(screen, seat, "Lincoln in Pictures").page
    identity = overview(screen).identity

    identity.open_button.click()
    quiet = screen.banners.models
    identity.open_button.click()

    assert browser.opened == (page, page)
    assert quiet == ()
    assert screen.banners.models[0].happened.id == "accountui.no-browser"
    assert not identity.enter_button.isVisible()


def test_the_sample_school_opens_nobodys_page_and_says_so(screen: AccountsScreen, seat: Seat) -> None:
    open_account(screen, seat, "Lincoln in Pictures")

    overview(screen).identity.open_button.click()

    assert screen.banners.models[0].happened.id == "accountui.sample-page"


def test_every_page_of_an_account_is_in_sight_at_1280(seat: Seat, window: QWidget) -> None:
    """A tab that is cut, with arrows beside it, hides what communications asked for."""
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)

    tabs = screen.panel.tabs

    assert tabs.tabRect(tabs.count() - 1).right() < tabs.width()


def test_in_the_chair_no_log_in_is_opened(seat: Seat, window: QWidget) -> None:
    seat.by("maya-ortega")
    session = seat.office.session
    ellen = next(one.person for one in session.sitters() if one.name == "Ellen Whitcomb")
    session.hand_over(ellen, PASSPHRASE)
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)
    account = seat.office.accounts.all()[0].id

    screen.open_subject(f"{LOG_IN}:{account}")
    seat.settle()

    assert screen.panel.current == OVERVIEW
    assert "Log-in" not in [screen.panel.tabs.tabText(one) for one in range(screen.panel.tabs.count())]
