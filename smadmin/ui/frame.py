"""The main window. It only arranges: account bar, side bar, banners, one screen at a time, menus.

Screens are made ahead or when they are first opened, by factories that the composition root hands in; the
frame knows no service and no screen by name.
"""

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError
from smadmin.domain.people import Role
from smadmin.ui.appearance import Appearance
from smadmin.ui.banners import BannerModel, BannerStack, banner_of
from smadmin.ui.bar.bar import AccountBar
from smadmin.ui.bar.model import BarModel
from smadmin.ui.editing import offer_editing
from smadmin.ui.keyboard import KeyboardKeeper, turn_to
from smadmin.ui.making import ScreenFactory, ScreenMaker
from smadmin.ui.memory import WindowMemory
from smadmin.ui.menus import Menus
from smadmin.ui.navigation import ICONS, Navigation, keys_of, navigation_for
from smadmin.ui.placing import placed, put_back, tallest
from smadmin.ui.screen import Freshness, Screen
from smadmin.ui.sidebar import Sidebar
from smadmin.ui.states import repolish
from smadmin.ui.theme import PAGE_MARGIN_PX, SPACE_PX, State
from smadmin.ui.viewing import Viewing
from smadmin.ui.wording import Wording

FIRST_WIDTH_PX, FIRST_HEIGHT_PX = 1280, 800
LEAST_WIDTH_PX, LEAST_HEIGHT_PX = 900, 560


class Frame(QMainWindow):
    """The window.

    Signals:
        screenOpened: the name of the screen that is seen now.
        handOverAsked: somebody wants to hand over the chair (or to sit down).
        bannerActed: the `BannerModel` whose action was pressed.
        closed: the window was closed; the app ends.
    """

    screenOpened = Signal(str)
    handOverAsked = Signal()
    bannerActed = Signal(object)
    closed = Signal()

    def __init__(self, words: Wording, *, memory: WindowMemory, appearance: Appearance) -> None:
        """Build the empty window; it reads no store."""
        super().__init__()
        self._words, self._memory, self._appearance = words, memory, appearance
        self._current, self._home = "", ""  # what is seen, and the side bar's screen that led there
        self._in_menu: set[str] = set()
        self._confined_to: frozenset[str] | None = None
        self._roles: frozenset[Role] = frozenset()
        self._waiting: Mapping[str, int] = {}
        self._guards: list[Callable[[], bool]] = []
        self.setWindowTitle(words.say("shell.program"))
        self.setMinimumSize(LEAST_WIDTH_PX, LEAST_HEIGHT_PX)
        self.bar = AccountBar(words)
        self.bar.handOverAsked.connect(self.handOverAsked)
        self.sidebar = Sidebar(words)
        self.sidebar.screenChosen.connect(self._open_chosen)
        self.sidebar.moreFolded.connect(
            lambda folded: memory.keep("window/more", "folded" if folded else "open")
        )
        self.banners = BannerStack(words)
        self.banners.actionChosen.connect(self.bannerActed)
        self._stack = QStackedWidget()
        self._screens = ScreenMaker(self._stack, name=self._name_screen, calm=self._is_calm)
        KeyboardKeeper(self._stack, appearance.application)
        self._updating = QWidget()
        self.setCentralWidget(self._arranged())
        self.menus = Menus(self, words)
        self._offer_own_deeds()
        self._restore()

    def add_screen(self, name: str, factory: ScreenFactory) -> None:
        """Add a screen; it is made when it is first opened, or ahead.

        Args:
            name: one of `navigation.ICONS`, or another name for a screen that no side bar shows.
            factory: makes the screen; called once, on the GUI thread.
        """
        self._screens.add(name, factory)
        if name in ICONS and name not in self._in_menu:
            self._in_menu.add(name)
            keys = keys_of(name)
            self.menus.add_screen(
                self._words.say(f"shell.screen-{name}"), keys, lambda: self._open_if_there(name)
            )
        self._show_navigation()

    def open_screen(self, name: str) -> Screen:
        """Show a screen, making it first where needed.

        Raises:
            KeyError: it was never added.
        """
        screen = self._screens.get(name)
        self._current = name
        self._home = name if name in ICONS else self._home
        turn_to(screen, self._stack)
        self._show_navigation()
        self._show_freshness(screen.freshness)
        screen.shown()
        self._screens.go_on()
        self.screenOpened.emit(name)
        return screen

    def _go_back(self) -> None:
        """Open the screen of the side bar that somebody came from."""
        there = [entry.name for entry in self._navigation().entries]
        self.open_screen(self._home if self._home in there else there[0])

    def _open_if_there(self, name: str) -> None:
        """Open a screen from a menu that outlives it; a locked window has none."""
        confined = self._confined_to is not None and name not in self._confined_to
        if name in self._screens.known and not confined:
            self._open_chosen(name)

    def _open_chosen(self, name: str) -> None:
        """Open the screen that somebody chose; what needs nobody was said of the one that they leave."""
        for model in self.banners.models if name != self._current else ():
            if model.state in {State.FINE, State.NOTE} and model.action is None:
                self.banners.dismiss(model.same_as)
        self.open_screen(name)

    def has_screen(self, name: str) -> bool:
        """Tell whether a screen was added."""
        return name in self._screens.known

    def screens(self) -> tuple[Screen, ...]:
        """Give the screens that stand in the window."""
        return self._screens.placed

    def make_ahead(self) -> None:
        """Make the side bar's screens beside what is seen, so that opening one takes no time."""
        self._screens.make_ahead(entry.name for entry in self._navigation().entries)

    def drop_screens(self) -> None:
        """Forget every screen and what it showed, when the window locks."""
        self._screens.drop()
        self._current, self._home = "", ""

    def change_hands(self, confined_to: frozenset[str] | None) -> None:
        """Have every screen read anew when it is seen: somebody else has sat down.

        Args:
            confined_to: the only screens there are for who sits now; None stands for all.
        """
        shared = (confined_to or frozenset()) | (self._confined_to or frozenset())
        self._screens.forget(name for name in shared if self._screens.is_personal(name))
        for screen in self.screens():
            screen.outdated()

    @property
    def application(self) -> QApplication:
        """The running application, whose windows are those of every dialog too."""
        return self._appearance.application

    @property
    def seen(self) -> Screen | None:
        """The screen that is seen, None before the first."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    @property
    def current(self) -> str:
        """The name of the screen that is seen, empty before the first."""
        return self._current

    def show_bar(self, model: BarModel) -> None:
        """Show the draft's accounts and the signed-in person."""
        self.bar.show_model(model)

    def show_roles(self, roles: Collection[Role], *, confined_to: frozenset[str] | None = None) -> None:
        """Arrange the side bar for what the person in the chair may do.

        Args:
            roles: theirs today.
            confined_to: the only screens there are for a second person in the chair.
        """
        self._roles = frozenset(roles)
        self._confined_to = confined_to
        self._show_navigation()

    def show_waiting(self, waiting: Mapping[str, int]) -> None:
        """Show how many things wait, by screen name."""
        self._waiting = waiting
        self._show_navigation()

    def show_banner(self, model: BannerModel) -> None:
        """Show a banner above the screen."""
        self.banners.show_banner(model)

    def show_error(self, error: KnownError) -> None:
        """Show an error that no screen took: what happened, what was kept, what to do."""
        self.banners.show_banner(banner_of(error))

    def changed(self, changes: Changes, origin: QObject | None) -> None:
        """Pass on what a deed changed to every screen."""
        for screen in self.screens():
            screen.changed(changes, origin)

    def guard(self, may_close: Callable[[], bool]) -> None:
        """Ask before the window closes, after who asked before; whoever says no closes it later."""
        self._guards.append(may_close)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not all(may_close() for may_close in self._guards):
            event.ignore()
            return
        self._memory.keep("window/geometry", placed(self))
        self._memory.keep("window/screen", self._current)
        self._screens.rest()
        super().closeEvent(event)
        self.closed.emit()

    def _arranged(self) -> QWidget:
        self._updating.setFixedHeight(3)
        self._updating.setProperty("kind", "updating")
        self._updating.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        seen = QWidget()
        seen.setProperty("kind", "screen")
        seen.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(seen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._updating)
        above = QVBoxLayout()
        above.setContentsMargins(PAGE_MARGIN_PX, SPACE_PX, PAGE_MARGIN_PX, 0)
        above.addWidget(self.banners)
        column.addLayout(above)
        column.addWidget(self._stack, 1)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.sidebar)
        beside.addWidget(seen, 1)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addLayout(beside, 1)
        return whole

    def _name_screen(self, name: str, screen: Screen) -> None:
        screen.setObjectName(f"screen-{name}")
        screen.setAccessibleName(self._words.say(f"shell.screen-{name}") if name in ICONS else name)
        screen.bannerAsked.connect(self.show_banner)
        screen.screenAsked.connect(self.open_screen)
        screen.backAsked.connect(self._go_back)
        screen.freshnessChanged.connect(lambda freshness: self._heard_freshness(name, freshness))

    def _is_calm(self) -> bool:
        return self.seen is not None and self.seen.freshness is Freshness.FRESH

    def _heard_freshness(self, name: str, freshness: Freshness) -> None:
        if name == self._current:
            self._show_freshness(freshness)
            self._screens.go_on()

    def _show_freshness(self, freshness: Freshness) -> None:
        said = "" if freshness is not Freshness.STALE else self._words.say("shell.updating")
        self._updating.setProperty("state", freshness.value)
        self._updating.setAccessibleName(said)
        self._updating.setToolTip(said)
        repolish(self._updating)

    def _show_navigation(self) -> None:
        self.sidebar.show_navigation(self._navigation())

    def _navigation(self) -> Navigation:
        return navigation_for(
            self._roles,
            available=self._screens.known,
            waiting=self._waiting,
            current=self._home,
            confined_to=self._confined_to,
        )

    def _offer_own_deeds(self) -> None:
        offer_editing(self.menus, self)
        self.menus.offer("quit", self.close)
        self.menus.offer("hand-over", self.handOverAsked.emit)
        Viewing(self, self.menus, appearance=self._appearance, memory=self._memory)

    def _restore(self) -> None:
        if not put_back(self, self._memory.value("window/geometry")):
            self.resize(FIRST_WIDTH_PX, tallest(FIRST_HEIGHT_PX, self.screen().availableGeometry()))
        if self._memory.value("window/more") == "open":
            self.sidebar.unfold_more()
