"""The real window in this process: opened on a folder, led by a hand, closed as a person closes it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from smadmin.app.window import Window
from smadmin.services.sample.making import PASSPHRASE
from smadmin.ui.frame import Frame
from smadmin.ui.shell.seating import GATE
from tests.journeys.hand import Hand


class Sitting:
    """One window, from its first frame to its end."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._program = Window(application, folder)
        self.hand = Hand(application, self._program.frame, self._program.words)
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
    def screen(self) -> str:
        """The screen that is seen."""
        return self.frame.current

    def arrive(self, screen: str) -> None:
        """Wait until a screen is seen."""
        self.hand.wait(f"the screen {screen}", lambda: self.screen == screen)

    def look_around(self) -> None:
        """Choose *Look around* at the first run."""
        self.arrive("welcome")
        self.hand.say_press("founding.look-around")
        self.arrive(GATE)

    def sit(self, name: str, passphrase: str = PASSPHRASE, *, at: str = "today") -> None:
        """Sit down at the gate: choose the name, give the passphrase, be counted as a sign-in."""
        hand, field = self.hand, self.hand.said("session.passphrase")
        self.arrive(GATE)
        hand.wait(name, lambda: any(name in said for said in hand.seen()))
        seat = next(said for said in hand.seen() if said.startswith(name))
        hand.press(seat)
        if passphrase != PASSPHRASE:
            hand.write(passphrase)
        hand.wait("the passphrase", lambda: hand.find(field) is not None)
        hand.say_press("session.sit-down")
        hand.acts.sign_ins += 1
        hand.acts.people.add(name)
        self.arrive(at)

    def close(self) -> None:
        """Close the window; what is unsaved is saved."""
        self.frame.close()
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
