"""A second look may be dropped anywhere on the window; other files are the screens' own matter."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.shell.dropping import LookDrops
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


def test_a_second_look_is_taken_and_nothing_else(window: QWidget) -> None:
    taken: list[list[Path]] = []
    LookDrops(window, taken.append, window)

    assert drop(window, offer("a photo.jpg", "look.SMLOOK"))
    assert not drop(window, offer("a photo.jpg"))
    assert not drop(window, QMimeData())
    assert taken == [[Path("/carried/look.SMLOOK")]]


def test_it_leads_to_photos_once_somebody_sits(opened: Opened, qtbot: QtBot) -> None:
    assert drop(opened.frame, offer("look.smlook"))
    before = opened.frame.current
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")

    drop(opened.frame, offer("look.smlook"))

    assert before != "photos"
    assert opened.frame.current == "photos"
