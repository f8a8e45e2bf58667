"""How the school reaches somebody, with what is missing said; and the form that puts it right."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.errors import Reason
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.people.model import PersonModel
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.typed import begin_words
from smadmin.ui.wording import Wording


class ReachCard(Card):
    """Name, e-mail, telephone, employment. `corrected` carries the `Person` as it shall be."""

    corrected = Signal(object)

    def __init__(self, words: Wording) -> None:
        """Begin without a person."""
        super().__init__(" ")
        self._words = words
        self._model: PersonModel | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(HALF_SPACE_PX)
        self.button = Button(words.say("peopleui.correct"), icon="pencil")
        self.button.clicked.connect(self._unfold)
        self.name, self.email, self.phone = QLineEdit(), QLineEdit(), QLineEdit()
        self.fields = {
            "name": Field(words.say("peopleui.name"), self.name, note=words.say("peopleui.name-note")),
            "email": Field(words.say("peopleui.email"), self.email),
            "phone": Field(words.say("peopleui.phone"), self.phone),
        }
        self.form = self._form()
        self.body.addLayout(self._lines)
        self.body.addWidget(self.button)
        self.body.addWidget(self.form)
        self.form.hide()

    def show_person(self, model: PersonModel) -> None:
        """Show somebody; a form that is open for the same person stays."""
        if self._model is None or model.id != self._model.id:
            self.fold()
        self._model = model
        self.heading.show_text(model.person.name)
        empty_layout(self._lines)
        nothing = self._words.say("peopleui.not-known")
        for line in (
            self._words.say("peopleui.line-email", email=model.person.email or nothing),
            self._words.say("peopleui.line-phone", phone=model.person.phone or nothing),
            self._words.say("peopleui.employed" if model.person.statement else "peopleui.employment-open"),
        ):
            self._lines.addWidget(PlainLabel(line, kind=TextKind.MUTED))
        for reason in model.lacking:
            self._lines.addWidget(StateLine(State.DOUBT, self._words(reason.message)))
        reasons = self._words.reasons(model.may_correct)
        self.button.setVisible(not reasons and self.form.isHidden())
        self.name.setReadOnly(bool(model.may_rename))
        self.fields["name"].setVisible(not model.may_rename)

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        """Say beside each field what is wrong with it."""
        for field in self.fields.values():
            field.clear_error()
        for reason in reasons:
            self.fields[reason.place or "phone"].show_error(self._words(reason.message))

    def fold(self) -> None:
        """Put the form away."""
        self.form.hide()
        self.button.setVisible(self._model is not None and not self._model.may_correct)

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, SPACE_PX, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        for field in self.fields.values():
            column.addWidget(field)
        for edit in (self.name, self.email, self.phone):
            edit.returnPressed.connect(self._give)
        self.do_button = Button(self._words.say("peopleui.save"))
        self.do_button.clicked.connect(self._give)
        leave = Button(self._words.say("peopleui.leave"), kind=ButtonKind.QUIET)
        leave.clicked.connect(self.fold)
        buttons = QHBoxLayout()
        buttons.addWidget(self.do_button)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return form

    def _unfold(self) -> None:
        if self._model is None:
            return
        person = self._model.person
        for edit, text in ((self.name, person.name), (self.email, person.email), (self.phone, person.phone)):
            edit.setText(text)
        self.show_reasons(())
        begin_words(self.form)
        self.button.hide()
        self.form.show()
        first = self.email if self._model.may_rename else self.name
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self.form)

    def _give(self) -> None:
        if self._model is not None:
            name, email, phone = (edit.text() for edit in (self.name, self.email, self.phone))
            self.corrected.emit(replace(self._model.person, name=name, email=email, phone=phone))
