"""*Ask first*: beside or below a post, what was asked about it and the line that asks."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.services.questions import QuestionSheet
from smadmin.ui.asked_said import AskedLine, asked_lines
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.sentence import SentenceForm, SentenceWords
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class AskCard(Card):
    """The card. `asked` carries the question."""

    asked = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without questions."""
        super().__init__(words.say("questionui.unsure"), parent)
        self._words = words
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_PX)
        self.body.addLayout(self._lines)
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
        self.body.addWidget(self.form)
        self._shown: tuple[AskedLine, ...] | None = None

    def show_asked(self, sheets: Sequence[QuestionSheet], now: datetime) -> None:
        """Show what was asked; while a question waits, no other is asked. A question half typed stays."""
        lines = asked_lines(tuple(sheets), now)
        if lines == self._shown:
            return
        self._shown = lines
        empty_layout(self._lines)
        for line in lines:
            self._lines.addWidget(StateLine(line.state, self._words(line.said)))
        if not sheets:
            self._lines.addWidget(PlainLabel(self._words.say("questionui.what-for"), kind=TextKind.NOTE))
        waits = any(one.question.answer is None for one in sheets)
        if waits:
            self.form.rest()
        self.form.setVisible(not waits)
