"""Something went wrong: its keys lead to the cards, and to the post in sight."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from smadmin.ui.screen import Screen
from tests.gui.shell.test_crisis import PRINCIPAL, sit
from tests.gui.shell.tiny import Opened


class Noted(Screen):
    """A screen that notes at what it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.at: list[str] = []

    def open_subject(self, subject: str) -> None:
        self.at.append(subject)


@pytest.fixture
def noted(opened: Opened, qtbot: QtBot) -> Noted:
    """The school's window with a signed-in principal, where two screens only note."""
    sit(opened, qtbot, PRINCIPAL)
    made = Noted()
    makes: dict[str, Callable[[], Screen]] = {"cases": lambda: made, "publish": Noted}
    for name, make in makes.items():
        if not opened.frame.has_screen(name):
            opened.frame.add_screen(name, make)
    return made


def test_the_keys_lead_to_the_cards_and_to_the_post_in_sight(noted: Noted, opened: Opened) -> None:
    opened.frame.menus.action("something-wrong").trigger()
    opened.frame.menus.action("child-out").trigger()
    assert noted.at == ["comment:", "child-out"]

    opened.shell.open("publish", "a-post")
    opened.frame.menus.action("child-out").trigger()
    assert noted.at[-1] == "child-out:a-post"

    opened.shell.open("publish")
    opened.frame.menus.action("child-out").trigger()
    assert noted.at[-1] == "child-out"


def test_nobody_who_hasn_t_signed_in_takes_anything_down(opened: Opened) -> None:
    opened.frame.menus.action("child-out").trigger()

    assert opened.frame.current != "cases"
