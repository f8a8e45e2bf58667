"""Tells when the window's first frame stands, so that nothing slower begins before it.

Importing the store on another thread holds the interpreter's lock, which painting needs.
"""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_LATEST_MS = 400
"""A window that starts minimised may never be painted; its store is opened all the same."""


class FirstFrame(QObject):
    """Watches a window that isn't shown yet. `stood` is emitted once."""

    stood = Signal()

    def __init__(self, window: QWidget) -> None:
        """Watch a window, which owns this."""
        super().__init__(window)
        self._window = window
        self._latest = QTimer(self, singleShot=True, interval=_LATEST_MS)
        self._latest.timeout.connect(self._end)
        self._latest.start()
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._latest.start(0)  # when this painting, its children's too, is done
        return False

    def _end(self) -> None:
        self._window.removeEventFilter(self)
        self.stood.emit()
