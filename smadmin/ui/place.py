"""Where a person was on a screen: the focused widget, the cursor in it, each list's choice and scroll place.

Widgets are found again by their object names, so a screen may rebuild them; what should keep its
place therefore needs a name that is unique on its screen (`row-<id>`).
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


@dataclass(frozen=True)
class Place:
    """Names and values, taken before rendering and given back after it.

    Args:
        focused: the widget that had the keyboard.
        scrolled: areas that scroll: how far across and down.
        cursor: in a text that had the keyboard: where a choice began, and where it ended.
        chosen: lists, each with the key of its current row.
    """

    focused: str
    scrolled: tuple[tuple[str, int, int], ...]
    cursor: tuple[int, int] | None = None
    chosen: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, screen: QWidget) -> "Place":
        """Remember where the person is."""
        from smadmin.ui.rows import RowList  # noqa: PLC0415 - loads for 10 ms, and the first frame has none

        focus = screen.window().focusWidget()
        inside = focus is not None and screen.isAncestorOf(focus)
        areas = [area for area in screen.findChildren(QAbstractScrollArea) if area.objectName()]
        return cls(
            focus.objectName() if focus is not None and inside else "",
            tuple(
                (area.objectName(), area.horizontalScrollBar().value(), area.verticalScrollBar().value())
                for area in areas
            ),
            _cursor(focus) if inside else None,
            tuple((one.objectName(), one.chosen) for one in areas if isinstance(one, RowList) and one.chosen),
        )

    def restore(self, screen: QWidget) -> None:
        """Go back there, as far as it still exists."""
        self._scroll(screen)
        if not self.focused:
            return
        widget = screen.findChild(QWidget, self.focused)
        if isinstance(widget, QWidget) and not widget.hasFocus() and screen.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def come_back(self, screen: QWidget) -> bool:
        """Go back there on a screen that was made anew; tells whether all of it was there already."""
        reached = [self._choose(screen, name, key) for name, key in self.chosen]
        self.restore(screen)
        widget = screen.findChild(QWidget, self.focused) if self.focused else None
        if self.focused:
            reached.append(isinstance(widget, QWidget) and widget.isVisible())
        if self.cursor is not None and isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
            reached.append(_put_cursor(widget, *self.cursor))
        # A text scrolls to a cursor that is put where it isn't seen, as while the page is still laid out.
        self._scroll(screen)
        return all(reached) and self.scrolls(screen)

    def scrolls(self, screen: QWidget) -> bool:
        """Tell whether everything is scrolled as it was."""
        return all(_stands(screen, one) for one in self.scrolled)

    def moved_on(self, screen: QWidget) -> bool:
        """Tell whether the person is elsewhere on a screen already: they typed, or chose something else."""
        now = Place.of(screen)
        return (now.focused, now.cursor) != (self.focused, self.cursor)

    def _scroll(self, screen: QWidget) -> None:
        for name, across, down in self.scrolled:
            area = screen.findChild(QAbstractScrollArea, name)
            if isinstance(area, QAbstractScrollArea):
                area.horizontalScrollBar().setValue(across)
                area.verticalScrollBar().setValue(down)

    def _choose(self, screen: QWidget, name: str, key: str) -> bool:
        from smadmin.ui.rows import RowList  # noqa: PLC0415 - as above

        found = screen.findChild(RowList, name)
        if not isinstance(found, RowList) or key not in {row.key for row in found.rows}:
            return False
        if found.chosen != key:
            found.choose(key)
            found.rowChosen.emit(key)
        return True


def _stands(screen: QWidget, scrolled: tuple[str, int, int]) -> bool:
    name, across, down = scrolled
    area = screen.findChild(QAbstractScrollArea, name)
    if not isinstance(area, QAbstractScrollArea):
        return (across, down) == (0, 0)
    return (area.horizontalScrollBar().value(), area.verticalScrollBar().value()) == (across, down)


def _cursor(widget: QWidget | None) -> tuple[int, int] | None:
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        cursor = widget.textCursor()
        return cursor.anchor(), cursor.position()
    if isinstance(widget, QLineEdit) and widget.echoMode() is QLineEdit.EchoMode.Normal:
        return widget.cursorPosition(), widget.cursorPosition()
    return None


def _put_cursor(widget: QLineEdit | QPlainTextEdit | QTextEdit, anchor: int, position: int) -> bool:
    if isinstance(widget, QLineEdit):
        widget.setCursorPosition(position)
        return len(widget.text()) >= position
    if widget.document().characterCount() <= max(anchor, position):
        return False
    cursor = widget.textCursor()
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    widget.setTextCursor(cursor)
    return True
