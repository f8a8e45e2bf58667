"""The policy's questions about an account, for whom it is, and whose time it takes."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.account_requests import MOST_MINUTES, AccountRequest
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PersonId
from smadmin.domain.people import Person
from smadmin.services.opening import AskFacts
from smadmin.ui.fields import ChoiceField, Field, NumberField
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.typed import begin_words
from smadmin.ui.wording import Wording

_ON, _OFF = "on", "off"


class AnswersForm(QWidget):
    """The answers. `changed` tells that something was typed or chosen."""

    changed = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without questions."""
        super().__init__(parent)
        self._words = words
        self.answers: list[QLineEdit] = []
        self.audience, self.minutes = QLineEdit(), NumberField()
        self.minutes.setRange(0, MOST_MINUTES)
        self.minutes.setSingleStep(15)
        self.comments, self.monitor, self.administrator = ChoiceField(), ChoiceField(), ChoiceField()
        for one in (_ON, _OFF):
            self.comments.addItem(words.say(f"openingui.comments-{one}"), one)
        self.fields = {
            "audience": Field(words.say("openingui.audience"), self.audience),
            "minutes": Field(words.say("openingui.minutes"), self.minutes),
            "administrator": Field(
                words.say("openingui.administrator"),
                self.administrator,
                note=words.say("openingui.administrator-note"),
            ),
            "comments": Field(words.say("openingui.comments"), self.comments),
            "monitor": Field(words.say("openingui.monitor"), self.monitor),
        }
        self._questions = QVBoxLayout()
        self._questions.setSpacing(SPACE_PX)
        grid = QGridLayout()
        grid.setSpacing(SPACE_PX)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for place, name in enumerate(("audience", "minutes", "administrator", "comments", "monitor")):
            grid.addWidget(self.fields[name], place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addLayout(self._questions)
        column.addLayout(grid)
        self.audience.textEdited.connect(self._typed)
        self.minutes.valueChanged.connect(self._typed)
        for choice in (self.comments, self.monitor, self.administrator):
            choice.currentIndexChanged.connect(self._typed)

    @property
    def filled(self) -> AccountRequest:
        """What is answered now."""
        comments = self.comments.currentData() == _ON
        return AccountRequest(
            answers=tuple(line.text() for line in self.answers),
            audience=self.audience.text(),
            minutes=self.minutes.value(),
            comments=comments,
            monitor=_chosen(self.monitor) if comments else None,
            administrator=_chosen(self.administrator),
        )

    def show_facts(self, facts: AskFacts, request: AccountRequest | None = None) -> None:
        """Show the questions, with what was answered before."""
        if not self.answers:
            self._ask([one.told.said(self._words.language) for one in facts.pack.opening.questions])
        for choice in (self.monitor, self.administrator):
            _fill(choice, facts.people, self._words.say("openingui.nobody-yet"))
        given = request.answers if request is not None else ()
        for place, line in enumerate(self.answers):
            line.setText(given[place] if place < len(given) else "")
        self.audience.setText("" if request is None else request.audience)
        self.minutes.setValue(0 if request is None else request.minutes)
        if request is not None:
            self.comments.setCurrentIndex(self.comments.findData(_ON if request.comments else _OFF))
            for choice, who in ((self.monitor, request.monitor), (self.administrator, request.administrator)):
                choice.setCurrentIndex(max(choice.findData(who or ""), 0))
        self._typed()
        begin_words(self)

    def show_refused(self, refused: NotAllowed) -> None:
        """Say below the fields what is missing."""
        for reason in refused.reasons:
            if reason.place in self.fields:
                self.fields[reason.place].show_error(self._words(reason.message))

    def begin(self) -> None:
        """Put the keyboard into the first line."""
        first = self.answers[0] if self.answers else self.audience
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, questions: Sequence[str]) -> None:
        for place, question in enumerate(questions):
            line = QLineEdit()
            line.textEdited.connect(self._typed)
            self.answers.append(line)
            self.fields[f"answer-{place}"] = Field(question, line)
            self._questions.addWidget(self.fields[f"answer-{place}"])
        # Made after the fields below them, they would come last under Tab.
        for before, after in pairwise((_tabbed_before(self.audience), *self.answers, self.audience)):
            QWidget.setTabOrder(before, after)

    def _typed(self) -> None:
        for field in self.fields.values():
            field.clear_error()
        self.fields["monitor"].setVisible(self.comments.currentData() == _ON)
        self.changed.emit()


def _tabbed_before(widget: QWidget) -> QWidget:
    """Give the widget from which Tab leads to this one."""
    before = widget.previousInFocusChain()
    while before is not None and before is not widget and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain()
    return widget if before is None else before


def _fill(choice: QComboBox, people: Sequence[Person], nobody: str) -> None:
    choice.clear()
    choice.addItem(nobody, "")
    for person in people:
        choice.addItem(person.name, person.id)


def _chosen(choice: QComboBox) -> PersonId | None:
    chosen = choice.currentData()
    return PersonId(chosen) if chosen else None
