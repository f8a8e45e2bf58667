"""A dialog as wide as it is told, times the text's size, and as tall as its words need there.

Qt measures a dialog before it knows how its sentences wrap, which cuts them where the text is large. None is
taller than the screen: what doesn't fit is left to `_squeeze`, or a button below the edge is never found.
"""

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QDialog, QLayout, QScrollArea, QStyle, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of
from smadmin.ui.scrolled import scrolled


class FittedDialog(QDialog):
    """Base of the dialogs that ask something."""

    def __init__(self, width_px: int, parent: QWidget | None = None) -> None:
        """Take the width at 100 % text."""
        super().__init__(parent)
        self._width_px = width_px

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in {QEvent.Type.Show, QEvent.Type.LayoutRequest, QEvent.Type.FontChange}:
            self._fit()
            if event.type() is QEvent.Type.Show and not event.spontaneous():
                self._stand_over_parent()
        return done

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        room = self.screen().availableGeometry()
        frame = self.frameGeometry().size() - self.size()  # empty until the desktop has framed it
        title = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        width = min(round(self._width_px * scale_of(self.font())), room.width() - frame.width())
        most = room.height() - max(frame.height(), title)
        self._squeeze(layout, width, most)
        height = min(needed_height(layout, width), most)
        self.setMinimumSize(width, height)
        self.resize(width, height)
        self._move_into(room)

    def _squeeze(self, layout: QLayout, width: int, most: int) -> None:
        """Let whatever can scroll take no more height than is left to it, of the screen's most."""

    def _stand_over_parent(self) -> None:
        """Stand in the middle of the window below: Qt chose the place before the words wrapped."""
        below = self.parentWidget()
        if below is None:
            return
        around = self.rect()
        around.moveCenter(below.window().frameGeometry().center())
        self.move(around.topLeft())
        self._move_into(self.screen().availableGeometry())

    def _move_into(self, room: QRect) -> None:
        """Move up, and left, by what now lies off the screen."""
        frame = self.frameGeometry()
        x = max(room.left(), self.x() - max(0, frame.right() - room.right()))
        y = max(room.top(), self.y() - max(0, frame.bottom() - room.bottom()))
        if (x, y) != (self.x(), self.y()):
            self.move(x, y)


class ScrolledDialog(FittedDialog):
    """Base of those that may ask for more than a low screen holds: what is asked scrolls, the rest stays."""

    middle: QScrollArea

    def hold(self, asked: QWidget) -> QScrollArea:
        """Give an area, to stand between the rest, that takes what height is left to what is asked."""
        asked.installEventFilter(self)  # what scrolls doesn't tell the dialog that it grew
        asked.setMinimumWidth(1)  # as wide as the area, whatever stands in it: no bar leads sideways
        self.middle = scrolled(asked, "asked")
        self.middle.setFixedHeight(0)  # until `_squeeze` knows
        return self.middle

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    @override
    def _squeeze(self, layout: QLayout, width: int, most: int) -> None:
        held, around = self.middle.widget(), layout.contentsMargins()
        asked = None if held is None else held.layout()
        if asked is None:
            return
        wanted = needed_height(asked, width - around.left() - around.right())
        rest = needed_height(layout, width) - self.middle.minimumHeight()
        height = max(0, min(wanted, most - rest))
        if (
            height != self.middle.minimumHeight()
        ):  # once: taller for a moment, it would forget how far it is scrolled
            self.middle.setFixedHeight(height)


def needed_height(layout: QLayout, width: int) -> int:
    """Give how tall a layout is at a width, in px."""
    return max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
