"""Above the text: where the post goes, and for which planned post; side by side, or one below the other."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of
from smadmin.ui.plaintext import one_line
from smadmin.ui.theme import HALF_SPACE_PX, RING_PX, SPACE_PX

_BESIDE_PX = 720
_OFFERED_CHARACTERS = 12


class Upper(QWidget):
    """Two questions, each a head above its control."""

    def __init__(
        self,
        where: QWidget,
        accounts: QWidget,
        planned: QWidget,
        topic: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        """Take the heads and their controls."""
        super().__init__(parent)
        self._parts = (where, accounts, planned, topic)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(HALF_SPACE_PX)
        self._grid.setColumnMinimumWidth(0, RING_PX)  # so much room the pills keep for their focus ring
        self._grid.setColumnStretch(1, 1)
        self._beside = False
        self._arrange(beside=True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        self._arrange(beside=self.width() >= _BESIDE_PX * scale_of(self.font()))

    def _arrange(self, *, beside: bool) -> None:
        if beside is self._beside:
            return
        self._beside = beside
        for part in self._parts:
            self._grid.removeWidget(part)
        where, accounts, planned, topic = self._parts
        middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(where, 0, 1)
        self._grid.addWidget(accounts, 1, 0, 1, 2)
        self._grid.setColumnMinimumWidth(2, SPACE_PX if beside else 0)
        if beside:
            self._grid.addWidget(planned, 0, 3, middle)
            self._grid.addWidget(topic, 1, 3, top)
        else:
            self._grid.addWidget(planned, 2, 1)
            self._grid.addWidget(topic, 3, 1)


def shortened(topic: str) -> str:
    """Cut a topic that would widen its button past the list below."""
    line = one_line(topic)
    return line if len(line) <= _OFFERED_CHARACTERS else f"{line[: _OFFERED_CHARACTERS - 1]}…"
