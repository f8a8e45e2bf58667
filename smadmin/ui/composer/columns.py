"""Three columns that become two and one as the width shrinks or the text grows.

The two at the right scroll for themselves, so that text and counters stay where they are; but one below the
other they would be bars beside the page's own bar, so there they stand whole.
"""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of
from smadmin.ui.growing import GrowingArea
from smadmin.ui.theme import SCROLL_BAR_PX, SPACE_PX

_THREE_PX = 920
_TWO_PX = 620
_GAP_PX = SPACE_PX + 6
_LEAST_HEIGHT_PX = 260


class Columns(QWidget):
    """A wide widget at the left, and two narrower ones that stand beside or below.

    Signals:
        arranged: how many columns there are now.
    """

    arranged = Signal(int)

    def __init__(self, wide: QWidget, middle: QWidget, last: QWidget, parent: QWidget | None = None) -> None:
        """Take the three, the most important first."""
        super().__init__(parent)
        self.setProperty("kind", "scrolled")
        self._widgets = (wide, middle, last)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP_PX)
        self._count = 0
        self._arrange(3)

    @property
    def count(self) -> int:
        """How many columns there are."""
        return self._count

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
        width = self.width() / scale_of(self.font())
        self._arrange(3 if width >= _THREE_PX else 2 if width >= _TWO_PX else 1)

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for widget in self._widgets:
            self._grid.removeWidget(widget)
        for column in range(3):
            self._grid.setColumnStretch(column, 0)
        for row in range(3):
            self._grid.setRowStretch(row, 0)
        wide, middle, last = self._widgets
        if count == 1:
            for row, widget in enumerate(self._widgets):
                self._grid.addWidget(widget, row, 0)
            self._grid.setColumnStretch(0, 1)
        elif count == 2:  # noqa: PLR2004  two columns
            self._grid.addWidget(wide, 0, 0, 2, 1)
            self._grid.addWidget(middle, 0, 1)
            self._grid.addWidget(last, 1, 1)
            self._stretch(46, 29)
            self._grid.setRowStretch(0, 1)
            self._grid.setRowStretch(1, 1)
        else:
            self._grid.addWidget(wide, 0, 0)
            self._grid.addWidget(middle, 0, 1)
            self._grid.addWidget(last, 0, 2)
            self._stretch(46, 29, 26)
            self._grid.setRowStretch(0, 1)
        self.arranged.emit(count)

    def _stretch(self, *shares: int) -> None:
        for column, share in enumerate(shares):
            self._grid.setColumnStretch(column, share)


class Scrolled(GrowingArea):
    """A column that scrolls up and down for itself, or stands whole on a page that scrolls."""

    def __init__(self, content: QWidget, name: str, parent: QWidget | None = None) -> None:
        """Take what scrolls, and an object name, under which its place is kept."""
        super().__init__(content, least_px=_LEAST_HEIGHT_PX, parent=parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        content = self.widget()
        if content is not None and watched is content and event.type() is QEvent.Type.LayoutRequest:
            # Nothing scrolls sideways: the column is never narrower than its widest button.
            self.setMinimumWidth(content.minimumSizeHint().width() + SCROLL_BAR_PX)
        return super().eventFilter(watched, event)
