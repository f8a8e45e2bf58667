"""Screens are made beside what is seen, one short step at a time, and never while somebody waits."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from typing_extensions import override

from smadmin.domain.people import Role
from smadmin.ui.appearance import Appearance
from smadmin.ui.frame import Frame
from smadmin.ui.making import STEP_MS
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


class Large(Slow):
    """A screen with two parts that aren't seen at first."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[str] = []

    @override
    def parts(self) -> tuple[Callable[[], object], ...]:
        return tuple(partial(self.made.append, part) for part in ("sheet", "board"))


def test_what_a_screen_shows_later_is_made_one_part_a_turn(
    words: Wording, appearance: Appearance, qtbot: QtBot
) -> None:
    frame, large = window(words, appearance, qtbot), Large()
    seen: list[int] = []
    turns = QTimer(frame, interval=1)
    turns.timeout.connect(lambda: seen.append(len(large.made)))
    turns.start()
    frame.add_screen("compose", lambda: large)
    frame.make_ahead()
    before = list(large.made)

    fill(frame)

    qtbot.waitUntil(lambda: len(large.made) == 2)
    turns.stop()
    assert before == []
    assert 1 in seen, "both parts were made in one turn"


def test_a_locked_window_makes_no_parts_any_more(
    words: Wording, appearance: Appearance, qtbot: QtBot
) -> None:
    frame, large = window(words, appearance, qtbot), Large()
    frame.add_screen("compose", lambda: large)
    frame.make_ahead()
    fill(frame)
    qtbot.waitUntil(lambda: len(large.made) == 1)

    frame.drop_screens()
    qtbot.wait(2 * STEP_MS)

    assert large.made == ["sheet"]
