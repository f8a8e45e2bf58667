"""The card *Keeping and destroying* beside the record: what stands now, and the way to the page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from smadmin.services.retention import RetentionView
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.records.keeping_said import standing
from smadmin.ui.states import StateLine
from smadmin.ui.wording import Wording


class KeepingCard(Card):
    """The card. `opened` tells that somebody wants to see more."""

    opened = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin before anything is known."""
        super().__init__(words.say("retention.card"))
        self._words = words
        self._line = QVBoxLayout()
        self.body.addWidget(PlainLabel(words.say("retention.card-means"), kind=TextKind.MUTED))
        self.body.addLayout(self._line)
        self.button = Button(words.say("retention.open"), icon="archive")
        self.button.setObjectName("open-keeping")
        self.button.clicked.connect(self.opened)
        self.body.addWidget(self.button)

    def show_standing(self, view: RetentionView) -> None:
        """Show the one line that matters most."""
        empty_layout(self._line)
        state, said = standing(view)
        self._line.addWidget(StateLine(state, self._words(said)))
