"""What visitors may read, on the page *Set-up*: copied at one press, and said to stand there at another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Account
from smadmin.services.office import Office
from smadmin.ui.accounts.opening_page import OpeningPage
from smadmin.ui.accounts.pages import SET_UP
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.accounts.visitors import VisitorsPart
from smadmin.ui.labels import PlainLabel
from smadmin.ui.states import StateLine
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of("ellen-whitcomb")


@pytest.fixture
def account(seat: Seat) -> Account:
    return seat.office.accounts.all()[0]


@pytest.fixture
def page(seat: Seat, window: QWidget, account: Account, qtbot: QtBot) -> VisitorsPart:
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(f"{SET_UP}:{account.id}")
    made = screen.panel.turn_to(SET_UP)
    assert isinstance(made, OpeningPage)
    qtbot.waitUntil(made.visitors.standing.isVisible)
    return made.visitors


def said(line: StateLine) -> str:
    return " ".join(label.text() for label in line.findChildren(PlainLabel))


def sheet_of(office: Office, seat: Seat, account: Account) -> str:
    return office.visitor_pages.sheet(seat.around.by, account.id).stage.value


@pytest.mark.demand("WIC-P17")
def test_each_language_is_copied_whole_by_one_press_of_a_key(
    page: VisitorsPart, seat: Seat, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(page.inside.deeds.outside, "copy", copied.append)
    rules = seat.office.visitor_pages.sheet(seat.around.by, account.id).rules

    for button in page.copy_buttons:
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    assert copied == list(rules.texts.values())
    assert account.name in copied[0]
    assert page.shown.text() == copied[0]


def test_who_saw_them_there_says_so_by_a_press(
    page: VisitorsPart, seat: Seat, account: Account, qtbot: QtBot
) -> None:
    page.posted_button.click()

    qtbot.waitUntil(page.told.isVisible)
    qtbot.waitUntil(page.said.isVisible)
    assert "Ellen Whitcomb" in page.said.text()
    assert sheet_of(seat.office, seat, account) == "fine"


def test_a_page_that_the_program_cannot_read_is_said_beside_the_press(
    page: VisitorsPart, seat: Seat, account: Account, qtbot: QtBot
) -> None:
    page.look_button.click()

    qtbot.waitUntil(lambda: "signing in" in said(page.told))
    assert sheet_of(seat.office, seat, account) == "never"
