"""A main button whose meaning changes under the hand takes no press for a moment."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
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


def test_a_button_that_only_counts_what_is_typed_takes_the_next_press(button: Button, qtbot: QtBot) -> None:
    QTest.mouseClick(button, LEFT)

    button.restate("Sign the list of 2 people")

    with qtbot.waitSignal(button.clicked, timeout=100):
        QTest.mouseClick(button, LEFT)


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


def test_a_main_button_elsewhere_takes_the_next_click_at_once(
    button: Button, qtbot: QtBot, appearance: Appearance
) -> None:
    QTest.mouseClick(button, LEFT)
    other = Button("Sit down", kind=ButtonKind.MAIN)
    qtbot.addWidget(other)
    other.move(button.pos() + QPoint(2 * button.width(), 3 * button.height()))
    other.show()

    with qtbot.waitSignal(other.clicked, timeout=100):
        QTest.mouseClick(other, LEFT)


def test_a_button_that_moves_away_from_the_hand_takes_a_press(
    button: Button, qtbot: QtBot, appearance: Appearance
) -> None:
    QTest.mouseClick(button, LEFT)
    other = Button("Sit down", kind=ButtonKind.MAIN)
    qtbot.addWidget(other)
    other.show()
    before = other.settling

    other.move(button.pos() + QPoint(2 * button.width(), 3 * button.height()))

    assert before
    assert not other.settling


@pytest.fixture
def slow_clicks(qapp: QApplication) -> Iterator[None]:
    """A double click may take half a minute, so that a busy computer is quick enough for one."""
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(30_000)
    yield
    qapp.setDoubleClickInterval(usual)


@pytest.mark.usefixtures("slow_clicks")
def test_keys_pressed_twice_do_not_press_a_main_button_elsewhere(
    button: Button, qtbot: QtBot, qapp: QApplication, appearance: Appearance
) -> None:
    other = Button("Sit down", kind=ButtonKind.MAIN)
    qtbot.addWidget(other)
    other.move(button.pos() + QPoint(2 * button.width(), 3 * button.height()))
    button.press()
    other.show()

    with qtbot.assertNotEmitted(other.clicked):
        other.press()
        QTest.keyClick(other, Qt.Key.Key_Return)
    qapp.setDoubleClickInterval(1)
    qtbot.wait(10)
    with qtbot.waitSignal(other.clicked, timeout=100):
        other.press()


def test_the_same_button_is_pressed_as_fast_as_one_likes(button: Button) -> None:
    done: list[str] = []
    button.clicked.connect(lambda: done.append("next"))

    for _ in range(3):
        button.press()

    assert done == ["next"] * 3


def test_other_buttons_and_new_windows_take_presses_at_once(button: Button, qtbot: QtBot) -> None:
    assert not button.settling
    plain = Button("Undo")
    qtbot.addWidget(plain)
    QTest.mouseClick(button, LEFT)

    plain.show()

    assert not plain.settling


def test_a_link_underlines_nothing_before_its_words(qtbot: QtBot, appearance: Appearance) -> None:
    del appearance
    plain, link = (Button("Copy", kind=kind, icon="copy") for kind in (ButtonKind.PLAIN, ButtonKind.LINK))
    for button in (plain, link):
        qtbot.addWidget(button)
        button.show()

    assert (plain.text(), link.text()) == (" Copy", "Copy")
    assert link.iconSize().width() > link.iconSize().height()
    assert plain.iconSize().width() == plain.iconSize().height()
