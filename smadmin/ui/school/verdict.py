"""How a policy being written stands: its first mistake with its line, or what it would change."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from smadmin.domain.messages import Message
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.school.model import Verdict
from smadmin.ui.states import StateChip
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording


class VerdictCard(Card):
    """How it stands.

    Signals:
        lineAsked: the number of the line to show.
        decidedChanged: who in the district decided was typed.
    """

    lineAsked = Signal(int)
    decidedChanged = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin with nothing read."""
        super().__init__(words.say("policies.stands"))
        self._words = words
        self.decided = QLineEdit()
        note = words.say("policies.decided-note")
        self.field = Field(words.say("policies.decided"), self.decided, note=note, parent=self)
        self.decided.textChanged.connect(self.decidedChanged)
        self.field.hide()

    def show_busy(self) -> None:
        """Say that it is being read."""
        self._empty()
        self.body.addWidget(PlainLabel(self._words.say("policies.checking"), kind=TextKind.MUTED))

    def show_verdict(self, verdict: Verdict) -> None:
        """Show how it stands."""
        self._empty()
        first, *others = verdict.said
        if verdict.state is State.STOP:
            chip = StateChip(State.STOP, self._words.say("policies.unreadable"))
            self.body.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(PlainLabel(self._words(first), kind=TextKind.STRONG))
        for sentence in others:
            self.body.addWidget(PlainLabel(self._words(sentence), kind=TextKind.MUTED))
        if verdict.line is not None:
            words = self._words.say("policies.go-to-line", line=verdict.line)
            go = Button(words, kind=ButtonKind.SMALL)
            go.clicked.connect(lambda: self.lineAsked.emit(verdict.line))
            self.body.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        self._list("policies.would-loosen", verdict.looser, verdict.more_looser)
        if verdict.looser:
            self.body.addWidget(self.field)
            self.field.show()
        self._list("policies.would-change", verdict.changes, verdict.more_changes)

    def _list(self, title: str, told: Sequence[Message], more: int) -> None:
        if not told:
            return
        self.body.addWidget(PlainLabel(self._words.say(title), kind=TextKind.HEADING))
        for one in told:
            self.body.addWidget(PlainLabel(self._words(one)))
        if more:
            self.body.addWidget(PlainLabel(self._words.say("policies.and-more", n=more), kind=TextKind.MUTED))

    def _empty(self) -> None:
        self.field.hide()
        self.body.removeWidget(self.field)
        self.clear()
