"""The window comes back where and as large as it was left."""

from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.frame import Frame
from smadmin.ui.placing import tallest
from smadmin.ui.screen import Screen
from smadmin.ui.wording import Wording
from tests.gui.gallery import KeptInMemory


def test_geometry_and_screen_are_kept_on_closing(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    memory = KeptInMemory()
    first = Frame(words, memory=memory, appearance=appearance)
    qtbot.addWidget(first)
    first.add_screen("today", Screen)
    first.resize(900, 612)  # the off-screen platform's screen is small
    first.show()
    first.open_screen("today")
    with qtbot.waitSignal(first.closed):
        first.close()

    second = Frame(words, memory=memory, appearance=appearance)
    qtbot.addWidget(second)

    assert (second.width(), second.height()) == (900, 612)
    assert memory.value("window/screen") == "today"


def test_a_spoilt_geometry_gives_the_first_size(qtbot: QtBot, words: Wording, appearance: Appearance) -> None:
    memory = KeptInMemory()
    memory.keep("window/geometry", "no geometry ñ")

    frame = Frame(words, memory=memory, appearance=appearance)
    qtbot.addWidget(frame)

    assert (frame.width(), frame.height()) == (1280, tallest(800, frame.screen().availableGeometry()))
