"""The real window in this process: opened on a folder, led by a hand, closed as a person closes it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from smadmin.app.window import Window
from smadmin.services.office import Office
from smadmin.services.sample.making import PASSPHRASE
from smadmin.ui.frame import Frame
from smadmin.ui.screen import Screen
from smadmin.ui.shell.seating import GATE
from smadmin.ui.sidebar import SideItem
from tests.journeys.hand import PATIENCE_MS, Hand, name_of

_MAKING_MS = 180_000
"""So long the sample school may take on a busy computer."""
Kind = TypeVar("Kind", bound=Screen)


class Browser(QObject):
    """Stands for the person's browser: it notes which pages were opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        QDesktopServices.setUrlHandler("https", self, "open_page")  # type: ignore[arg-type]  # only text works

    @Slot(QUrl)
    def open_page(self, page: QUrl) -> None:
        """Note a page."""
        self.opened.append(page.toString())

    def close(self) -> None:
        """Let the system's browser open pages again."""
        QDesktopServices.unsetUrlHandler("https")


class Sitting:
    """One window, from its first frame to its end."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self.browser = Browser()
        self._gone = False
        self._program = Window(application, folder)
        self.hand = Hand(application, self._program.frame, self._program.words)
        self.hand.settled = self.quiet
        self._program.performer.crashed.connect(self.hand.bugs.append)
        sys.excepthook = lambda _kind, error, _trace: self.hand.bugs.append(error)
        self._program.show()
        self.hand.wait("the window", self.frame.isVisible)
        self.frame.activateWindow()

    @property
    def frame(self) -> Frame:
        """The window's frame."""
        return self._program.frame

    @property
    def office(self) -> Office:
        """What lies behind the window, to see what came of a press."""
        opened = self._program.opened
        assert opened is not None
        assert opened.office is not None
        return opened.office

    @property
    def screen(self) -> str:
        """The screen that is seen."""
        return self.frame.current

    def arrive(self, screen: str, patience_ms: int = PATIENCE_MS) -> None:
        """Wait until a screen is seen."""
        self.hand.wait(f"the screen {screen}", lambda: self.screen == screen, patience_ms)

    def look_around(self) -> None:
        """Choose *Look around* at the first run."""
        self.arrive("welcome")
        self.hand.say_press("founding.look-around")
        self.arrive(GATE, _MAKING_MS)

    def sit(self, name: str, passphrase: str = PASSPHRASE) -> None:
        """Sit down at the gate: choose the name, give the passphrase, be counted as a sign-in."""
        hand, field = self.hand, self.hand.said("session.passphrase")
        self.arrive(GATE)
        hand.wait(name, lambda: any(name in said for said in hand.seen()))
        seat = next(said for said in hand.seen() if said.startswith(f"{name} ·"))
        hand.press(seat)
        if passphrase != PASSPHRASE:
            hand.write(passphrase)
        hand.wait("the passphrase", lambda: hand.find(field) is not None)
        hand.say_press("session.sit-down")
        hand.acts.sign_ins += 1
        hand.acts.people.add(name)
        hand.wait(f"{name} to sit", lambda: self.screen != GATE)

    def go(self, screen: str) -> None:
        """Go to a screen by the side bar; *More* is unfolded where it stands there."""
        hand, name = self.hand, self.hand.said(f"shell.screen-{screen}")
        self.quiet()  # whoever has just sat down gets their own side bar; nobody presses in the one before
        if self._line(name) is None:
            hand.press_on(self._await_line(hand.said("shell.more")))
        hand.press_on(self._await_line(name))
        self.arrive(screen)
        self.quiet()

    def lock(self) -> None:
        """Lock the window."""
        self.hand.key("Ctrl+L")
        self.arrive(GATE)

    def _answered(self, ask: Callable[..., None]) -> None:
        loop = QEventLoop()
        ask(lambda: None, done=lambda _: loop.quit())
        loop.exec()

    def _await_line(self, name: str) -> SideItem:
        self.hand.wait(f"{name} in the side bar", lambda: self._line(name) is not None)
        found = self._line(name)
        assert found is not None
        return found

    def _line(self, name: str) -> SideItem | None:
        lines = self.frame.sidebar.findChildren(SideItem)
        return next((one for one in lines if one.isVisible() and name_of(one).split(",")[0] == name), None)

    def shown(self, kind: type[Kind]) -> Kind:
        """Give the screen that is seen."""
        found = next(one for one in self.frame.screens() if one.isVisible())
        assert isinstance(found, kind)
        return found

    def quiet(self) -> None:
        """Wait until the threads have answered what was asked so far, and what that led to."""
        for ask in (self._program.performer.errand, self._program.performer.perform) * 2:
            self._answered(ask)
        self.hand.rest(20)

    def close(self) -> None:
        """Close the window, once; what is unsaved is saved first, and the window goes when it is."""
        if self._gone:
            return
        self._gone = True
        self.browser.close()
        try:
            if not self.frame.close():
                self.hand.wait("the window to go", lambda: not self.frame.isVisible())
        finally:
            self._program.close()
            self._program.frame.deleteLater()
            self._program.deleteLater()


@contextmanager
def sitting(application: QApplication, folder: Path) -> Iterator[Sitting]:
    """Open the window on a folder, and close it whatever happens."""
    opened = Sitting(application, folder)
    try:
        yield opened
    finally:
        opened.close()
