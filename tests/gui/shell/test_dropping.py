"""A second look or a week may be dropped anywhere on the window; other files are the screens' own matter."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.shell.dropping import FileDrops
from smadmin.ui.surroundings import files_of
from tests.gui.shell.tiny import Opened

COPY, LEFT, NO_KEY = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def offer(*names: str) -> QMimeData:
    offered = QMimeData()
    offered.setUrls([QUrl.fromLocalFile(f"/carried/{name}") for name in names])
    return offered


def drop(on: QWidget, offered: QMimeData) -> bool:
    """Drag over a widget and let go; tells whether it took the drag."""
    enters = QDragEnterEvent(QPoint(5, 5), COPY, offered, LEFT, NO_KEY)
    enters.ignore()
    QApplication.sendEvent(on, enters)
    if enters.isAccepted():
        QApplication.sendEvent(on, QDropEvent(QPointF(5, 5), COPY, offered, LEFT, NO_KEY))
    return enters.isAccepted()


def test_a_second_look_and_a_week_are_taken_and_nothing_else(window: QWidget) -> None:
    taken: list[tuple[str, tuple[Path, ...]]] = []
    FileDrops(window, lambda screen, files: taken.append((screen, files_of(files))), window)

    assert drop(window, offer("a photo.jpg", "look.SMLOOK"))
    assert drop(window, offer("answer.smweek"))
    assert not drop(window, offer("a photo.jpg"))
    assert not drop(window, QMimeData())
    assert taken == [("photos", (Path("/carried/look.SMLOOK"),)), ("plan", (Path("/carried/answer.smweek"),))]


@pytest.mark.parametrize(("file", "screen"), [("look.smlook", "photos"), ("answer.smweek", "plan")])
def test_it_leads_to_its_screen_once_somebody_sits(
    opened: Opened, qtbot: QtBot, file: str, screen: str
) -> None:
    assert drop(opened.frame, offer(file))
    before = opened.frame.current
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")

    drop(opened.frame, offer(file))

    assert before != screen
    assert opened.frame.current == screen
