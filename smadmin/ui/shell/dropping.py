"""A second look or a week's file that is dropped anywhere on the window; other files are the screens' own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.services import week_away
from smadmin.services.photos import lookfiles
from smadmin.ui.surroundings import files_subject

_SCREENS = {lookfiles.ENDING: "photos", week_away.ENDING: "plan"}


class FileDrops(QObject):
    """Listens where no screen takes a drop. It ends with its parent.

    Args:
        open_at: opens a screen with the files as its subject.
    """

    def __init__(self, window: QWidget, open_at: Callable[[str, str], None], parent: QObject) -> None:
        """Listen on the window."""
        super().__init__(parent)
        self._open_at = open_at
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):
            for ending, screen in _SCREENS.items():
                if files := files_in(event.mimeData(), ending):
                    event.acceptProposedAction()
                    if event.type() is QEvent.Type.Drop:
                        self._open_at(screen, files_subject(files))
                    return True
        return super().eventFilter(watched, event)


def files_in(offered: QMimeData, ending: str) -> list[Path]:
    """Give the files with an ending among those that are dropped."""
    paths = (Path(url.toLocalFile()) for url in offered.urls() if url.isLocalFile())
    return [path for path in paths if path.suffix.lower() == ending]
