"""The Edit menu reaches texts, and what has edits of its own, wherever the keyboard stands on it."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.frame import Frame


class Calendar(QWidget):
    """Something with edits of its own, and a button on it."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[str] = []
        self.button = QPushButton("Week")
        QVBoxLayout(self).addWidget(self.button)

    def take_edit(self, deed: str) -> None:
        self.taken.append(deed)


def test_undo_comes_to_what_the_focused_button_stands_on(frame: Frame, qtbot: QtBot) -> None:
    calendar = Calendar()
    frame.setCentralWidget(calendar)
    frame.show()
    calendar.button.setFocus()
    qtbot.waitUntil(lambda: frame.focusWidget() is calendar.button)

    frame.menus.action("undo").trigger()
    frame.menus.action("redo").trigger()

    assert calendar.taken == ["undo", "redo"]
