"""What every screen is: it loads when first seen, is stale at once, and reloads where it is seen.

The screen that began a change isn't reloaded under the person's hands; it renders its own result.
"""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from smadmin.domain.changes import Changes
from smadmin.domain.messages import Message
from smadmin.ui.place import Place
from smadmin.ui.theme import HALF_SPACE_PX, PAGE_MARGIN_PX, RING_PX, SCROLL_BAR_PX, SPACE_PX

_LAYOUT_TURNS = 4
"""Turns of the event queue until a page that changed is laid out: wrapped words and a scroll bar that comes
move its end again."""

NEXT_TURN_MS = 1
"""Goes on in another turn of the event loop. After 0 ms Qt goes on in the same one, with no input between."""


_RULES = frozenset({"schools"})
"""With the school its policy changes, and by that what every screen asks, offers and forbids."""

_TRY_BACK_MS, _TRIES_BACK = 40, 40
"""For so long what somebody left off at may still be read: a draft's words, the rows of a list."""


class Freshness(Enum):
    """How a screen stands to the store."""

    NEVER_LOADED = "never-loaded"
    FRESH = "fresh"
    STALE = "stale"


class Screen(QWidget):
    """Base of all screens: implement `load`, name the nouns, put a header on `head`, the rest on `page`.

    Signals:
        freshnessChanged: a `Freshness`, for the frame's *Updating* mark.
        bannerAsked: a `BannerModel` for the top of the screen.
        screenAsked: the name of another screen to open.
        cardsCounted: how many cards need somebody on it now, for its number in the side bar.
        backAsked: whoever came from the side bar's last screen goes back there.
        settling: what a page or a helper of the screen holds must be let go of (see `settle`).
    """

    freshnessChanged = Signal(object)
    bannerAsked = Signal(object)
    screenAsked = Signal(str)
    cardsCounted = Signal(int)
    backAsked = Signal()
    settling = Signal()

    NOUNS: frozenset[str] = frozenset()
    PERSONAL = False
    """Whether its forms and pages are one person's: whoever takes the chair gets another one."""
    subject = ""
    """What `open_subject` takes to show again what is shown now; empty where the screen's lists tell it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay an empty head, which stays, and an empty page, which scrolls where it is too tall."""
        super().__init__(parent)
        self.setProperty("kind", "screen")
        self.head = QVBoxLayout()
        # At the right the main button's focus ring reaches into the margin, so that edges align.
        self.head.setContentsMargins(PAGE_MARGIN_PX, 2 * SPACE_PX, PAGE_MARGIN_PX - RING_PX, SPACE_PX)
        content = QWidget()
        content.setProperty("kind", "scrolled")
        self.page = QVBoxLayout(content)
        self.page.setContentsMargins(PAGE_MARGIN_PX, HALF_SPACE_PX, PAGE_MARGIN_PX, PAGE_MARGIN_PX)
        self.page.setSpacing(SPACE_PX + 4)
        scroller = QScrollArea()
        scroller.setObjectName("page")
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidgetResizable(True)
        scroller.setWidget(content)
        scroller.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._scroller, self._content = scroller, content
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self.head)
        whole.addWidget(scroller, 1)
        self._freshness = Freshness.NEVER_LOADED
        self._left: Place | None = None
        self._tries, self._back = 0, False
        self._coming_back = QTimer(self, interval=_TRY_BACK_MS)
        self._coming_back.setObjectName("coming-back")
        self._coming_back.timeout.connect(self._come_back)

    def load(self) -> None:
        """Ask for what the screen shows (`performer.perform`) and render it when it comes.

        Calls `loaded` with the rendering, which keeps focus and scroll places.
        """

    @property
    def freshness(self) -> Freshness:
        """Whether what is shown is what is stored."""
        return self._freshness

    def changed(self, changes: Changes, origin: QObject | None) -> None:
        """Hear what a deed changed; seen, reload now, else when seen again."""
        if origin is self or not self.NOUNS or not changes.touches_any(self.NOUNS | _RULES):
            return
        self.stale(changes)
        if self.isVisible():
            self.load()

    def stale(self, changes: Changes) -> None:
        """Mark that what is shown is older than what is stored."""
        if self._freshness is Freshness.FRESH and changes:
            self._become(Freshness.STALE)

    def shown(self) -> None:
        """Be looked at: load where nothing was loaded or something changed since."""
        if self._freshness is not Freshness.FRESH:
            self.load()

    def outdated(self) -> None:
        """Know that what is shown may be another person's view of it."""
        if self._freshness is Freshness.FRESH:
            self._become(Freshness.STALE)

    def parts(self) -> tuple[Callable[[], object], ...]:
        """Give what isn't seen at first and takes long to make: each call makes one, unless it is there.

        The frame calls them ahead, one a turn; whoever needs a part sooner makes it then (`cached_property`).
        """
        return ()

    @property
    def unsaved(self) -> bool:
        """Whether something typed here isn't known to be saved."""
        return False

    @property
    def unfinished(self) -> Message | None:
        """What is still under way that leaving would end, or None."""
        return None

    def settle(self) -> None:
        """Save at once what is unsaved; called before locking, handing over and closing."""

    def loaded(self, render: Callable[[], None]) -> None:
        """Render what came, with focus and scroll places kept, and be fresh again."""
        place = Place.of(self)
        render()
        place.restore(self)
        self._become(Freshness.FRESH)

    def come_back(self, place: Place) -> None:
        """Go to where somebody left off on this screen, once what was there is shown again."""
        self._left, self._tries, self._back = place, _TRIES_BACK, False
        self._coming_back.start()

    def _come_back(self) -> None:
        """Go there until it holds: a page that is laid out a moment later may move once more."""
        left, self._tries = self._left, self._tries - 1
        held = self._back and left is not None and (left.moved_on(self) or left.scrolls(self))
        if left is None or held or self._tries <= 0 or not self.isVisible():
            self._left = None
            self._coming_back.stop()
        elif self._freshness is Freshness.FRESH:
            self._back = left.come_back(self)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget that was just put on the page; of one that is too tall its beginning is seen."""
        self._reveal(widget, turns=_LAYOUT_TURNS)

    def go_to_top(self) -> None:
        """Show the page's beginning: another page stands there now."""
        self._scroller.verticalScrollBar().setValue(0)

    def _reveal(self, widget: QWidget, *, turns: int) -> None:
        def show() -> None:
            top = widget.mapTo(self._content, QPoint(0, 0)).y()
            if widget.height() > self._scroller.viewport().height():
                self._scroller.verticalScrollBar().setValue(top - SPACE_PX)
            else:
                self._scroller.ensureWidgetVisible(widget, 0, 2 * SPACE_PX)
            if turns > 1:
                self._reveal(widget, turns=turns - 1)

        QTimer.singleShot(0, widget, show)

    def _make_room(self, _least: int, most: int) -> None:
        """Let the scroll bar stand in the margin, so that the page keeps its width."""
        margin = PAGE_MARGIN_PX - (SCROLL_BAR_PX if most > 0 else 0)
        self.page.setContentsMargins(PAGE_MARGIN_PX, HALF_SPACE_PX, margin, PAGE_MARGIN_PX)

    def _become(self, freshness: Freshness) -> None:
        if freshness is not self._freshness:
            self._freshness = freshness
            self.freshnessChanged.emit(freshness)
