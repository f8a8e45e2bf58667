"""The screens of the window: how each is made, those that were made, and making them ahead.

A screen of two hundred widgets takes some 20 ms to make and as long to be styled when it is put into the
window. So once the first screen is filled, the others are made beside it, one short step at a time: the
window answers between any two of them, and what is opened later is there. A large screen makes only what is
seen first; the rest are its `parts`, each a step of its own.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget

from smadmin.ui.screen import Screen

STEP_MS = 40
"""So long the window rests between two steps; each step takes about half of it."""

ScreenFactory = Callable[[], Screen]


class ScreenMaker(QObject):
    """Makes the screens of one stack."""

    def __init__(
        self,
        stack: QStackedWidget,
        *,
        name: Callable[[str, Screen], None],
        calm: Callable[[], bool],
    ) -> None:
        """Make nothing yet.

        Args:
            stack: where screens are put.
            name: names and connects a screen that was just made.
            calm: tells whether nobody waits for anything, so that a screen may be made ahead.
        """
        super().__init__(stack)
        self._stack = stack
        self._name = name
        self._calm = calm
        self._factories: dict[str, ScreenFactory] = {}
        self._placed: dict[str, Screen] = {}
        self._made: dict[str, Screen] = {}
        self._ahead: list[str] = []
        self._parts: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self)
        self._timer.setObjectName("making")
        self._timer.setSingleShot(True)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)

    @property
    def known(self) -> Collection[str]:
        """The names of the screens that can be opened."""
        return self._factories.keys()

    @property
    def placed(self) -> tuple[Screen, ...]:
        """The screens that stand in the window."""
        return tuple(self._placed.values())

    def add(self, name: str, factory: ScreenFactory) -> None:
        """Know how a screen is made."""
        self._factories[name] = factory

    def get(self, name: str) -> Screen:
        """Give a screen, making it now where needed.

        Raises:
            KeyError: it was never added.
        """
        if name not in self._placed:
            if name not in self._made:
                self._make(name)
            self._place(name)
        return self._placed[name]

    def make_ahead(self, names: Iterable[str]) -> None:
        """Make screens before they are asked for, in this order, while nobody waits."""
        self._ahead = list(names)
        self.go_on()

    def go_on(self) -> None:
        """Go on with what is made ahead: it may be calm again."""
        if self._made or self._ahead or self._parts:
            self._timer.start()

    def rest(self) -> None:
        """Make nothing ahead any more."""
        self._timer.stop()
        self._ahead = []
        self._parts.clear()
        for screen in self._made.values():
            screen.deleteLater()
        self._made.clear()

    def is_personal(self, name: str) -> bool:
        """Tell whether a screen stands there that is one person's alone."""
        return name in self._placed and self._placed[name].PERSONAL

    def forget(self, names: Iterable[str]) -> None:
        """Forget screens, but not how they are made: they are made anew when they are opened."""
        for name in tuple(names):
            self.rest()
            screen = self._placed.pop(name)
            self._stack.removeWidget(screen)
            screen.deleteLater()

    def drop(self) -> None:
        """Forget every screen and how it is made."""
        self.rest()
        for screen in self._placed.values():
            self._stack.removeWidget(screen)
            screen.deleteLater()
        self._placed.clear()
        self._factories.clear()

    def _step(self) -> None:
        """Make one screen or part, or put one that was made into the window; never two in one turn."""
        if not self._calm():
            return  # `go_on` comes with what was waited for
        made = next(iter(self._made), None)
        if self._parts:
            self._parts.popleft()()
        elif made is not None:
            self._place(made)
        else:
            self._make_next()
        self.go_on()

    def _make_next(self) -> None:
        while self._ahead:
            name = self._ahead.pop(0)
            if name in self._factories and name not in self._placed:
                self._make(name)
                return

    def _make(self, name: str) -> None:
        screen = self._made[name] = self._factories[name]()
        self._name(name, screen)

    def _place(self, name: str) -> None:
        screen = self._placed[name] = self._made.pop(name)
        self._stack.addWidget(screen)
        self._parts.extend(screen.parts())
