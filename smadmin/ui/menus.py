"""The menus as data, and the builder: a deed that nobody offered isn't shown, so none is dead.

A deed's words are the message `shell.deed-<name>`; the frame and screens offer deeds by name.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from smadmin.ui.plaintext import for_button
from smadmin.ui.wording import Wording


@dataclass(frozen=True)
class Deed:
    """One line of a menu; `keys` as Qt writes them, or empty. `role` moves it on macOS."""

    name: str
    keys: str = ""
    role: QAction.MenuRole = QAction.MenuRole.NoRole


SEPARATOR = None
_AS_HERE = QKeySequence.SequenceFormat.NativeText

MENUS: dict[str, tuple[Deed | None, ...]] = {
    "file": (
        Deed("new-post", "Ctrl+N"),
        Deed("new-notice"),
        Deed("wished-posts"),
        Deed("open-photos", "Ctrl+O"),
        Deed("open-look"),
        Deed("open-week"),
        SEPARATOR,
        Deed("hand-over", "Ctrl+Shift+H"),
        Deed("lock", "Ctrl+L"),
        SEPARATOR,
        Deed("stop-everything", "Ctrl+Shift+X"),
        Deed("child-out", "Ctrl+Shift+K"),
        Deed("something-wrong", "Ctrl+Shift+W"),
        Deed("search-out"),
        SEPARATOR,
        Deed("set-up-school"),
        Deed("open-school"),
        Deed("open-sample"),
        SEPARATOR,
        Deed("reminders"),
        SEPARATOR,
        Deed("quit", "Ctrl+Q", QAction.MenuRole.QuitRole),
    ),
    "edit": (
        Deed("undo", "Ctrl+Z"),
        Deed("redo", "Ctrl+Shift+Z"),
        SEPARATOR,
        Deed("search", "Ctrl+Shift+F"),
        SEPARATOR,
        Deed("cut", "Ctrl+X"),
        Deed("copy", "Ctrl+C"),
        Deed("paste", "Ctrl+V"),
        Deed("select-all", "Ctrl+A"),
    ),
    "view": (
        Deed("larger-text", "Ctrl++"),
        Deed("smaller-text", "Ctrl+-"),
        Deed("normal-text", "Ctrl+Alt+0"),
        SEPARATOR,
        Deed("follow-system"),
        Deed("light"),
        Deed("dark"),
        SEPARATOR,
        Deed("full-screen", "F11"),
    ),
    "help": (
        Deed("guide", "F1"),
        Deed("keys", "Shift+F1"),
        Deed("places"),
        Deed("check"),
        SEPARATOR,
        Deed("about", "", QAction.MenuRole.AboutRole),
    ),
}


class Menus:
    """The window's menus. Deeds appear when they are offered."""

    def __init__(self, window: QMainWindow, words: Wording) -> None:
        """Build the menus, without any deed yet."""
        self._words = words
        self._menus: dict[str, QMenu] = {}
        self._actions: dict[str, QAction] = {}
        self._calls: dict[str, Callable[[], object]] = {}
        for name, deeds in MENUS.items():
            menu = QMenu(words.say(f"shell.menu-{name}"), window)
            menu.setToolTipsVisible(True)
            window.menuBar().addMenu(menu)
            menu.menuAction().setVisible(False)
            self._menus[name] = menu
            for deed in deeds:
                if deed is None:
                    menu.addSeparator()
                else:
                    self._actions[deed.name] = self._make(menu, deed, window)

    def offer(self, deed: str, call: Callable[[], object]) -> None:
        """Show a deed and have it call.

        Raises:
            KeyError: no menu has such a deed.
        """
        self._calls[deed] = call
        self._actions[deed].setVisible(True)
        self._actions[deed].setEnabled(True)
        for menu in self._menus.values():
            if self._actions[deed] in menu.actions():
                menu.menuAction().setVisible(True)

    def withdraw(self, deed: str) -> None:
        """Take a deed out of its menu, until it is offered again."""
        self._actions[deed].setVisible(False)
        self._actions[deed].setEnabled(False)

    def check(self, deed: str, *others: str) -> None:
        """Put the tick on one of several deeds that exclude one another."""
        for other in others:
            self._actions[other].setCheckable(True)
            self._actions[other].setChecked(False)
        self._actions[deed].setCheckable(True)
        self._actions[deed].setChecked(True)

    def action(self, deed: str) -> QAction:
        """Give a deed's action, for a test or a button that mirrors it."""
        return self._actions[deed]

    def offered(self) -> tuple[QAction, ...]:
        """Give every screen and deed that can be chosen now, menu by menu."""
        all_of_them = (action for menu in self._menus.values() for action in menu.actions())
        return tuple(one for one in all_of_them if one.isVisible() and one.isEnabled() and one.text())

    def keys(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Give each menu's title with its deeds that have keys: words, and keys as this system says."""
        told = []
        for menu in self._menus.values():
            deeds = tuple(
                (action.text().replace("&&", "&"), action.shortcut().toString(_AS_HERE))
                for action in menu.actions()
                if action.isVisible() and not action.shortcut().isEmpty()
            )
            told.append((menu.title().replace("&&", "&"), deeds))
        return tuple(told)

    def add_screen(self, title: str, keys: str, call: Callable[[], object]) -> QAction:
        """Put a screen into *View*, before the rest, in the order of the keys."""
        view = self._menus["view"]
        action = QAction(for_button(title), view)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked: call())
        action.setProperty("screen", keys)
        screens = [one for one in view.actions() if one.property("screen")]
        if not screens:
            view.insertSeparator(view.actions()[0])
        after = [one for one in screens if _place(str(one.property("screen"))) > _place(keys)]
        view.insertAction(after[0] if after else view.actions()[len(screens)], action)
        view.menuAction().setVisible(True)
        return action

    def _make(self, menu: QMenu, deed: Deed, window: QMainWindow) -> QAction:
        action = QAction(for_button(self._words.say(f"shell.deed-{deed.name}")), window)
        if deed.keys:
            action.setShortcut(QKeySequence(deed.keys))
        action.setMenuRole(deed.role)
        action.setVisible(False)
        action.setEnabled(False)
        action.triggered.connect(lambda _checked: self._calls[deed.name]())
        menu.addAction(action)
        return action


def _place(keys: str) -> int:
    """Give a screen's place by its keys: 0 comes after 9, and then those with Shift."""
    return (int(keys.rpartition("+")[2]) or 10) + (10 if "Shift" in keys else 0)
