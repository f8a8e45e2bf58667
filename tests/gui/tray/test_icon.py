"""The icon's own messages and pictures, and what is kept of the choices."""

import sys
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot
from typing_extensions import override

from smadmin.ui.theme import State
from smadmin.ui.tray.icon import tray_icon
from smadmin.ui.tray.notifying import IconNotifier, notifiers_for
from smadmin.ui.tray.prefs import WarningPrefs
from tests.gui.gallery import KeptInMemory
from tests.today_views import account

DAY = date(2026, 11, 18)


def test_an_icon_without_messages_says_that_nobody_took_it(qtbot: QtBot) -> None:
    icon = QSystemTrayIcon()
    notifier = IconNotifier(icon)
    heard: list[str] = []
    notifier.pressed.connect(heard.append)

    took = notifier.show("1 account needs a post", "X @x", button="Go", subject="account:x")
    icon.messageClicked.emit()

    assert took is icon.supportsMessages()
    assert heard == (["account:x"] if took else [""])
    notifier.end()


class Taking(QSystemTrayIcon):
    """An icon on a desktop that takes every message."""

    @staticmethod
    @override
    def supportsMessages() -> bool:
        return True

    @override
    def showMessage(self, *_said: object, **_more: object) -> None:
        """Take it; what lies there longest isn't known to a program either."""


def pressed_after(*subjects: str) -> list[str]:
    """Show messages, press as often as there are some, and give where each press leads."""
    icon, heard = Taking(), list[str]()
    notifier = IconNotifier(icon)
    notifier.pressed.connect(heard.append)
    for subject in subjects:
        notifier.show("1 account needs a post", "X @x", button="Go", subject=subject)
    for _ in subjects:
        icon.messageClicked.emit()
    return heard


def test_an_older_message_that_is_pressed_never_leads_where_a_later_one_does(qtbot: QtBot) -> None:
    del qtbot
    assert pressed_after("account:x") == ["account:x"]
    assert pressed_after("account:x", "account:y") == ["", ""], "the icon can't tell which was pressed"
    assert pressed_after("account:x", "account:x") == ["account:x", ""]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a session's bus")
def test_without_a_bus_the_icon_itself_shows_messages(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    del qtbot
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    icon = QSystemTrayIcon()

    (only,) = notifiers_for(icon)

    assert isinstance(only, IconNotifier)


@pytest.mark.parametrize("dark", [False, True])
def test_the_icon_tells_late_from_due_by_its_shape(dark: bool, appearance: object) -> None:
    del appearance
    drawn = {state: tray_icon(state, dark=dark).pixmap(32, 32).toImage() for state in State}

    assert drawn[State.FINE] == drawn[State.NOTE]
    assert drawn[State.STOP] != drawn[State.DOUBT] != drawn[State.FINE]
    corner = drawn[State.STOP].pixelColor(17, 17), drawn[State.DOUBT].pixelColor(17, 17)
    assert corner[0] != drawn[State.FINE].pixelColor(17, 17), "a square fills its corner"
    assert corner[1] == drawn[State.FINE].pixelColor(17, 17), "a triangle doesn't"


def test_what_was_chosen_is_kept_and_what_cant_be_read_counts_as_not_chosen() -> None:
    memory = KeptInMemory()
    prefs = WarningPrefs(memory)
    usual = prefs.times
    chosen = replace(usual, at=time(9, 15), quiet_from=time(16), quiet_to=DAY)
    chosen = chosen.snooze(account("a").id, DAY, DAY)

    prefs.choose_times(chosen)

    assert WarningPrefs(memory).times == chosen
    memory.kept = dict.fromkeys(memory.kept, "[1]")
    assert WarningPrefs(memory).times == usual
