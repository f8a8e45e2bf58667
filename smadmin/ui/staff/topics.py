"""One topic of the page for staff: what it says, a sentence to copy, the clauses that ask for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from smadmin.domain.policy.enforcement import Card as CardName
from smadmin.domain.staff_page import QUESTIONS, TO_COPY, Topic
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.wording import Wording


class TopicCard(Card):
    """A topic. The clauses stand below it, small: they are the reason, not the reading."""

    def __init__(self, topic: Topic, words: Wording) -> None:
        """Show it."""
        key = f"staffpage.{topic.of.value}"
        super().__init__(words.say(key))
        self.topic, self._words = topic, words
        self.copy_button: Button | None = None
        if topic.of is CardName.PRIVACY:
            self.body.addWidget(PlainLabel(questions_text(words)))
        else:
            self.body.addWidget(PlainLabel(words.say(f"{key}-says")))
        if topic.of in TO_COPY:
            self._add_copy(words.say(f"{key}-copy"))
        for clause in topic.clauses:
            number = words.say("staffpage.clause", demand=clause.demand, number=clause.number)
            said = f"{number}: {clause.said(words.language)}"
            self.body.addWidget(PlainLabel(said, kind=TextKind.NOTE))

    def _add_copy(self, sentence: str) -> None:
        self.body.addWidget(PlainLabel(sentence, kind=TextKind.STRONG))
        self.copy_button = Button(self._words.say("staffpage.copy"), kind=ButtonKind.SMALL, icon="copy")
        self.copy_button.setAccessibleDescription(sentence)
        self.copy_button.clicked.connect(lambda: self._copy(sentence))
        self.body.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _copy(self, sentence: str) -> None:
        QApplication.clipboard().setText(sentence)
        if self.copy_button is not None:
            self.copy_button.setText(self._words.say("staffpage.copied"))


def questions_text(words: Wording) -> str:
    """Give the five questions on privacy, a line each (WIC-S2)."""
    return "\n".join(f"{n}. {words.say(f'staffpage.privacy-{n}')}" for n in range(1, QUESTIONS + 1))
