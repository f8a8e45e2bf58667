"""A state's shape stands beside the first line of its sentence, however many lines that has."""

import pytest
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.labels import PlainLabel
from smadmin.ui.states import LineMark, StateLine
from smadmin.ui.theme import State


@pytest.mark.parametrize("words", [1, 30])
def test_the_shape_stands_beside_the_first_line(qtbot: QtBot, appearance: Appearance, words: int) -> None:
    del appearance
    line = StateLine(State.DOUBT, " ".join(["missing"] * words))
    qtbot.addWidget(line)
    line.resize(300, line.heightForWidth(300))
    line.show()
    qtbot.waitExposed(line)

    (shape,), (sentence,) = line.findChildren(LineMark), line.findChildren(PlainLabel)
    one = sentence.fontMetrics().lineSpacing()
    assert (sentence.height() > 2 * one) == (words > 1)
    middle = shape.geometry().center().y() - sentence.geometry().top()
    assert abs(middle - one / 2) <= 2
