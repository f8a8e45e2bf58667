"""How late a timer rings that should ring every 10 ms: what somebody at the window feels."""

import time

from PySide6.QtCore import QObject, Qt, QTimer

RING_MS = 10


class Lateness(QObject):
    """Measures from its making on.

    Args:
        kept_ms: by how many milliseconds each ring was late.
    """

    def __init__(self) -> None:
        """Ring from now on."""
        super().__init__()
        self.kept_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._ring)
        self._timer.start(RING_MS)

    def begin(self) -> None:
        """Forget what was."""
        self.kept_ms, self._last = [], time.perf_counter()

    def _ring(self) -> None:
        now = time.perf_counter()
        self.kept_ms.append(max(0.0, (now - self._last) * 1000 - RING_MS))
        self._last = now


def at_share(kept_ms: list[float], share: float) -> float:
    """Give the lateness that this share of the rings doesn't exceed, in milliseconds."""
    ordered = sorted(kept_ms)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
