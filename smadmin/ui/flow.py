"""A layout that puts its items side by side and begins a new line where the width ends.

For chips and small buttons, whose number and text size nobody knows beforehand. A hundred of them are placed
once for a width, not with each question that the layouts around ask.
"""

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

from smadmin.ui.theme import SPACE_PX


class FlowLayout(QLayout):
    """Items in reading order, line after line."""

    def __init__(self, parent: QWidget | None = None, *, gap_px: int = SPACE_PX) -> None:
        """Take the gap between items and between lines."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap_px = gap_px
        self._placed: dict[int, list[QRect]] = {}
        self._sizes: tuple[QSize, QSize] | None = None
        self.setContentsMargins(QMargins())
        if parent is not None:
            parent.setLayout(self)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._forget()

    @override
    def invalidate(self) -> None:
        self._forget()
        super().invalidate()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._measured()[0])

    @override
    def minimumSize(self) -> QSize:
        return QSize(self._measured()[1])

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in zip(self._shown(), self._places(rect.width()), strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _forget(self) -> None:
        self._placed, self._sizes = {}, None

    def _measured(self) -> tuple[QSize, QSize]:
        """Give the size of all items in one line, and of the largest."""
        if self._sizes is None:
            hints = [item.sizeHint() for item in self._shown()]
            across = sum(hint.width() for hint in hints) + self._gap_px * max(len(hints) - 1, 0)
            least = QSize()
            for item in self._shown():
                least = least.expandedTo(item.minimumSize())
            self._sizes = QSize(across, max((hint.height() for hint in hints), default=0)), least
        return self._sizes

    def _places(self, width: int) -> list[QRect]:
        if width not in self._placed:
            self._placed[width] = self._laid(width)
        return self._placed[width]

    def _laid(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        at, line_height = QPoint(0, 0), 0
        for item in self._shown():
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if at.x() > 0 and at.x() + size.width() > width:
                at = QPoint(0, at.y() + line_height + self._gap_px)
                line_height = 0
            places.append(QRect(at, size))
            at = QPoint(at.x() + size.width() + self._gap_px, at.y())
            line_height = max(line_height, size.height())
        return _centred(places)


def _centred(places: list[QRect]) -> list[QRect]:
    """Put the lower ones of each line at half its height: words stand beside their buttons."""
    heights: dict[int, int] = {}
    for place in places:
        heights[place.y()] = max(heights.get(place.y(), 0), place.height())
    return [place.translated(0, (heights[place.y()] - place.height()) // 2) for place in places]


class FlowBox(QWidget):
    """Items in reading order that keep all their lines, also where a card around them is squeezed."""

    def __init__(self, *, gap_px: int = SPACE_PX, parent: QWidget | None = None) -> None:
        """Begin empty; add to `flow`."""
        super().__init__(parent)
        self.flow = FlowLayout(self, gap_px=gap_px)

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return done

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = self.flow.heightForWidth(self.width())
        if self.minimumHeight() != wanted:
            self.setMinimumHeight(wanted)
