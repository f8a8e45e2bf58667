"""Keeps the keyboard in the open screen when what had it is hidden or greyed by the screen's own doing.

Qt hands it to whatever comes next in the window, say *Hand over the chair*: a ring stands there that nobody
asked for, and Return would press it. The page is also scrolled to what has the keyboard; Qt does so only on
the way from one control of a page to the next.
"""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from smadmin.ui.scrolled import show_whole
from smadmin.ui.toasts import Toasts


def turn_to(screen: QWidget, stack: QStackedWidget) -> None:
    """Show a screen of a stack; the keyboard goes to what last had it there, or to the screen itself."""
    last = screen.focusWidget()  # asked first: the stack itself gives the keyboard to any button
    stack.setCurrentWidget(screen)
    usable = last is not None and last.isVisibleTo(screen) and last.isEnabled()
    (last if usable and last is not None else screen).setFocus(Qt.FocusReason.OtherFocusReason)


def pressed() -> bool:
    """Tell whether a mouse button is down: then nothing may move under it."""
    return QApplication.mouseButtons() != Qt.MouseButton.NoButton


class KeyboardKeeper(QObject):
    """Watches one stack of screens."""

    def __init__(self, stack: QStackedWidget, application: QApplication) -> None:
        """Begin to watch."""
        super().__init__(stack)
        self._stack = stack
        application.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        screen = self._stack.currentWidget()
        if now is not None and screen is not None and screen.isAncestorOf(now) and not pressed():
            show_whole(now)
        if old is None or now is None or screen is None or not screen.isAncestorOf(old):
            return
        strays = now is not screen and (not screen.isAncestorOf(now) or _on_a_toast(now))
        if strays and now.window() is screen.window():
            hidden = not old.isVisible()  # it may be seen again by the time it is looked at
            # Qt moves the keyboard before it greys what had it.
            QTimer.singleShot(0, screen, lambda: self._bring_back(screen, old, now, hidden=hidden))

    def _bring_back(self, screen: QWidget, old: QWidget, now: QWidget, *, hidden: bool) -> None:
        usable = isValid(old) and old.isVisible() and old.isEnabled()
        if (hidden or not usable) and screen.isVisible() and isValid(now) and now.hasFocus():
            (old if usable else screen).setFocus(Qt.FocusReason.OtherFocusReason)
            if now.hasFocus():  # nothing in the screen takes it: what the screen names for it isn't seen
                now.clearFocus()


def _on_a_toast(widget: QWidget) -> bool:
    """Tell whether a button of a message that leaves by itself: with the keyboard on it, it would stay."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, Toasts):
        around = around.parentWidget()
    return around is not None
