"""A post's links, at *Read it back* and before its release: tried, with where each ends up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smadmin.domain.messages import Message, say
from smadmin.domain.reach import Reach, Reached
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import breakable
from smadmin.ui.states import StateLine
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording


class LinksCard(Card):
    """Links. `tryAsked` is emitted when somebody wants them tried."""

    tryAsked = Signal()

    def __init__(self, links: tuple[str, ...], words: Wording, parent: QWidget | None = None) -> None:
        """Name them, untried."""
        super().__init__(words.say("compose.links", n=len(links)), parent)
        self._words = words
        self.links, self.untried = links, True
        self.lines = [PlainLabel(breakable(link)) for link in links]
        for line in self.lines:
            self.body.addWidget(line)
        self.note = PlainLabel(words.say("compose.links-note"), kind=TextKind.NOTE)
        self.body.addWidget(self.note)
        self.button = Button(words.say("compose.try-links"), kind=ButtonKind.PLAIN)
        self.button.clicked.connect(self._ask)
        self.body.addWidget(self.button)

    def begin(self) -> None:
        """Have them tried without a press: somebody is about to release the post."""
        self._ask()

    def show_tried(self, tried: tuple[Reached, ...]) -> None:
        """Say of each what became of it."""
        for line in self.lines:
            line.hide()
        for place, one in enumerate(tried):
            state, message = told_of(one)
            self.body.insertWidget(1 + place, StateLine(state, breakable(self._words(message))))
        self.note.hide()
        self.button.hide()

    def _ask(self) -> None:
        self.untried = False
        self.button.hide()
        self.note.show_text(self._words.say("compose.links-trying"))
        self.tryAsked.emit()


def told_of(one: Reached) -> tuple[State, Message]:
    """Word what became of a link."""
    if one.reach is Reach.OPENS and one.elsewhere:
        return State.NOTE, say("compose.link-elsewhere", link=one.link, ends=one.ends)
    states = {Reach.OPENS: State.FINE, Reach.OFFLINE: State.NOTE, Reach.LATE: State.NOTE}
    link = say("compose.link-leads", link=one.link, ends=one.ends) if one.elsewhere else one.link
    return states.get(one.reach, State.DOUBT), say(f"compose.link-{one.reach}", link=link)
