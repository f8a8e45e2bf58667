"""The View menu's deeds: the whole screen, the text's size, light or dark, which this computer remembers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow

from smadmin.ui.appearance import Appearance, Scheme
from smadmin.ui.memory import WindowMemory
from smadmin.ui.menus import Menus

_SCHEMES = {"follow-system": Scheme.SYSTEM, "light": Scheme.LIGHT, "dark": Scheme.DARK}


class Viewing(QObject):
    """Carries them out on one window."""

    def __init__(
        self, window: QMainWindow, menus: Menus, *, appearance: Appearance, memory: WindowMemory
    ) -> None:
        """Offer them."""
        super().__init__(window)
        self._menus = menus
        self._appearance = appearance
        self._memory = memory
        full = Qt.WindowState.WindowFullScreen
        menus.offer("full-screen", lambda: window.setWindowState(window.windowState() ^ full))
        menus.offer("larger-text", lambda: self._scaled(appearance.enlarge))
        menus.offer("smaller-text", lambda: self._scaled(appearance.reduce))
        menus.offer("normal-text", lambda: self._scaled(appearance.reset_scale))
        for deed, scheme in _SCHEMES.items():
            menus.offer(deed, partial(self._choose_scheme, scheme))
        self._tick_scheme()

    def _choose_scheme(self, scheme: Scheme) -> None:
        self._appearance.choose(scheme)
        self._memory.keep("window/scheme", scheme.value)
        self._tick_scheme()

    def _tick_scheme(self) -> None:
        chosen = next(deed for deed, scheme in _SCHEMES.items() if scheme is self._appearance.scheme)
        self._menus.check(chosen, *_SCHEMES)

    def _scaled(self, change: Callable[[], None]) -> None:
        change()
        self._memory.keep("window/text-scale", str(self._appearance.text_scale))
