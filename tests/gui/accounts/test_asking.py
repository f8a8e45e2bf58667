"""The form with which a new account is asked for, by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.appearance import Appearance
from smadmin.ui.wording import Wording
from tests.gui.registers import seated
from tests.gui.seated import Seat


@pytest.fixture
def seat(tmp_path: Path, words: Wording, qtbot: QtBot, appearance: Appearance) -> Iterator[Seat]:
    del appearance
    with seated(tmp_path, words, qtbot, "maya-ortega") as made:
        yield made


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> AccountsScreen:
    made = AccountsScreen(seat.around)
    seat.show(made, window)
    return made


def test_tab_goes_through_the_questions_where_they_stand(screen: AccountsScreen, seat: Seat) -> None:
    screen.ask_button.click()
    seat.settle()
    form = screen.asking.form
    form.principal.setFocus()
    passed = []

    for _ in range(len(form.answers.answers) + 1):
        QTest.keyClick(form.window().focusWidget(), Qt.Key.Key_Tab)
        passed.append(form.window().focusWidget())

    assert passed == [*form.answers.answers, form.answers.audience]
