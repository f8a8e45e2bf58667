"""Asks the parts of the program what else needs somebody today; those from outside again at each coming back.

A request of another login changes nothing in the store, so no deed tells of it: whoever returns to the window
may have one that wasn't there before.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.ui.surroundings import Surroundings
from smadmin.ui.today.need import Need
from smadmin.ui.today.sources import OUTSIDE, SOURCES, needs_from

Told = Callable[[str, tuple[Need, ...]], None]
"""Is called with a part's name and what it found."""


class Asking(QObject):
    """Asks for one screen."""

    def __init__(self, around: Surroundings, screen: QWidget, told: Told) -> None:
        """Take the screen, and what hears the answers."""
        super().__init__(screen)
        self._around, self._screen, self._told = around, screen, told
        screen.installEventFilter(self)

    def ask_all(self) -> None:
        """Ask every part."""
        for name in SOURCES:
            self._ask(name)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        screen = self._screen
        back = event.type() is QEvent.Type.ActivationChange and screen.isActiveWindow()
        if back and screen.isVisible() and self._around.acting is not None:
            for name in OUTSIDE:
                self._ask(name)
        return False

    def _ask(self, name: str) -> None:
        performer = self._around.performer
        ask = performer.errand if name in OUTSIDE else performer.perform
        ask(
            partial(needs_from, name, self._around.office, self._around.by),
            done=partial(self._told, name),
            origin=self._screen,
        )
