"""The real frame, shell and screens on an office, led by the program itself: for pictures and the self-test.

Screens work on their threads as ever; `rest` runs the event loop until the threads have answered.
"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from smadmin.app.application import make_application
from smadmin.app.screens import SCREENS
from smadmin.language.catalogue import Catalogue
from smadmin.services.office import Office
from smadmin.ui.appearance import Appearance, Scheme
from smadmin.ui.frame import Frame
from smadmin.ui.perform import Performer
from smadmin.ui.pocket import Pocket
from smadmin.ui.screen import Screen
from smadmin.ui.shell.shell import Shell
from smadmin.ui.theme import TEXT_SCALES
from smadmin.ui.wording import Wording

WIDTH_PX, HEIGHT_PX = 1280, 800
_ROUNDS = 3
"""What a screen asks may lead to a further question; so often the threads are asked whether they are done."""


class Nothing:
    """A window memory that keeps nothing."""

    def __init__(self) -> None:
        """Stay empty."""
        self._asked: Mapping[str, str] = {}

    def value(self, key: str) -> str:
        """Give what was kept: nothing."""
        return self._asked.get(key, "")

    def keep(self, key: str, value: str) -> None:
        """Forget it."""


class Stage:
    """One window on one office, where somebody has signed in already."""

    def __init__(
        self, office: Office, application: QApplication, *, language: str, text_scale: float = 1.0
    ) -> None:
        """Build the window; `text_scale` is 1.0 to 2.0."""
        self._performer = Performer()
        self.bugs: list[BaseException] = []
        self._performer.crashed.connect(self.bugs.append)
        words = Wording(Catalogue.load(language))
        self._appearance = Appearance(application, scheme=Scheme.LIGHT, text_scale=text_scale)
        self.frame = Frame(words, memory=Nothing(), appearance=self._appearance)
        self._appearance.dress(self.frame)
        self.frame.resize(WIDTH_PX, HEIGHT_PX)
        school, screens = office.school, SCREENS
        self._shell = Shell(
            self.frame,
            self._performer,
            words,
            office=office,
            school=school,
            screens=screens,
            pocket=Pocket(),
        )

    def begin(self) -> None:
        """Show the window and let whoever sits begin."""
        self.frame.show()
        self._shell.start()
        self.rest()

    def open(self, screen: str, subject: str | None = None) -> Screen:
        """Open a screen, at one of its things where one is named, and wait until it is filled."""
        self._shell.open(screen, subject)
        self.rest()
        return next(one for one in self.frame.screens() if one.isVisible())

    def choose(self, scheme: Scheme) -> None:
        """Choose light or dark."""
        self._appearance.choose(scheme)
        self._turn(50)

    def enlarge(self) -> None:
        """Choose the largest text, 200 %."""
        while self._appearance.text_scale < TEXT_SCALES[-1]:
            self._appearance.enlarge()
        self._turn(50)

    def rest(self, beside_ms: int = 0) -> None:
        """Wait until the threads have answered, and so much longer for what is drawn beside."""
        for _ in range(_ROUNDS):
            self._answered(self._performer.errand)
            self.read()
        self._turn(beside_ms + 50)

    def read(self) -> None:
        """Wait until the store has answered what was asked so far, and no longer."""
        self._answered(self._performer.perform)

    def close(self) -> None:
        """End the threads and take the window away."""
        self._shell.end()
        self._performer.close()
        self.frame.close()
        self.frame.deleteLater()

    def _answered(self, ask: Callable[..., None]) -> None:
        """Wait until a thread has come to a question that was asked last."""
        loop = QEventLoop()
        ask(lambda: None, done=lambda _: loop.quit())
        loop.exec()

    def _turn(self, time_ms: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(time_ms, loop.quit)
        loop.exec()


@contextmanager
def staged(
    office: Office, application: QApplication, *, language: str, text_scale: float = 1.0
) -> Iterator[Stage]:
    """Give a stage for the length of a block; it is closed however the block ends, or its beginning."""
    stage = Stage(office, application, language=language, text_scale=text_scale)
    try:
        stage.begin()
        yield stage
    finally:
        stage.close()


def make_stage_application() -> QApplication:
    """Make the one application object, off screen where there is no display."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform != "linux"
    if not shown:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return make_application()
