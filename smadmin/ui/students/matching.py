"""The decision whether faces may be compared: how it stands, why, and the short form that records it."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.law import LawDecision
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import DateField, Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button
from smadmin.ui.states import StateChip
from smadmin.ui.students.head import allow
from smadmin.ui.students.law import LawModel
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording

_STATE_LETTERS = 2


class MatchingCard(Card):
    """The card. `decided` carries a `LawDecision`; `left` tells that the card may go.

    `enterAsked`: consents are to be entered in a list. `endAllAsked`: all are to end, with every pattern.
    """

    enterAsked = Signal()
    endAllAsked = Signal()
    decided = Signal(object)
    left = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin without a decision."""
        super().__init__(words.say("studentui.law-heading"))
        self._words = words
        self.chip = StateChip(State.NOTE, "")
        self.details = PlainLabel("")
        self.why = PlainLabel(words.say("studentui.law-why"), kind=TextKind.NOTE)
        self.decide_button = Button(words.say("studentui.law-decide"))
        self.decide_button.clicked.connect(self._unfold)
        leave = Button(words.say("studentui.law-leave"), kind=ButtonKind.QUIET)
        leave.clicked.connect(self.left)
        self.end_all_button = Button(words.say("studentui.end-all"), kind=ButtonKind.DESTRUCTIVE)
        self.end_all_button.clicked.connect(self.endAllAsked)
        self.enter_button = Button(words.say("studentui.consents-enter"), icon="clipboard-check")
        self.enter_button.clicked.connect(self.enterAsked)
        buttons = FlowLayout()
        for button in (self.enter_button, self.decide_button, self.end_all_button, leave):
            buttons.addWidget(button)
        self.form = self._build_form()
        self.form.hide()
        for part in (self.chip, self.details, self.why):
            self.body.addWidget(part)
        self.body.addLayout(buttons)
        self.body.addWidget(self.form)

    def show_law(self, model: LawModel, blockers: Sequence[Reason]) -> None:
        """Show how matching stands; blockers say why this person can't decide."""
        self._model = model
        self.chip.show_state(State.FINE if model.on else State.NOTE, self._words(model.title))
        self.details.show_text("\n".join(self._words(one) for one in model.details))
        if blockers:
            self.decide_button.block(self._words.reasons(blockers))
        else:
            self.decide_button.allow()

    def show_consents(self, *, any_given: bool, blocked: Sequence[str]) -> None:
        """Offer to enter consents where matching is on, and to end all where there is one."""
        self.enter_button.setVisible(self._model.on)
        allow(self.enter_button, blocked)
        self.end_all_button.setVisible(any_given)
        allow(self.end_all_button, blocked)

    def show_error(self, refused: NotAllowed) -> bool:
        """Say below the fields what is wrong; gives whether every reason found its field."""
        for reason in refused.reasons:
            place = reason.place if reason.place in self.fields else "state"
            self.fields[place].show_error(self._words(reason.message))
        return all(reason.place is not None for reason in refused.reasons)

    def fold(self) -> None:
        """Put the form away."""
        self.form.hide()
        self.decide_button.show()

    def _build_form(self) -> QWidget:
        words = self._words
        self.state, self.decided_by, self.basis = QLineEdit(), QLineEdit(), QLineEdit()
        self.decided_on = DateField(words)
        self.state.setMaxLength(_STATE_LETTERS)
        self.basis.setPlaceholderText(words.say("studentui.law-basis-hint"))
        self.fields = {
            "state": Field(words.say("studentui.law-state"), self.state),
            "decided_by": Field(words.say("studentui.law-by"), self.decided_by),
            "decided_on": Field(words.say("studentui.law-on-day"), self.decided_on),
            "basis": Field(words.say("studentui.law-on-basis"), self.basis),
        }
        self.yes = QRadioButton(for_button(words.say("studentui.law-yes")))
        self.no = QRadioButton(for_button(words.say("studentui.law-no")))
        self.record_button = Button(words.say("studentui.law-record"))
        self.record_button.clicked.connect(self._give)
        leave = Button(words.say("studentui.leave"), kind=ButtonKind.QUIET)
        leave.clicked.connect(self.fold)
        buttons = QHBoxLayout()
        buttons.addWidget(self.record_button)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, SPACE_PX, 0, 0)
        column.setSpacing(SPACE_PX)
        for part in (*self.fields.values(), self.yes, self.no):
            column.addWidget(part)
        column.addLayout(buttons)
        return form

    def _unfold(self) -> None:
        self.decide_button.hide()
        self.form.show()
        for field in self.fields.values():
            field.clear_error()
        self.state.setText(self._model.state)
        self.decided_by.setText(self._model.decided_by)
        self.basis.setText(self._model.basis)
        latest = self._model.today
        self.decided_on.setMaximumDate(QDate(latest.year, latest.month, latest.day))
        self.decided_on.show_day(latest)
        (self.no if self._model.on else self.yes).setChecked(True)
        self.state.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        for field in self.fields.values():
            field.clear_error()
        self.decided.emit(
            LawDecision(
                self.state.text(),
                self.decided_by.text(),
                self.basis.text(),
                matching=self.yes.isChecked(),
                decided_on=self.decided_on.day,
            )
        )
