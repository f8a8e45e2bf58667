"""Says when a window was painted first. A part of what `start` measures, so it imports nothing but Qt."""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_LOOKS_MS = 300


class FirstPaint(QObject):
    """Watches a window."""

    def __init__(self, window: QWidget) -> None:
        """Take a window that isn't shown yet."""
        super().__init__(window)
        self.at = 0.0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Note the first painting."""
        if event.type() == QEvent.Type.Paint and not self.at:
            self.at = time.monotonic()
        return super().eventFilter(watched, event)


def tell_first_paint(application: QApplication, painted: FirstPaint) -> None:
    """Run until the window stands, and print the seconds since this process was born (first argument)."""
    QTimer.singleShot(_LOOKS_MS, application.quit)
    application.exec()
    sys.stdout.write(f"{painted.at - float(sys.argv[1])}\n")
