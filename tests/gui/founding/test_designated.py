"""Boxes for the accounts that somebody new is named for."""

from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.people import Role
from smadmin.ui.founding.designated import AccountTicks
from smadmin.ui.wording import Wording


def account(name: str) -> Account:
    return Account(AccountId(name), SchoolId("school"), Platform.X, name, name, f"https://x.com/{name}")


LARKS, OWLS = account("larks"), account("owls")
A_DISTRICT = tuple(account(f"school_number_{number}") for number in range(2_000))


@pytest.fixture
def ticks(qtbot: QtBot, words: Wording) -> AccountTicks:
    made = AccountTicks(words)
    qtbot.addWidget(made)
    made.show_accounts((LARKS, OWLS))
    made.follow(Role.ADMINISTRATOR)
    return made


def seen(ticks: AccountTicks) -> list[str]:
    return [str(ticks.ticks.rows.index(row).data()) for row in range(ticks.ticks.rows.rowCount())]


def test_looking_again_leaves_the_keyboard_in_its_box_and_other_accounts_keep_what_is_ticked(
    ticks: AccountTicks,
) -> None:
    ticks.ticks.list.setCurrentIndex(ticks.ticks.rows.index(1))

    ticks.show_accounts((LARKS, OWLS))
    QTest.keyClick(ticks.ticks.list, Qt.Key.Key_Space)
    assert ticks.chosen == (OWLS.id,)

    ticks.show_accounts((replace(LARKS, handle="early_larks"), OWLS))
    assert ticks.chosen == (OWLS.id,)
    assert seen(ticks) == ["X @early_larks", "X @owls"]


def test_the_tab_key_comes_to_the_boxes_before_what_stands_below_them(qtbot: QtBot, words: Wording) -> None:
    form, above, ticks, below = QWidget(), QLineEdit(), AccountTicks(words), QLineEdit()
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    for part in (above, ticks, below):
        column.addWidget(part)
    ticks.show_accounts((LARKS, OWLS))
    ticks.follow(Role.ADMINISTRATOR)
    with qtbot.waitActive(form):
        form.show()
    above.setFocus()
    QTest.keyClick(above, Qt.Key.Key_Tab)
    assert ticks.ticks.list.hasFocus()
    QTest.keyClick(ticks.ticks.list, Qt.Key.Key_Tab)

    assert below.hasFocus()


def test_a_click_on_the_words_ticks_as_one_on_the_box_does(ticks: AccountTicks) -> None:
    ticks.show()
    place = ticks.ticks.list.visualRect(ticks.ticks.rows.index(1))

    QTest.mouseClick(ticks.ticks.list.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert ticks.chosen == (OWLS.id,)
    QTest.mouseClick(ticks.ticks.list.viewport(), Qt.MouseButton.LeftButton, pos=place.center())

    assert len(ticks.chosen) == 0


def test_a_long_handle_is_told_whole_where_its_row_has_no_room_for_it(ticks: AccountTicks) -> None:
    long = account("the_official_account_of_a_school_with_a_name_that_nobody_ends")

    ticks.show_accounts((long,))
    ticks.resize(120, ticks.sizeHint().height())

    assert seen(ticks) == [long.label]
    assert long.at_handle in str(ticks.ticks.rows.index(0).data(Qt.ItemDataRole.ToolTipRole))
    assert ticks.ticks.list.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert ticks.ticks.list.textElideMode() is Qt.TextElideMode.ElideRight


def test_among_many_accounts_one_is_searched_and_what_was_ticked_stays_so(ticks: AccountTicks) -> None:
    assert ticks.ticks.search.isHidden()
    ticks.show_accounts(A_DISTRICT)
    assert not ticks.ticks.search.isHidden()
    ticks.ticks.rows.turn(3)

    ticks.ticks.search.setText("NUMBER_1999")

    assert seen(ticks) == ["X @school_number_1999"]
    assert ticks.chosen == (A_DISTRICT[3].id,)


def test_two_thousand_accounts_are_offered_and_searched_without_a_pause(qtbot: QtBot, words: Wording) -> None:
    ticks = AccountTicks(words)
    qtbot.addWidget(ticks)
    ticks.follow(Role.ADMINISTRATOR)
    offered, searched = [], []

    for number in range(3):  # the fastest of three: another process may have the computer meanwhile
        begun = perf_counter()
        ticks.show_accounts(A_DISTRICT[number:])
        offered.append(perf_counter() - begun)
        begun = perf_counter()
        ticks.ticks.search.setText(f"number_{number}")
        searched.append(perf_counter() - begun)

    assert min(offered) < 0.05
    assert min(searched) < 0.05
