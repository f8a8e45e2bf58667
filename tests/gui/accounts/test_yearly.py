"""The card on which somebody says once a year that a log-in still works."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.log_ins import LogIn
from smadmin.ui.accounts.log_in_page import LogInPage
from smadmin.ui.accounts.pages import LOG_IN
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.appearance import Appearance
from smadmin.ui.wording import Wording
from tests.gui.registers import seated
from tests.gui.seated import Seat
from tests.school import MovableClock


@pytest.fixture
def seat(tmp_path: Path, words: Wording, qtbot: QtBot, appearance: Appearance) -> Iterator[Seat]:
    del appearance
    with seated(tmp_path, words, qtbot, "maya-ortega") as made:
        yield made


@pytest.mark.demand("BAL-B1b4")
def test_one_press_confirms_it_for_another_year(seat: Seat, window: QWidget) -> None:
    office, by = seat.office, seat.around.by
    account = office.accounts.all()[0].id
    office.vault.keep(by, account, LogIn("social@lincoln.example", "canary-Falcon-42"))
    office.desk.clock = MovableClock(office.desk.now + timedelta(days=370))
    office.vouch_clock(by)
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(account)
    page = screen.panel.turn_to(LOG_IN)
    assert isinstance(page, LogInPage)
    seat.settle()
    assert page.yearly.chip.word == seat.around.words.say("yearly.stage-due")

    page.yearly.button.click()
    seat.settle()
    seat.settle()

    assert page.yearly.chip.word == seat.around.words.say("yearly.stage-fine")
    screen.settle()
