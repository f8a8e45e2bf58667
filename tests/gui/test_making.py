"""Screens are made beside what is seen, one short step at a time, and never while somebody waits."""

from pytestqt.qtbot import QtBot

from smadmin.domain.people import Role
from smadmin.ui.appearance import Appearance
from smadmin.ui.frame import Frame
from smadmin.ui.screen import Screen
from smadmin.ui.wording import Wording
from tests.gui.gallery import KeptInMemory

AHEAD = ["compose", "photos", "records"]


class Slow(Screen):
    """A screen whose reading ends when a test says so."""

    def come(self) -> None:
        self.loaded(lambda: None)


def window(words: Wording, appearance: Appearance, qtbot: QtBot) -> Frame:
    """A window for an administrator with Today open, which isn't filled yet."""
    frame = Frame(words, memory=KeptInMemory(), appearance=appearance)
    qtbot.addWidget(frame)
    for name in ("today", *AHEAD, "envelope"):
        frame.add_screen(name, Slow)
    frame.show_roles([Role.ADMINISTRATOR])
    frame.show()
    frame.open_screen("today")
    return frame


def names(frame: Frame) -> list[str]:
    return [screen.objectName().removeprefix("screen-") for screen in frame.screens()]


def fill(frame: Frame) -> None:
    for screen in frame.screens():
        if isinstance(screen, Slow) and screen.isVisible():
            screen.come()


def test_the_side_bars_screens_are_made_once_the_first_is_filled(
    words: Wording, appearance: Appearance, qtbot: QtBot
) -> None:
    frame = window(words, appearance, qtbot)
    frame.make_ahead()
    qtbot.wait(150)
    before = names(frame)

    fill(frame)

    qtbot.waitUntil(lambda: len(frame.screens()) == 1 + len(AHEAD))
    assert before == ["today"]
    assert names(frame) == ["today", *AHEAD]
    assert frame.current == "today"


def test_nothing_is_made_ahead_while_a_screen_is_being_filled(
    words: Wording, appearance: Appearance, qtbot: QtBot
) -> None:
    frame = window(words, appearance, qtbot)
    fill(frame)
    frame.open_screen("records")

    frame.make_ahead()
    qtbot.wait(150)

    assert names(frame) == ["today", "records"]
    fill(frame)
    qtbot.waitUntil(lambda: len(frame.screens()) == 1 + len(AHEAD))


def test_a_screen_opened_between_its_two_steps_is_made_once(
    words: Wording, appearance: Appearance, qtbot: QtBot
) -> None:
    made: list[Screen] = []
    frame = window(words, appearance, qtbot)

    def make() -> Screen:
        made.append(Slow())
        return made[-1]

    frame.add_screen("compose", make)
    frame.make_ahead()
    fill(frame)
    qtbot.waitUntil(lambda: bool(made))

    opened = frame.open_screen("compose")

    assert made == [opened]
    assert opened.isVisible()


def test_a_window_that_locks_between_two_steps_keeps_nothing(
    words: Wording, appearance: Appearance, qtbot: QtBot
) -> None:
    made: list[Screen] = []
    frame = window(words, appearance, qtbot)

    def make() -> Screen:
        made.append(Slow())
        return made[-1]

    frame.add_screen("compose", make)
    frame.make_ahead()
    fill(frame)
    qtbot.waitUntil(lambda: bool(made))
    gone: list[str] = []
    made[0].destroyed.connect(lambda: gone.append("gone"))

    frame.drop_screens()

    qtbot.waitUntil(lambda: gone == ["gone"])
    assert frame.screens() == ()
