"""A person's hand on mouse and keyboard, and what it costs: presses, keys that aren't text, sign-ins.

It finds what it touches by the name a screen reader says, among what can really be seen and pressed now.
Real mouse and key events go to the real widgets. Waiting runs Qt's own event loop: a wait that holds the
interpreter would starve the store's thread.
"""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QMenu,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from smadmin.ui.buttons import Button
from smadmin.ui.rows import RowList
from smadmin.ui.screen import Screen
from smadmin.ui.wording import Wording

PATIENCE_MS = 60_000
_LOOK_EVERY_MS = 20
_PROGRAM_LEADS_MS = 1_500
"""So long a person looks where the program leads the keyboard before they reach for the mouse."""
_ROUNDS = 12
"""So often the program has answered meanwhile: on a busy computer that takes longer, and one sees it work."""


@dataclass
class Acts:
    """What a job costs a person.

    Args:
        presses: of the mouse; bringing files with it is one.
        keys: that aren't text: shortcuts, Tab, Enter.
        sign_ins: passphrases given to sit down.
        people: who sat down.
    """

    presses: int = 0
    keys: int = 0
    sign_ins: int = 0
    people: set[str] = field(default_factory=set)

    @property
    def total(self) -> int:
        """All acts together."""
        return self.presses + self.keys + self.sign_ins


class Hand:
    """Moves in one window."""

    def __init__(self, application: QApplication, window: QWidget, words: Wording) -> None:
        self._application = application
        self.window = window
        self.words = words
        self.acts = Acts()
        self.bugs: list[BaseException] = []
        self.settled: Callable[[], None] = lambda: None
        """Waits until the program has answered; a person doesn't press what is about to change."""

    # ---- looking

    def wait(self, what: str, there: Callable[[], object], patience_ms: int = PATIENCE_MS) -> None:
        """Wait until something is so; a crash dialog or the end of patience fails with what is seen."""
        clock = QElapsedTimer()
        clock.start()
        while not there():
            self._no_crash()
            if clock.elapsed() > patience_ms:
                self.picture(Path(tempfile.gettempdir()) / "journey.png")
                raise AssertionError(f"waited for {what}; seen: {self.seen()}")
            self.rest(_LOOK_EVERY_MS)
        self._no_crash()

    def rest(self, time_ms: int) -> None:
        """Let the window work for a moment."""
        loop = QEventLoop()
        QTimer.singleShot(time_ms, loop.quit)
        loop.exec()

    def says(self, words: str) -> bool:
        """Tell whether words can be read somewhere in the window."""
        return any(words in said for said in self.seen())

    def seen(self) -> list[str]:
        """List the names of everything visible, as a screen reader says them."""
        return [name for widget in self._front() if (name := name_of(widget))]

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget | None:
        """Find what is visible, usable and not covered by its name, or None; on the screen before beside."""
        named = [one for one in self._front() if isinstance(one, kind) and name_of(one) == name]
        named.sort(key=lambda one: not _on_screen(one))
        usable = [one for one in named if one.isEnabled() and _presses(one)]
        return usable[0] if usable and not _settles(usable[0]) else None

    def said(self, message: str, **values: object) -> str:
        """Word a message as the screen does."""
        return self.words.say(message, **values)  # type: ignore[arg-type]  # tests hand over plain values

    # ---- doing

    def wait_for(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """Wait until something can be pressed, and the program has answered what was done before."""
        self.settled()
        self.wait(f"{name!r} to press", lambda: self.find(name, kind) is not None)
        found = self.find(name, kind)
        assert found is not None
        return found

    def press(self, name: str, kind: type[QWidget] = QAbstractButton) -> None:
        """Press something with the mouse once it is there."""
        self.press_on(self.wait_for(name, kind))

    def say_press(self, message: str, **values: object) -> None:
        """Press what bears a message's words."""
        self.press(self.said(message, **values))

    def press_on(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Press a widget where the eye sees it."""
        _bring_into_view(widget)
        self.acts.presses += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or _middle(widget))
        self.rest(_LOOK_EVERY_MS)

    def write(self, text: str) -> None:
        """Type text where the keyboard is."""
        for letter in text:
            QTest.keyClicks(self._keyboard(), letter)
        self.rest(_LOOK_EVERY_MS)

    def go_to(self, name: str, kind: type[QWidget] = QWidget) -> None:
        """Have the keyboard in a field: where the program puts it there itself, nothing is pressed."""
        field = self.wait_for(name, kind)
        clock, rounds = QElapsedTimer(), 0
        clock.start()
        while not field.hasFocus() and (clock.elapsed() < _PROGRAM_LEADS_MS or rounds < _ROUNDS):
            self.settled()
            self.rest(_LOOK_EVERY_MS)
            rounds += 1
        if not field.hasFocus():
            self.press_on(field)

    def copy_elsewhere(self, text: str) -> None:
        """Copy something in another program, for example in the browser."""
        QApplication.clipboard().setText(text)

    def key(self, keys: str) -> None:
        """Press a key or a shortcut that isn't text."""
        self.acts.keys += 1
        combination = QKeySequence(keys)[0]  # type: ignore[index]  # Qt's stubs forget it
        QTest.keyClick(self._keyboard(), combination.key(), combination.keyboardModifiers())
        self.rest(_LOOK_EVERY_MS)

    def choose(self, name: str, text: str) -> None:
        """Choose a line of a drop-down list: two presses."""
        box = self.wait_for(name, QComboBox)
        assert isinstance(box, QComboBox)
        self.press_on(box)
        listing = box.view()
        self.wait(f"the list of {name}", listing.isVisible)
        # A list that has just opened takes the first release for the end of the press that opened it.
        self.rest(QApplication.doubleClickInterval() + _LOOK_EVERY_MS)
        rows = range(box.count())
        row = next(row for row in rows if box.itemText(row).partition(" · ")[0] == text)
        index = listing.model().index(row, box.modelColumn())
        listing.scrollTo(index)
        line = listing.visualRect(index) & listing.viewport().rect()  # a long one reaches out of the list
        self.press_on(listing.viewport(), line.center())

    def turn_to(self, page: str) -> None:
        """Press a tab by its words."""
        self.settled()
        bars = [one for one in self._front() if isinstance(one, QTabBar)]
        tabs = [(bar, place) for bar in bars for place in range(bar.count())]
        bar, place = next((bar, place) for bar, place in tabs if bar.tabText(place).replace("&", "") == page)
        self.press_on(bar, bar.tabRect(place).center())

    def press_row(self, rows: RowList, title: str) -> None:
        """Press a row of a painted list by its first line."""
        self.settled()
        place = next(place for place, row in enumerate(rows.rows) if row.title == title)
        index = rows.model().index(place, 0)
        rows.scrollTo(index)
        self.press_on(rows.viewport(), rows.visualRect(index).center())

    def choose_from_menu(self, text: str) -> None:
        """Choose a line of the menu that is open."""
        self.wait(f"a menu with {text}", lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if text in one.text().replace("&", ""))
        self.press_on(menu, menu.actionGeometry(action).center())

    def bring_files(self, files: list[Path], onto: QWidget) -> None:
        """Drag files from outside and drop them; one press of the mouse."""
        self.acts.presses += 1
        dragged = QMimeData()
        dragged.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
        place, none = onto.rect().center(), Qt.KeyboardModifier.NoModifier
        left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
        QApplication.sendEvent(onto, QDragEnterEvent(place, copy, dragged, left, none))
        QApplication.sendEvent(onto, QDropEvent(QPointF(place), copy, dragged, left, none))
        self.rest(_LOOK_EVERY_MS)

    def picture(self, file: Path) -> None:
        """Keep what the window shows."""
        self.window.grab().save(str(file))

    # ---- within

    def _front(self) -> Iterator[QWidget]:
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        for widget in [front, *front.findChildren(QWidget)]:
            if isValid(widget) and widget.isVisible():
                yield widget

    def _keyboard(self) -> QWidget:
        """Give what gets the keys: the focused widget, else the window in front, as Qt does it."""
        return QApplication.focusWidget() or QApplication.activeModalWidget() or self.window

    def _no_crash(self) -> None:
        if self.bugs:
            raise AssertionError("the program has a bug") from self.bugs[0]


def name_of(widget: QWidget) -> str:
    """Give the name a screen reader says; for a drop-down list Qt gives its chosen line, so ours is asked."""
    if isinstance(widget, QComboBox) and widget.accessibleName():
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def _settles(widget: QWidget) -> bool:
    """Tell whether a button is still veiled because its meaning has just changed."""
    return isinstance(widget, Button) and widget.settling


def _presses(widget: QWidget) -> bool:
    """Tell whether a press would reach it: it, or a part of it, is what lies on top at its middle."""
    _bring_into_view(widget)
    top = widget.window().childAt(widget.mapTo(widget.window(), widget.rect().center()))
    return top is not None and (top is widget or widget.isAncestorOf(top))


def _middle(widget: QWidget) -> QPoint:
    """Give where a person presses: the middle, but the box itself of what has a box to tick."""
    if isinstance(widget, QCheckBox | QRadioButton):
        return QPoint(widget.height() // 2, widget.height() // 2)
    return widget.rect().center()


def _on_screen(widget: QWidget) -> bool:
    return isinstance(widget, Screen) or any(isinstance(one, Screen) for one in _above(widget))


def _above(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def _bring_into_view(widget: QWidget) -> None:
    """Scroll, as a wheel does; that costs no press."""
    for above in _above(widget):
        if isinstance(above, QScrollArea) and above.widget() is not None:
            above.ensureWidgetVisible(widget)
