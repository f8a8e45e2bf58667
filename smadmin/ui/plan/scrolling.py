"""While somebody scrolls through years Python doesn't look through all memory, for nothing goes on then."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea
from typing_extensions import override

from smadmin.ui.promptness import Tidying

RESTS_AFTER_MS = 2_000
"""So long after the last scrolling it does again; with the years of 200 accounts that takes 30 ms."""


class Scrolling(QObject):
    """Goes with what scrolls."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        """Hold it back from the first scrolling on, until it rests or is hidden."""
        super().__init__(area)
        self._tidying = Tidying()
        self.rest = QTimer(self, singleShot=True, interval=RESTS_AFTER_MS)
        self.rest.timeout.connect(self._tidying.go_on)
        for bar in (area.horizontalScrollBar(), area.verticalScrollBar()):
            bar.valueChanged.connect(self._scrolled)
        self.destroyed.connect(self._tidying.go_on)  # what scrolls may go before it rests
        area.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Hide:
            self.rest.stop()
            self._tidying.go_on()
        return False

    def _scrolled(self) -> None:
        self._tidying.hold()
        self.rest.start()
