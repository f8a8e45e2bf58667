"""The calendar's grid by hand: all of it with the keyboard, and posts carried with the mouse.

It holds no rule: what somebody wants is a signal, and the page answers.
"""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from smadmin.domain.calendar import Entry
from smadmin.ui.plan.painting import places
from smadmin.ui.plan.sheets import AccountSheet, MonthSheet
from smadmin.ui.plan.table import DAYS, CalendarTable, Kind

_EDGE_PX = 8
"""So near to an edge a carried post scrolls the grid, by `_STEP_PX` with each move."""
_STEP_PX = 24
_WANTED = {
    (Qt.Key.Key_Insert, False): "add",
    (Qt.Key.Key_Plus, False): "add",
    (Qt.Key.Key_Return, False): "open",
    (Qt.Key.Key_Enter, False): "open",
    (Qt.Key.Key_Delete, False): "remove",
    (Qt.Key.Key_Backspace, False): "remove",
    (Qt.Key.Key_C, True): "copy",
    (Qt.Key.Key_V, True): "paste",
    (Qt.Key.Key_Z, True): "undo",
    (Qt.Key.Key_Y, True): "redo",
    (Qt.Key.Key_Home, False): "today",
}
_EDITS = frozenset({"copy", "paste", "undo", "redo"})
_WITH_SHIFT = {"undo": "redo", "remove": "remove-rest", "copy": "copy-week"}
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_ACROSS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})


class CalendarGrid(CalendarTable):
    """The grid.

    Signals:
        wanted: what a key asks for: `add`, `open`, `remove`, `remove-rest`, `copy`, `copy-week`, `paste`,
            `undo`, `redo`, `today`.
        moveAsked: the `Entry` to be moved, the day, and the account of the row it was dropped in (or None).
    """

    wanted = Signal(str)
    moveAsked = Signal(object, object, object)

    def __init__(self, by_account: AccountSheet, by_week: MonthSheet, parent: QWidget | None = None) -> None:
        """Take both tables; `show_kind` chooses."""
        super().__init__(by_account, by_week, parent)
        self._grabbed: tuple[Entry, QPoint] | None = None
        self._carried: Entry | None = None

    def take_edit(self, deed: str) -> None:
        """Answer the Edit menu, where it has something that posts know too."""
        if deed in _EDITS:
            self.wanted.emit(deed)

    @override
    def event(self, event: QEvent) -> bool:
        # Else the Edit menu's keys, which are there for texts, would never come here.
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ours(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        wanted = _WANTED.get((key, control))
        if control and key in _STEPS:
            self._push(*_STEPS[key])
        elif self.kind is Kind.MONTH and key in _ACROSS:
            self._walk(*_STEPS[key])
        elif key == Qt.Key.Key_Escape and self._carried is not None:
            self._let_go()
        elif key == Qt.Key.Key_Space:
            self._next_post()
        elif wanted is not None:
            self.wanted.emit(_WITH_SHIFT.get(wanted, wanted) if shift else wanted)
        else:
            super().keyPressEvent(event)

    def _push(self, rows: int, columns: int) -> None:
        """Ask to move the post by a day, or by a week where rows are weeks."""
        entry = self.entry
        if entry is not None:
            self._ask_move(entry, self._beside(rows, columns))

    def _walk(self, rows: int, columns: int) -> None:
        """Go by a day; Monday comes after Sunday, in the row below."""
        index = self._beside(rows, columns)
        if index.isValid():
            self.setCurrentIndex(index)

    def _beside(self, rows: int, columns: int) -> QModelIndex:
        index = self.currentIndex()
        row, column = index.row() + rows, index.column() + columns
        if self.kind is Kind.MONTH:
            row, column = row + column // DAYS, column % DAYS
        return self.sheet.index(row, column)

    def _ask_move(self, entry: Entry, index: QModelIndex) -> None:
        if not index.isValid():
            self.moveAsked.emit(entry, None, None)
            return
        row = None if self.kind is Kind.MONTH else self.sheet.accounts_at(index.row())[0].account.id
        self.moveAsked.emit(entry, self.sheet.day_at(index.row(), index.column()), row)

    def _next_post(self) -> None:
        cell = self.cell
        if cell is not None and cell.marks:
            self.chosen = (self.chosen + 1) % len(cell.marks)
            self.viewport().update()
            self.pointed.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        point = event.position().toPoint()
        number = self._post_at(point)
        if number is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.chosen = number
        entry = self.entry
        if entry is not None:
            self._grabbed = (entry, point)
        self.viewport().update()
        self.pointed.emit()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._grabbed is not None and self._carried is None:
            far = (point - self._grabbed[1]).manhattanLength() >= QApplication.startDragDistance()
            self._carried = self._grabbed[0] if far else None
        if self._carried is None:
            super().mouseMoveEvent(event)
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll_at_edge(point)
        self.over = self.indexAt(point)
        self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carried, over = self._carried, self.over
        self._let_go()
        if carried is None:
            super().mouseReleaseEvent(event)
        elif over.isValid():
            self._ask_move(carried, over)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit("open" if self._post_at(event.position().toPoint()) is not None else "add")

    def _let_go(self) -> None:
        self._grabbed = self._carried = None
        self.over = QModelIndex()
        self.unsetCursor()
        self.viewport().update()

    def _scroll_at_edge(self, point: QPoint) -> None:
        for at, whole, bar in (
            (point.x(), self.viewport().width(), self.horizontalScrollBar()),
            (point.y(), self.viewport().height(), self.verticalScrollBar()),
        ):
            if at < _EDGE_PX:
                bar.setValue(bar.value() - _STEP_PX)
            elif at > whole - _EDGE_PX:
                bar.setValue(bar.value() + _STEP_PX)

    def _post_at(self, point: QPoint) -> int | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        cell = self.sheet.cell(index.row(), index.column())
        place = QRectF(self.place_of(index.row(), index.column()))
        spots = places(place, len(cell.marks), self.style_of_cells())
        return next((number for number, spot in enumerate(spots) if spot.contains(point)), None)


def _ours(event: QKeyEvent) -> bool:
    """Tell whether a key with Control is one that the grid answers."""
    held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return held and (Qt.Key(event.key()), True) in _WANTED
