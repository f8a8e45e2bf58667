"""What went well, laid over the lower edge of a screen: it comes and leaves, and nothing below it moves.

It belongs to the screen it was said on and is out of sight with it; Tab reaches its buttons like any others.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of
from smadmin.ui.theme import PAGE_MARGIN_PX, SPACE_PX

_MOST_PX = 620
"""Its width at 100 % text, where the screen is as wide."""

_MOVES = frozenset({QEvent.Type.Resize, QEvent.Type.Show})


class Toasts(QWidget):
    """Over one screen, newest on top; as large as what it holds, so that all beside it can be clicked."""

    def __init__(self, host: QWidget) -> None:
        """Lie over a screen, empty."""
        super().__init__(host)
        self._host = host
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_PX)
        host.installEventFilter(self)
        self.hide()

    def add(self, toast: QWidget) -> None:
        """Show one more."""
        self._column.insertWidget(0, toast)
        self._place()  # before it is seen, or it would begin in a corner, maybe under the mouse
        self.show()
        toast.show()
        self._place()

    def take(self, toast: QWidget) -> None:
        """Let one go; who added it deletes it."""
        self._column.removeWidget(toast)
        self.setVisible(self._column.count() > 0)
        self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return handled

    def _place(self) -> None:
        room = self._host.rect()
        width = min(room.width() - 2 * PAGE_MARGIN_PX, round(_MOST_PX * scale_of(self.font())))
        height = self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else -1
        if height < 0:
            height = self._column.sizeHint().height()
        left, top = (room.width() - width) // 2, room.height() - height - 2 * SPACE_PX
        self.setGeometry(left, max(top, 0), width, height)
        self.raise_()
