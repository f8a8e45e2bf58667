"""On an account's card: keep an address whose post nobody could look at, and what came of trying it."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.messages import Message
from smadmin.domain.publications import PublicationStep
from smadmin.services.outgoing import Lane
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.publish.lane import LaneModel
from smadmin.ui.states import StateLine
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording


def kept_link(lane: Lane) -> str:
    """Give the address that was kept until somebody can look; empty without one."""
    one = lane.publication
    return one.link if one is not None and one.step is PublicationStep.HANDED_OUT else ""


class LaterPart(QWidget):
    """On the card: keep the address, or what came of trying the kept one."""

    def __init__(self, words: Wording, keep: Callable[[], None], parent: QWidget | None = None) -> None:
        """Take the words, and what is called with a press."""
        super().__init__(parent)
        self._words = words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._said = QVBoxLayout()
        column.addLayout(self._said)
        self.button = Button(words.say("publishui.later-keep"), kind=ButtonKind.SMALL)
        self.button.clicked.connect(keep)
        column.addWidget(self.button)

    def show_model(self, model: LaneModel) -> None:
        """Offer it where the address alone proves nothing, once."""
        kept = kept_link(model.lane)
        self.button.setVisible(model.ask_seen and not model.hand.seen and model.hand.link.strip() != kept)
        self.setVisible(model.ask_seen or bool(kept))
        self.show_said(None)

    def show_said(self, told: tuple[State, Message] | None) -> None:
        """Say how it stands."""
        empty_layout(self._said)
        if told is not None:
            self._said.addWidget(StateLine(told[0], self._words(told[1])))
