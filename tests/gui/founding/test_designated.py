"""Boxes for the accounts that somebody new is named for."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.people import Role
from smadmin.ui.founding.designated import AccountTicks
from smadmin.ui.wording import Wording

LARKS, OWLS = (
    Account(AccountId(name), SchoolId("school"), Platform.X, name, name, f"https://x.com/{name}")
    for name in ("larks", "owls")
)


def test_looking_again_leaves_the_keyboard_in_its_box_and_other_accounts_keep_what_is_ticked(
    qtbot: QtBot, words: Wording
) -> None:
    ticks = AccountTicks(words)
    qtbot.addWidget(ticks)
    ticks.show_accounts((LARKS, OWLS))
    ticks.follow(Role.ADMINISTRATOR)
    box = ticks.boxes[LARKS.id]

    ticks.show_accounts((LARKS, OWLS))
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert ticks.boxes[LARKS.id] is box
    assert ticks.chosen == (LARKS.id,)

    ticks.show_accounts((LARKS, replace(OWLS, handle="night_owls")))
    assert ticks.chosen == (LARKS.id,)
    assert "night_owls" in ticks.boxes[OWLS.id].text()


def test_the_tab_key_comes_to_the_boxes_before_what_stands_below_them(qtbot: QtBot, words: Wording) -> None:
    form, above, ticks, below = QWidget(), QLineEdit(), AccountTicks(words), QLineEdit()
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    for part in (above, ticks, below):
        column.addWidget(part)

    ticks.show_accounts((LARKS, OWLS))

    first = above.nextInFocusChain()
    while isinstance(first, QWidget) and first.focusPolicy() is Qt.FocusPolicy.NoFocus:
        first = first.nextInFocusChain()
    assert first is ticks.boxes[LARKS.id]
    assert first.nextInFocusChain() is ticks.boxes[OWLS.id]
