"""The card *Records requests* beside the record: who asked, until when, and the way to the answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.records.asked_said import AskedRead, request_line
from smadmin.ui.states import StateLine
from smadmin.ui.wording import Wording

_LINES = 5


class AskedCard(Card):
    """The card. `answerAsked` tells that somebody wants to answer one."""

    answerAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin without requests."""
        super().__init__(words.say("recordsasked.card"))
        self._words = words
        self._lines = QVBoxLayout()
        self.body.addWidget(PlainLabel(words.say("recordsasked.card-means"), kind=TextKind.MUTED))
        self.body.addLayout(self._lines)
        self.button = Button(words.say("recordsasked.answer"), icon="file-text")
        self.button.setObjectName("answer-request")
        self.button.clicked.connect(self.answerAsked)
        self.body.addWidget(self.button)

    def show_requests(self, read: AskedRead) -> None:
        """Show how the requests stand, the open ones first."""
        empty_layout(self._lines)
        for request in read.requests[:_LINES]:
            state, said = request_line(request, read.today)
            self._lines.addWidget(StateLine(state, self._words(said)))
        if read.blockers:
            self.button.block(self._words.reasons(read.blockers))
        else:
            self.button.allow()
