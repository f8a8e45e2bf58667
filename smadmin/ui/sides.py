"""Two parts side by side, or one below the other where the width or the text leaves no room."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of
from smadmin.ui.theme import SPACE_PX


class Sides(QWidget):
    """Arranges two widgets by the room there is. `arranged` tells that they changed places."""

    arranged = Signal()

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        shares: tuple[int, int],
        least_px: int,
        parent: QWidget | None = None,
    ) -> None:
        """Take both widgets.

        Args:
            first: left, or above.
            second: right, or below.
            shares: how they share the width.
            least_px: narrower than this, at 100 % text, they stand one below the other.
            parent: the widget around.
        """
        super().__init__(parent)
        self._least_px = least_px
        self._shares = shares
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACE_PX + 4)
        self._box.addWidget(first, shares[0])
        self._box.addWidget(second, shares[1])
        self._parts = (first, second)

    @property
    def beside(self) -> bool:
        """Whether they stand side by side."""
        return self._box.direction() is QBoxLayout.Direction.LeftToRight

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= self._least_px * scale_of(self.font())
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._box.direction() is wanted:
            return
        self._box.setDirection(wanted)
        for number, share in enumerate(self._shares):
            self._box.setStretch(number, share if beside else number)
        self.arranged.emit()
