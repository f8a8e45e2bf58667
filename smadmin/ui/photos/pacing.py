"""Reading the same thing again and again while it changes, yet never for more than a part of the time.

A folder of five hundred photos takes long to read and to show; a search changes it several times a second.
"""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

LEAST_MS = 500
"""So long at least lies between two readings."""

SHARE = 8
"""After a reading it rests so many times as long as the reading took, with its showing."""

_PATIENCE_MS = 20_000
"""A reading that didn't come by then isn't waited for: it failed, and that was said."""


class Pacing(QObject):
    """Paces a reading. Whoever reads for another reason calls `begun` too."""

    def __init__(self, read: Callable[[], None], parent: QObject) -> None:
        """Take what reads; it calls `begun` when it asks and `over` when what came is shown."""
        super().__init__(parent)
        self._read = read
        self._wished = False
        self._took = QElapsedTimer()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._rested)

    def wish(self) -> None:
        """Read now, or once the rest is over; many wishes become one reading."""
        self._wished = True
        if not self._rest.isActive():
            self._rested()

    def begun(self) -> None:
        """Know that it is being read: what was wished before is on its way."""
        self._wished = False
        self._took.start()
        self._rest.start(_PATIENCE_MS)

    def over(self) -> None:
        """Know that what was read is shown."""
        self._rest.start(max(LEAST_MS, SHARE * self._took.elapsed()))

    def _rested(self) -> None:
        if self._wished:
            self._read()
