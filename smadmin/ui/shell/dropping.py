"""A second look that is dropped anywhere on the window goes to Photos; other files are the screens' own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.services.photos.lookfiles import ENDING


class LookDrops(QObject):
    """Listens where no screen takes a drop; `taken` gets the files. It ends with its parent."""

    def __init__(self, window: QWidget, taken: Callable[[list[Path]], None], parent: QObject) -> None:
        """Listen on the window."""
        super().__init__(parent)
        self._taken = taken
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or not (looks := looks_in(event.mimeData())):
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._taken(looks)
        return True


def looks_in(offered: QMimeData) -> list[Path]:
    """Give the second looks among files that are dropped."""
    paths = (Path(url.toLocalFile()) for url in offered.urls() if url.isLocalFile())
    return [path for path in paths if path.suffix.lower() == ENDING]
