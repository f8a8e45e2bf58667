"""One page of the photos screen: its own head with its own main button, and a body below."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.errors import KnownError
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.header import ScreenHeader
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings

Result = TypeVar("Result")
AnyPage = TypeVar("AnyPage", bound="Page")
_WALKING = frozenset({"Left", "Right", "Up", "Down", "PgUp", "PgDown", "+", "=", "-"})


class Page(QWidget):
    """Base of the pages. The screen shows one at a time and hands on `load`."""

    def __init__(self, around: Surroundings, screen: Screen) -> None:
        """Stand on the surroundings; the screen is the origin of what is done here."""
        super().__init__()
        self.around = around
        self.host = screen
        self.words = around.words
        self.header = ScreenHeader("")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._shortcuts: list[QShortcut] = []

    def enter(self) -> None:
        """Be the page that is seen: its keys work, and the keyboard is on it."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(True)
        self.header.show()
        self.show()
        self.keyboard_place().setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Be out of sight."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
        self.header.hide()
        self.hide()

    def keyboard_place(self) -> QWidget:
        """Give the widget that the keyboard is on when the page is entered."""
        return self

    def load(self) -> None:
        """Read what the page shows and render it within `self.host.loaded`."""

    def back(self, words: str, call: Callable[[], object]) -> Button:
        """Put a way back before the title."""
        button = Button(words, kind=ButtonKind.ICON, icon="arrow-left", hint="Esc")
        button.clicked.connect(call)
        self.header.lead_with(button)
        self.on_key("Esc", call)
        return button

    def on_key(self, keys: str, call: Callable[[], object]) -> None:
        """Call on a key while this page is seen, wherever on the screen the keyboard is.

        A key that is held down walks, but answers once: the next face would be cleared unseen.
        """
        shortcut = QShortcut(QKeySequence(keys), self.host)
        shortcut.setAutoRepeat(keys in _WALKING)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(call)
        shortcut.setEnabled(False)
        self._shortcuts.append(shortcut)

    def may(self, button: Button, why_not: str) -> None:
        """Allow a button, or block it with a reason."""
        if why_not:
            button.block([why_not])
        else:
            button.allow()

    def perform(
        self,
        operation: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[KnownError], None] | None = None,
    ) -> None:
        """Do or read something on the store thread; this screen isn't reloaded by it."""
        self.around.performer.perform(operation, done=done, failed=failed, origin=self.host)
