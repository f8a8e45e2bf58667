"""The form with which a new account is asked for, by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Pattern
from smadmin.ui.accounts.screen import AccountsScreen
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of("maya-ortega")


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


def test_no_platform_is_chosen_for_anybody(screen: AccountsScreen, seat: Seat) -> None:
    screen.ask_button.click()
    seat.settle()
    form = screen.asking.form
    asked: list[object] = []
    form.asked.connect(lambda *given: asked.append(given))

    form.do_button.click()

    assert asked == []
    assert form.fields["platform"].error == "Choose the platform."
    form.platform.setCurrentIndex(1)
    assert form.fields["platform"].error == ""


def test_each_row_of_the_list_leads_away_from_the_form(screen: AccountsScreen, seat: Seat) -> None:
    before = screen.list.chosen
    screen.ask_button.click()
    seat.settle()
    assert screen.list.chosen == ""
    screen.load()
    seat.settle()
    assert screen.list.chosen == ""

    number = next(i for i, row in enumerate(screen.list.rows) if row.key == before)
    screen.list.setCurrentIndex(screen.list.model().index(number, 0))
    seat.settle()

    assert not screen.asking.form.isVisible()
    assert screen.list.chosen == before


def test_without_a_principal_the_form_says_whom_to_let_in_first(seat: Seat, screen: AccountsScreen) -> None:
    screen.ask_button.click()
    seat.settle()
    form = screen.asking.form
    facts = seat.office.opening.facts(seat.around.by)

    form.show_facts(replace(facts, principals=()), ("#204080", Pattern.DOTS))
    form.platform.setCurrentIndex(1)

    assert form.principal.currentText() == "Nobody yet"
    assert "Let your principal in" in form.fields["principal"].error
    assert form.filled.principal is None
