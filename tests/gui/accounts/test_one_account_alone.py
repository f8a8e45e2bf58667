"""In a narrow window, or with large text, one account has the room alone; nothing of the list takes it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.appearance import Appearance
from smadmin.ui.wording import Wording
from tests.gui.registers import seated

NARROW_PX = 640


def test_what_is_about_the_list_is_offered_where_the_list_is_seen(
    tmp_path: Path, words: Wording, qtbot: QtBot, appearance: Appearance, window: QWidget
) -> None:
    del appearance
    with seated(tmp_path, words, qtbot, "ellen-whitcomb") as seat:
        window.resize(NARROW_PX, 720)
        screen = AccountsScreen(seat.around)
        seat.show(screen, window)
        seat.settle()
        about_the_list = (screen.hand.button, screen.ask_button, screen.header.note)
        at_the_list = [one.isVisibleTo(screen) for one in about_the_list]

        screen.open_subject(seat.office.accounts.all()[0].id)
        at_one = [one.isVisibleTo(screen) for one in about_the_list]
        screen._sides.turn_to_first()

        assert screen._sides.take_turns
        assert (at_the_list, at_one) == ([True] * 3, [False] * 3)
        assert all(one.isVisibleTo(screen) for one in about_the_list)
        screen.open_subject(seat.office.accounts.all()[0].id)
        screen.resize(1280, 720)
        qtbot.waitUntil(lambda: all(one.isVisibleTo(screen) for one in about_the_list))
        screen.settle()
