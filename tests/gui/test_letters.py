"""Letters that somebody reads out or types from paper have one width, whatever the style sheet says."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.letters import in_one_width


@pytest.mark.parametrize("make", [lambda: PlainLabel("0O1l", kind=TextKind.HEADING), QLineEdit])
def test_letters_to_be_copied_have_one_width(
    make: type[QWidget], qtbot: QtBot, appearance: Appearance
) -> None:
    del appearance  # whose style sheet names a font
    window, widget = QWidget(), make()
    qtbot.addWidget(window)
    in_one_width(widget)
    QVBoxLayout(window).addWidget(widget)
    window.show()

    metrics = widget.fontMetrics()

    assert metrics.horizontalAdvance("l") == metrics.horizontalAdvance("O")
