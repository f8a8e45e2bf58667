"""Brings the small window up when an account's browser was opened, and passes on what is pressed there."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.domain.ids import AccountId
from smadmin.ui.buttons import Button
from smadmin.ui.header import ScreenHeader
from smadmin.ui.publish.clipboard import Watch
from smadmin.ui.publish.column import LaneColumn
from smadmin.ui.publish.hand import Hand, Opened
from smadmin.ui.publish.keys import press_on_return
from smadmin.ui.publish.lane import LaneModel
from smadmin.ui.publish.lanecard import LaneCard
from smadmin.ui.publish.side_model import comes_up, side_model
from smadmin.ui.publish.side_window import SideWindow
from smadmin.ui.wording import Wording


class SideDesk(QObject):
    """Stands between the cards and the small window, which lives only while *Publish* is looked at."""

    def __init__(
        self,
        screen: QWidget,
        words: Wording,
        lanes: LaneColumn,
        header: ScreenHeader,
        watch: Watch,
    ) -> None:
        """Take the screen, its cards, its head with the main button, and what looks at the clipboard."""
        super().__init__(screen)
        self._screen, self._words, self._lanes, self._watch = screen, words, lanes, watch
        self._main = header.set_main("") if header.main is None else header.main
        self._lane: LaneModel | None = None
        self._opened: dict[AccountId, Opened] = {}
        self.window: SideWindow | None = None
        self.button = Button(words.say("publishui.side-show"))
        self.button.clicked.connect(self.come)
        self.button.hide()
        header.add_button(self.button)
        lanes.shown.connect(self._shown)
        press_on_return(screen, self._main)
        screen.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A minimised big window hides "spontaneously"; another screen, the lock and the end of work don't.
        if event.type() is QEvent.Type.Hide and not event.spontaneous() and watched is self._screen:
            self._leave()
        return False

    def come(self) -> None:
        """Bring the small window up."""
        model = None if self._lane is None else side_model(self._lane)
        if self._lane is None or model is None:
            return
        window = self.window or self._made()
        window.show_lane(self._lane, model)
        window.come()

    def _shown(self) -> None:
        lane = self._lane = self._lanes.current
        model = None if lane is None else side_model(lane)
        self.button.setVisible(model is not None)
        if lane is None or model is None:
            self._leave()
            return
        before = self._opened.get(lane.account.id, Opened.NOT_YET)
        self._opened[lane.account.id] = lane.hand.opened
        if comes_up(before, lane.hand.opened) and self._screen.isVisible():
            self.come()
        elif self.window is not None and self.window.isVisible():
            self.window.show_lane(lane, model)

    def _made(self) -> SideWindow:
        window = self.window = SideWindow(self._words, self._screen)
        window.nextAsked.connect(self._main.click)
        window.picked.connect(lambda handle: self._at_card(lambda card: card.answer(handle)))
        window.seenPicked.connect(lambda seen: self._put(lambda hand: replace(hand, seen=seen)))
        window.linkTyped.connect(lambda link: self._put(lambda hand: replace(hand, link=link, seen="")))
        window.filesAsked.connect(lambda: self._at_card(lambda card: card.filesAsked.emit()))
        window.folderAsked.connect(lambda: self._at_card(lambda card: card.folderAsked.emit()))
        window.wrongReported.connect(lambda seen: self._at_card(lambda card: card.wrongReported.emit(seen)))
        window.backAsked.connect(self._back)
        self._watch.beside(window)
        return window

    def _at_card(self, act: Callable[[LaneCard], None]) -> None:
        card = None if self._lane is None else self._lanes.cards.get(self._lane.account.id)
        if card is not None:  # another post may just have been opened
            act(card)

    def _put(self, made: Callable[[Hand], Hand]) -> None:
        hand = Hand() if self._lane is None else made(self._lane.hand)
        self._at_card(lambda card: card.handChanged.emit(hand))

    def _back(self) -> None:
        big = self._screen.window()
        big.setWindowState(big.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
        big.raise_()
        big.activateWindow()

    def _leave(self) -> None:
        if self.window is not None:
            self.window.hide()
