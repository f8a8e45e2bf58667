"""The guardian's consent to a face pattern: how it stands, and who gave it from when until when."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import StudentId
from smadmin.domain.students import MatchingConsent
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import DateField, Field
from smadmin.ui.labels import PlainLabel
from smadmin.ui.students.head import allow
from smadmin.ui.students.known import Consent
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.typed import keep_words
from smadmin.ui.wording import Wording


class ConsentCard(Card):
    """The consent.

    Signals:
        entered: a `MatchingConsent`.
        ended: the guardian withdrew it.
        lawAsked: why consent isn't asked, or is.
    """

    entered = Signal(object)
    ended = Signal()
    lawAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin without a child."""
        super().__init__(words.say("studentui.consent"))
        keep_words(self)
        self._words = words
        self._shown: tuple[StudentId, Consent] | None = None
        self.said = PlainLabel("")
        why = Button(words.say("studentui.why"), kind=ButtonKind.LINK)
        why.clicked.connect(self.lawAsked)
        line = QHBoxLayout()
        line.addWidget(self.said, 1)
        line.addWidget(why, 0, Qt.AlignmentFlag.AlignTop)
        self.guardian, self.given_on, self.until = QLineEdit(), DateField(words), DateField(words)
        self.fields = {
            "guardian": Field(words.say("studentui.consent-guardian"), self.guardian),
            "given_on": Field(words.say("studentui.consent-given"), self.given_on),
            "until": Field(words.say("studentui.consent-day"), self.until),
        }
        self.guardian.textEdited.connect(self.clear_errors)
        self.enter_button = Button(words.say("studentui.consent-enter"))
        self.enter_button.clicked.connect(self._enter)
        self.end_button = Button(words.say("studentui.consent-end"))
        self.end_button.clicked.connect(self.ended)
        self.form = QWidget()
        form = QVBoxLayout(self.form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SPACE_PX)
        form.addWidget(self.fields["guardian"])
        days = QHBoxLayout()
        days.setSpacing(SPACE_PX)
        days.addWidget(self.fields["given_on"], 1)
        days.addWidget(self.fields["until"], 1)
        form.addLayout(days)
        buttons = QHBoxLayout()
        buttons.addWidget(self.enter_button)
        buttons.addWidget(self.end_button)
        buttons.addStretch(1)
        form.addLayout(buttons)
        self.body.addLayout(line)
        self.body.addWidget(self.form)

    def show_consent(self, child: StudentId, consent: Consent, blocked: Sequence[str]) -> None:
        """Show how it stands, and the form where it may be entered; what is typed for a child stays."""
        self.said.show_text(self._words(consent.said))
        self.form.setVisible(consent.offered)
        self.end_button.setVisible(consent.until is not None)
        for button in (self.enter_button, self.end_button):
            allow(button, blocked)
        if self._shown != (child, consent):
            self._shown = (child, consent)
            self._begin(consent)

    def _begin(self, consent: Consent) -> None:
        self.clear_errors()
        self.guardian.setText(consent.guardian)
        self.given_on.setMaximumDate(_qt(consent.today))
        self.given_on.setDate(_qt(consent.given_on or consent.today))
        self.until.setMaximumDate(_qt(consent.latest))
        self.until.setDate(_qt(consent.until or consent.latest))

    def show_error(self, refused: NotAllowed) -> bool:
        """Say below the fields what is wrong; gives whether every reason found its field."""
        for reason in refused.reasons:
            if reason.place in self.fields:
                self.fields[reason.place].show_error(self._words(reason.message))
        return all(reason.place in self.fields for reason in refused.reasons)

    def clear_errors(self) -> None:
        """Take the errors away."""
        for field in self.fields.values():
            field.clear_error()

    def _enter(self) -> None:
        given, until = self.given_on.date().toPython(), self.until.date().toPython()
        if isinstance(given, date) and isinstance(until, date):
            self.entered.emit(MatchingConsent(given, until, self.guardian.text()))


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
