"""A main button whose meaning changes under the hand takes no press for a moment."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.buttons import Button, ButtonKind

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def button(qtbot: QtBot, appearance: Appearance) -> Button:
    made = Button("Read it back", kind=ButtonKind.MAIN)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("key", [None, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_second_half_of_a_double_click_does_not_do_the_next_thing(
    button: Button, qtbot: QtBot, key: Qt.Key | None
) -> None:
    done: list[str] = []
    button.clicked.connect(lambda: done.append(button.accessibleName()))
    button.clicked.connect(lambda: button.show_words("Submit for release"))
    QTest.mouseClick(button, LEFT)

    if key is None:
        QTest.mouseClick(button, LEFT)
    else:
        QTest.keyClick(button, key)

    assert done == ["Read it back"]
    qtbot.waitUntil(lambda: not button.settling)
    QTest.mouseClick(button, LEFT)
    assert done == ["Read it back", "Submit for release"]


def test_a_shortcut_waits_for_the_button_too(button: Button, qtbot: QtBot) -> None:
    button.press()
    button.show_words("Submit for release")
    with qtbot.assertNotEmitted(button.clicked):
        button.press()


def test_another_main_button_at_the_same_place_waits_when_it_comes_under_the_hand(
    button: Button, qtbot: QtBot, appearance: Appearance
) -> None:
    QTest.mouseClick(button, LEFT)
    other = Button("Hand over the chair", kind=ButtonKind.MAIN)
    qtbot.addWidget(other)
    other.show()

    assert other.settling


def test_other_buttons_and_new_windows_take_presses_at_once(button: Button, qtbot: QtBot) -> None:
    assert not button.settling
    plain = Button("Undo")
    qtbot.addWidget(plain)
    QTest.mouseClick(button, LEFT)

    plain.show()

    assert not plain.settling
