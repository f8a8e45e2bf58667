"""Notices whether anybody is at the window: a key, the mouse, a wheel. Nobody for ten minutes locks it.

It listens to the windows and to what has the keyboard, a dialog's too, for a modal dialog keeps the menu's
own shortcut from being heard. Listening to the whole application would be simpler, but runs Python for every
event of every widget: thousands while a screen opens.
"""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid
from typing_extensions import override

IDLE_LOCK_MS = 10 * 60 * 1_000
LOCK_KEYS = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)
"""The same keys as the menu's *Lock the window*."""
STOP_KEYS = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_X
)
"""The same as the menu's *Stop everything that goes out*."""

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
_MOST_DIALOGS = 16
"""A dialog that opens another one while it closes must not keep the window open for ever."""


class Idle(QObject):
    """Watches between `begin` and `end`.

    Signals:
        left: nobody was there for ten minutes, or the lock's keys were pressed in a dialog.
        stopAsked: the keys that stop everything were pressed in a dialog.
    """

    left = Signal()
    stopAsked = Signal()

    def __init__(self, application: QGuiApplication, parent: QObject) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._application = application
        self._watches = False
        self._typed_into: QObject | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE_LOCK_MS)
        self._timer.timeout.connect(self.left)

    def begin(self) -> None:
        """Watch from now on, because somebody has sat down."""
        if not self._watches:
            self._application.focusWindowChanged.connect(self._watch_windows)
            self._application.focusObjectChanged.connect(self._watch_keyboard)
        self._watches = True
        self._watch_windows()
        self._watch_keyboard(self._application.focusObject())
        self._timer.start()

    def end(self) -> None:
        """Watch no more."""
        self._timer.stop()
        if self._watches:
            self._application.focusWindowChanged.disconnect(self._watch_windows)
            self._application.focusObjectChanged.disconnect(self._watch_keyboard)
            self._watch_keyboard(None)
        for window in QGuiApplication.topLevelWindows():
            window.removeEventFilter(self)
        self._watches = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._timer.start()
            asked = self._asked(event) if isinstance(event, QKeyEvent) else None
            if asked is not None:
                asked.emit()
                return True
        return False

    def _asked(self, event: QKeyEvent) -> SignalInstance | None:
        """Give what keys of the menu ask for that it doesn't hear, since a dialog is open."""
        if QApplication.activeModalWidget() is None:
            return None
        return {LOCK_KEYS: self.left, STOP_KEYS: self.stopAsked}.get(event.keyCombination())

    def _watch_windows(self) -> None:
        """Watch every window there is; a dialog is there when it is given the keyboard."""
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)  # once only, however often it is asked

    def _watch_keyboard(self, typed_into: QObject | None) -> None:
        """Watch what is typed into: what an input method composes doesn't come by the window."""
        if self._typed_into is not None and isValid(self._typed_into):
            self._typed_into.removeEventFilter(self)
        self._typed_into = typed_into
        if typed_into is not None:
            typed_into.installEventFilter(self)


def close_dialogs() -> None:
    """Close every dialog and popup, the topmost first, as their own *Cancel* does."""
    for _ in range(_MOST_DIALOGS):
        open_one = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if open_one is None:
            return
        if isinstance(open_one, QDialog):
            open_one.reject()
        else:
            open_one.close()
