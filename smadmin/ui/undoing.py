"""The banners of one screen whose deeds can be taken back: each carries the way back itself."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from smadmin.domain.errors import KnownError
from smadmin.domain.messages import Message, say
from smadmin.ui.banners import BannerModel, BannerStack, banner_of
from smadmin.ui.theme import RING_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_DONE = "done"


class UndoBanners(BannerStack):
    """Says what was done, with *Undo* where there is a way back. One deed at a time can be taken back."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without banners."""
        super().__init__(words, parent)
        self._undo: Callable[[], None] | None = None
        self._onward: dict[str, Callable[[], None]] = {}
        self._column.setContentsMargins(0, SPACE_PX, RING_PX, 0)
        self.actionChosen.connect(self._take_back)

    def say_done(self, said: Message, *details: Message, undo: Callable[[], None] | None = None) -> None:
        """Say that something was done; the one before can't be taken back here any more."""
        self._undo = undo
        action = None if undo is None else say("shell.undo")
        self.show_banner(BannerModel(State.FINE, said, details, action=action, key=_DONE))

    def say_note(self, said: Message, *details: Message, state: State = State.WAITS) -> None:
        """Say something that is to be known."""
        self.show_banner(BannerModel(state, said, details))

    def lead_on(
        self,
        said: Message,
        *details: Message,
        words: Message,
        way: Callable[[], None],
        state: State = State.STOP,
        key: str = "",
    ) -> None:
        """Say what must be seen to, with a button that leads there; it stays until dismissed.

        Two that say the same of different things stand below one another where each has its own key.
        """
        key = key or said.id
        self._onward[key] = way
        self.show_banner(BannerModel(state, said, details, action=words, key=key))

    def say_error(self, error: KnownError) -> None:
        """Say what went wrong."""
        self.show_banner(banner_of(error))

    def quiet(self) -> None:
        """Take the last deed's banner away, with its way back."""
        self._undo = None
        self.dismiss(_DONE)

    def _take_back(self, model: BannerModel) -> None:
        if model.key != _DONE:
            if way := self._onward.get(model.key):
                way()
            return
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()
