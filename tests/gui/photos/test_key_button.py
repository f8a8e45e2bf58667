"""A button with its key: shortened words come back where there is room again."""

from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.photos.keyed import KeyButton


def test_words_that_were_shortened_come_back_where_there_is_room(qtbot: QtBot, window: QWidget) -> None:
    button = KeyButton("Cover more of what shows", "A")
    row = QHBoxLayout(window)
    row.addWidget(button)
    row.addStretch(1)
    window.resize(170, 80)
    window.show()
    qtbot.waitUntil(lambda: "\u2026" in button.text())

    window.resize(900, 80)

    qtbot.waitUntil(lambda: button.text().strip() == "Cover more of what shows")


def test_longer_words_are_shortened_where_the_button_stays_as_wide(qtbot: QtBot, window: QWidget) -> None:
    button = KeyButton("None", "N").widen()
    row = QHBoxLayout(window)
    row.addWidget(button)
    window.setFixedSize(170, 80)
    window.show()
    qtbot.waitUntil(button.isVisible)

    button.show_words("None of these children, and nobody was missed")

    qtbot.waitUntil(lambda: "\u2026" in button.text())
