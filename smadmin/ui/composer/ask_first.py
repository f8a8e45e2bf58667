"""*Ask first*: below the post that is read back, what was asked about it, and the line that asks."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smadmin.services.questions import QuestionSheet
from smadmin.ui.asked_said import asked_lines
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.sentence import SentenceForm, SentenceWords
from smadmin.ui.states import StateLine
from smadmin.ui.wording import Wording


class AskCard(Card):
    """The card. `asked` carries the question."""

    asked = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without questions."""
        super().__init__(words.say("questionui.unsure"), parent)
        self._words = words
        self.form = SentenceForm(
            SentenceWords(
                unfold=words.say("questionui.ask-first"),
                ask=words.say("questionui.your-question"),
                hint=words.say("questionui.question-hint"),
                do=words.say("questionui.send"),
                fold=words.say("questionui.leave"),
                first=words.say("questions.sentence-missing"),
            )
        )
        self.form.given.connect(self.asked)

    def show_asked(self, sheets: Sequence[QuestionSheet], now: datetime) -> None:
        """Show what was asked; while a question waits, no other is asked."""
        for line in asked_lines(tuple(sheets), now):
            self.body.addWidget(StateLine(line.state, self._words(line.said)))
        if not sheets:
            self.body.addWidget(PlainLabel(self._words.say("questionui.what-for"), kind=TextKind.NOTE))
        waits = any(one.question.answer is None for one in sheets)
        self.form.setVisible(not waits)
        self.body.addWidget(self.form)
