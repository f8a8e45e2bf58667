"""Two cards side by side, or one below the other where both have no room."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of
from smadmin.ui.theme import SPACE_PX

_BESIDE_PX = 860


class Beside(QWidget):
    """Holds two widgets of the same width."""

    def __init__(self, first: QWidget, second: QWidget) -> None:
        """Take both, the first one to be read first."""
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * SPACE_PX)
        self._box.addWidget(first, 1)
        self._box.addWidget(second, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._turn()

    def _turn(self) -> None:
        beside = self.width() >= _BESIDE_PX * scale_of(self.font())
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
