"""What went well, laid over the lower edge of a screen: it comes and leaves, and nothing below it moves.

It belongs to the screen it was said on and is out of sight with it; Tab reaches its buttons like any others.
Where it would lie over the line that somebody is led to, a button or an answer, it stands above.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from smadmin.ui.appearance import scale_of
from smadmin.ui.fields import Field
from smadmin.ui.theme import PAGE_MARGIN_PX, SPACE_PX

ANSWER = "answer"
"""The name of a widget that says what came of a deed: nothing that went well lies over it."""

_MOST_PX = 620
"""Its width at 100 % text, where the screen is as wide."""

_SETTLED_MS = 150
"""What a deed changed on the screen stands in its place by then, its buttons too."""

_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class Toasts(QWidget):
    """Over one screen, newest on top; as large as what it holds, so that all beside it can be clicked."""

    def __init__(self, host: QWidget) -> None:
        """Lie over a screen, empty."""
        super().__init__(host)
        self._host = host
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_PX)
        self._window: QWindow | None = None
        self._around: list[QWidget] = []
        self._pages: list[QWidget] = []
        host.installEventFilter(self)
        self._soon = QTimer(self, singleShot=True, interval=0)  # several things move in one turn
        self._soon.timeout.connect(self._place)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._place)
        self.hide()

    def add(self, toast: QWidget) -> None:
        """Show one more."""
        self._column.insertWidget(0, toast)
        self._place()  # before it is seen, or it would begin in a corner, maybe under the mouse
        self.show()
        toast.show()
        self._look_out()
        self._place()
        self._settled.start()

    def take(self, toast: QWidget) -> None:
        """Let one go; who added it deletes it."""
        self._column.removeWidget(toast)
        self.setVisible(self._column.count() > 0)
        self._place()
        if self._column.count() == 0:
            self._look_away()

    def _look_out(self) -> None:
        """Hear where the keyboard goes and what a screen shows later, as long as this lies over it."""
        for area in self._host.findChildren(QScrollArea):
            page = area.widget()
            if page is not None and page not in self._pages:
                page.installEventFilter(self)
                self._pages.append(page)
        if self._window is None:
            self._window = self._host.window().windowHandle()
            if self._window is not None:
                self._window.focusObjectChanged.connect(self._follow)
        self._follow()

    def _look_away(self) -> None:
        if self._window is not None and isValid(self._window):
            self._window.focusObjectChanged.disconnect(self._follow)
        self._window = None
        _leave(self, self._pages)
        self._leave_line()

    def _follow(self, _focused: QObject | None = None) -> None:
        """Watch the line that has the keyboard, and all around it: what scrolls or unfolds moves it."""
        if not isValid(self._host):  # the window lives a moment longer
            return
        self._leave_line()
        line: QWidget | None = self._host.focusWidget()
        while line is not None and line is not self._host:
            line.installEventFilter(self)
            self._around.append(line)
            line = line.parentWidget()
        self._soon.start()

    def _leave_line(self) -> None:
        _leave(self, [one for one in self._around if one not in self._pages])
        self._around = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            if watched is self._host:
                self._place()
            else:
                self._soon.start()
        elif event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._settled.start()  # what a deed changed is read anew first: its buttons come late
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
        place = self._free(QRect(left, max(top, 0), width, height))
        if place != self.geometry():
            self.setGeometry(place)
            self.raise_()

    def _free(self, lowest: QRect) -> QRect:
        """Give the lowest place that covers nothing that is used; the edge, where there is none."""
        here = self.geometry()
        if self.isVisible() and self.underMouse() and here.size() == lowest.size():
            return here  # nothing goes away from under somebody's hand
        place = QRect(lowest)
        taken = self._used(QRect(lowest.left(), 0, lowest.width(), self._host.height()))
        for one in sorted(taken, key=QRect.bottom, reverse=True):
            if one.intersects(place):
                place.moveBottom(one.top() - SPACE_PX)
        return place if place.top() >= 0 else lowest

    def _used(self, column: QRect) -> list[QRect]:
        """Give what is seen in a column and stays free: buttons, answers, the line that has the keyboard."""
        typed = self._typed_in()
        found = [] if typed is None else [typed]
        for one in (*self._host.findChildren(QAbstractButton), *self._host.findChildren(QWidget, ANSWER)):
            if one.isVisible() and not self.isAncestorOf(one):
                place = QRect(one.mapTo(self._host, QPoint(0, 0)), one.size())
                if place.intersects(column) and not one.visibleRegion().isEmpty():
                    found.append(place)
        return found

    def _typed_in(self) -> QRect | None:
        """Give where the line that has the keyboard stands on the screen, with its label and note."""
        line = self._host.focusWidget()
        if (
            not isinstance(line, QLineEdit | QComboBox)
            or not line.hasFocus()
            or line.visibleRegion().isEmpty()
        ):
            return None
        around = line.parentWidget()
        whole = around if isinstance(around, Field) else line
        return QRect(whole.mapTo(self._host, QPoint(0, 0)), whole.size())


def _leave(by: QObject, watched: list[QWidget]) -> None:
    for one in watched:
        if isValid(one):
            one.removeEventFilter(by)
    watched.clear()
