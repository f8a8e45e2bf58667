"""Nothing slower begins before the first frame stands, and a window that is never painted opens too."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from smadmin.app.first_frame import FirstFrame


class Noted(QWidget):
    def __init__(self, notes: list[str]) -> None:
        super().__init__()
        self._notes = notes

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._notes.append("painted")


def test_it_is_told_once_after_the_first_painting(qtbot: QtBot) -> None:
    notes: list[str] = []
    window = Noted(notes)
    qtbot.addWidget(window)
    first = FirstFrame(window)
    first.stood.connect(lambda: notes.append("stood"))

    window.show()
    qtbot.waitUntil(lambda: "stood" in notes)
    window.repaint()

    assert notes[:2] == ["painted", "stood"]
    assert notes.count("stood") == 1


def test_a_window_that_is_never_painted_is_not_waited_for(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first = FirstFrame(window)

    with qtbot.waitSignal(first.stood, timeout=2_000):
        pass
