"""How long the open account has been quiet; and the ways out of a long silence: hand over, close, excuse.

An excuse has a day and a reason, is seen by everybody and given by principal and deputy (BAL-B1e1, YEL-C3).
"""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.errors import NotAllowed
from smadmin.domain.messages import say
from smadmin.services.cadence import AccountCadence
from smadmin.services.excuses import ExcuseView
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.fields import DateField, Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.stages import account_stage
from smadmin.ui.states import StateLine
from smadmin.ui.typed import keep_words
from smadmin.ui.wording import Wording

_LONGEST_WHY = 400
_FIRST_OFFERED = timedelta(days=14)


class ExcuseCard(Card):
    """The card.

    Signals:
        excused: the last day, and why.
        takenBack, handOverAsked, closeAsked: the buttons.
    """

    excused = Signal(object, str)
    takenBack = Signal()
    handOverAsked = Signal()
    closeAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin without an account."""
        super().__init__(words.say("excuses.title"))
        keep_words(self)
        self._words, told = words, words.say
        self._lines = QVBoxLayout()
        self.ways, self.form = QWidget(), QWidget()
        self.hand_over, self.close_it = Button(told("excuses.hand-over")), Button(told("excuses.close"))
        self.unfold, self.back = Button(told("excuses.unfold")), Button(told("excuses.take-back"))
        self.until, self.why = DateField(words), QLineEdit()
        self.why.setMaxLength(_LONGEST_WHY)
        self.fields = {
            "until": Field(told("excuses.until"), self.until),
            "why": Field(told("excuses.why"), self.why),
        }
        self.do = Button(told("excuses.do"), kind=ButtonKind.MAIN)
        self.leave = Button(told("excuses.leave"), kind=ButtonKind.QUIET)
        self._dated = False
        self._build()
        self.hide()

    def show_silence(self, judged: AccountCadence, view: ExcuseView) -> None:
        """Show how long it has been quiet, and what this person may decide."""
        empty_layout(self._lines)
        cadence, may = judged.cadence, not view.blockers
        self.setVisible(judged.pace is not None and (may or cadence.late or view.until is not None))
        state, said = account_stage(judged.account, cadence, view.today)
        self._lines.addWidget(StateLine(state, self._words(said)))
        if view.until is not None:
            self._say_excuse(view, view.until)
        elif cadence.late:
            which = "excuses.choose" if may else "excuses.choose-others"
            self._lines.addWidget(PlainLabel(self._words.say(which)))
        self.ways.setVisible(may)
        for button in (self.hand_over, self.close_it):
            button.setVisible(cadence.late)  # wherever the sentence names them
        self.unfold.setVisible(view.until is None and self.form.isHidden())
        self.back.setVisible(view.until is not None)
        if view.until is not None or not may:
            self.rest()
        if not self._dated:
            self._dated = True
            self.until.show_day(view.today + _FIRST_OFFERED)

    def show_error(self, error: NotAllowed) -> bool:
        """Show a refusal beside its field; False where none is meant."""
        places = {one.place for one in error.reasons}
        if not places <= set(self.fields):
            return False
        for reason in error.reasons:
            self.fields[str(reason.place)].show_error(self._words(reason.message))
        return True

    def begin(self) -> None:
        """Unfold the form and put the keyboard into it."""
        self.unfold.hide()
        self.form.show()
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self.form)

    def rest(self) -> None:
        """Put the form away."""
        folded = not self.form.isHidden()
        self.form.hide()
        self.why.clear()
        self._dated = False
        for field in self.fields.values():
            field.clear_error()
        self.unfold.setVisible(folded or not self.unfold.isHidden())

    def _say_excuse(self, view: ExcuseView, until: date) -> None:
        kind = "excuses.holds" if view.why else "excuses.holds-erased"
        self._lines.addWidget(PlainLabel(self._words(say(kind, until=until, why=view.why))))
        if view.said_by and view.said_on is not None:
            by = say("excuses.by", name=view.said_by, day=view.said_on)
            self._lines.addWidget(PlainLabel(self._words(by), kind=TextKind.NOTE))

    def _give(self) -> None:
        for field in self.fields.values():
            field.clear_error()
        self.excused.emit(self.until.day, self.why.text())

    def _build(self) -> None:
        self.body.addLayout(self._lines)
        row = FlowLayout(self.ways)
        for button in (self.hand_over, self.close_it, self.unfold, self.back):
            row.addWidget(button)
        self.body.addWidget(self.ways)
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        for field in self.fields.values():
            column.addWidget(field)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.do)
        row.addWidget(self.leave)
        column.addWidget(buttons)
        self.body.addWidget(self.form)
        self.form.hide()
        self.unfold.clicked.connect(self.begin)
        self.leave.clicked.connect(self.rest)
        self.do.clicked.connect(self._give)
        self.why.returnPressed.connect(self._give)
        self.back.clicked.connect(self.takenBack)
        self.hand_over.clicked.connect(self.handOverAsked)
        self.close_it.clicked.connect(self.closeAsked)
