"""Who can't write reads why, and is led on; what nobody can post from yet isn't offered."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import AccountForm, Platform
from smadmin.services.office import Office
from smadmin.ui.composer.heads import Step
from smadmin.ui.composer.screen import ComposeScreen
from smadmin.ui.perform import Performer
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.wording import Wording
from tests.gui.composer.conftest import AUTHOR, NotedDoors, Sitting
from tests.sample import sit

Opens = Callable[[], tuple[ComposeScreen, NotedDoors]]


@pytest.fixture
def opens(office: Office, performer: Performer, words: Wording, window: QWidget, qtbot: QtBot) -> Opens:
    def open_closed() -> tuple[ComposeScreen, NotedDoors]:
        doors = NotedDoors()
        screen = ComposeScreen(Surroundings(office, performer, words, doors))
        screen.setParent(window)
        screen.resize(window.size())
        window.show()
        screen.show()
        screen.shown()
        qtbot.waitUntil(lambda: screen.step is Step.CLOSED, timeout=10_000)
        return screen, doors

    return open_closed


def test_the_principal_reads_who_writes_and_goes_to_accounts(office: Office, opens: Opens) -> None:
    sit(office, "ellen-whitcomb")

    screen, doors = opens()

    state = screen.closed_page.state
    assert state is not None
    assert state.button is not None
    assert "Maya Ortega" in state.text.whole_text
    state.button.click()
    assert doors.opened == [("accounts", None)]


def test_where_no_account_is_live_accounts_says_what_they_lack(office: Office, opens: Opens) -> None:
    maya, principal = sit(office, AUTHOR).actor, sit(office, "ellen-whitcomb").actor
    for account in office.posts.may_post(maya):
        office.accounts.hold(principal, account.id, why="Holidays")
    sit(office, AUTHOR)

    screen, _doors = opens()

    state = screen.closed_page.state
    assert state is not None
    assert state.title.whole_text == "None of your accounts is live"


@pytest.mark.demand("YEL-A1")
def test_only_accounts_that_went_live_and_are_not_closed_are_offered(at_compose: Sitting) -> None:
    office, screen = at_compose.office, at_compose.screen
    author, principal = office.session.actor, sit(office, "ellen-whitcomb").actor
    closed, held, *live = office.posts.may_post(author)
    office.accounts.close(principal, closed.id, why="The club has ended")
    office.accounts.hold(principal, held.id, why="Holidays")
    new = AccountForm(Platform.X, "Lincoln Chess Club", "lincolnchess", "", "chess@lincoln.example")
    office.accounts.adopt(principal, new)
    sit(office, AUTHOR)

    screen.load()
    at_compose.settle()

    offered = [toggle.account.id for toggle in screen.writing.toggles.toggles]
    assert offered == [held.id, *(one.id for one in live)]
