"""The question above the photo keeps its buttons whole, however narrow it gets."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.photos.countbar import CountBar
from smadmin.ui.photos.counting import Closer, CloserState
from smadmin.ui.wording import Wording


@pytest.mark.parametrize("width", [900, 420, 230])
def test_no_button_is_squeezed(width: int, words: Wording, qtbot: QtBot, appearance: Appearance) -> None:
    del appearance
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, 300)
    bar = CountBar(words, "photoui.draw-frame", window)
    bar.show_closer(Closer(CloserState.OFFERED))
    bar.show()
    bar.resize(width, 200)
    with qtbot.waitExposed(window):
        window.show()

    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in (bar.closer, bar.draw)))


def test_looking_closer_moves_no_button(words: Wording, qtbot: QtBot, appearance: Appearance) -> None:
    del appearance
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 300)
    bar = CountBar(words, "photoui.draw-frame", window)
    bar.resize(900, 80)
    bar.show_closer(Closer(CloserState.OFFERED))
    bar.show()
    with qtbot.waitExposed(window):
        window.show()
    qtbot.wait(10)
    before = bar.draw.geometry(), bar.closer.geometry()

    bar.show_closer(Closer(CloserState.UNDER_WAY))
    qtbot.wait(10)

    assert (bar.draw.geometry(), bar.closer.geometry()) == before
