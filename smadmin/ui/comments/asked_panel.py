"""A question about a post before it is handed in: what is asked, by when it has its answer (WIC-P11)."""

from PySide6.QtCore import Signal

from smadmin.domain.messages import Message, say
from smadmin.services.questions import QuestionSheet
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.wording import Wording


class AskedPanel(Card):
    """The question. `ledTo` carries the screen where it is gone on with, and what is opened there."""

    ledTo = Signal(str, str)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words.say("questionui.comments-title"))
        self._words = words
        self._to = ("", "")
        self.who, self.sentence = PlainLabel("", kind=TextKind.MUTED), PlainLabel("", kind=TextKind.STRONG)
        self.due, self.go = PlainLabel(""), Button("")
        self.go.clicked.connect(lambda: self.ledTo.emit(*self._to))
        for one in (self.who, self.sentence, self.due, self.go):
            self.body.addWidget(one)

    def show_question(self, sheet: QuestionSheet, *, mine: bool) -> None:
        """Show it; `mine`: whoever looks asked it, and waits."""
        self.who.show_text(self._words(asked_title(sheet, mine=mine)))
        self.sentence.show_text(sheet.question.sentence)
        late = "-late" if sheet.late_days else ""
        self.due.show_text(
            "" if sheet.due_on is None else self._words.say(f"questionui.due{late}", day=sheet.due_on)
        )
        self.go.setText(self._words.say("today.go-on" if mine else "questionui.today-answer"))
        self._to = (
            ("compose", sheet.question.post) if mine else ("approvals", f"question:{sheet.question.id}")
        )


def asked_title(sheet: QuestionSheet, *, mine: bool) -> Message:
    """Say who asks whom about which post, as Today does."""
    quoted = say("today.quoted", words=sheet.words) if sheet.words else say("today.without-words")
    if mine:
        return say("questionui.today-asked", words=quoted)
    return say("questionui.today-waiting", name=sheet.asked_by, words=quoted)
