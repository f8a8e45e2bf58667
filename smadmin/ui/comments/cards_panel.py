"""The cards for emergencies, all of them to read: before the first round, and once a year (BAL-B1f5)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from smadmin.domain.escalations import Trouble
from smadmin.domain.messages import say
from smadmin.services.escalations import Help
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card, empty_layout, rule
from smadmin.ui.comments.parts import Wish
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.sites.trouble import card_said
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording


class CardsPanel(Card):
    """The cards. `wished` carries the `Wish` of who has read them."""

    wished = Signal(object)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words.say("comments.cards-title"))
        self._words = words
        self._shown: Help | None = None
        self._cards = QVBoxLayout()
        self._cards.setSpacing(HALF_SPACE_PX)
        self.read_button = Button(words.say("comments.cards-read"), icon="check")
        self.read_button.clicked.connect(self._read)
        self.body.addWidget(PlainLabel(words.say("comments.cards-means"), kind=TextKind.MUTED))
        self.body.addLayout(self._cards)
        self.body.addWidget(self.read_button)

    def show_cards(self, help_: Help, *, due: bool) -> None:
        """Show what the cards say now; whoever has read them this year only reads."""
        self.read_button.setVisible(due)
        if self._shown is not None and (help_.principals, help_.contacts) == (
            self._shown.principals,
            self._shown.contacts,
        ):
            return
        self._shown = help_
        empty_layout(self._cards)
        for trouble in Trouble:
            self._cards.addWidget(rule())
            title = self._words.say(f"sites.trouble-{trouble.value}")
            self._cards.addWidget(PlainLabel(title, kind=TextKind.HEADING))
            for heading, text in card_said(trouble, help_, self._words):
                self._cards.addWidget(PlainLabel(heading, kind=TextKind.STRONG))
                self._cards.addWidget(PlainLabel(text))

    def _read(self) -> None:
        self.wished.emit(Wish(lambda office, by: office.read_cards.read(by), say("comments.said-cards-read")))
