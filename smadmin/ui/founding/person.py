"""The form for a person: real name, e-mail, role, employment statement, passphrase twice."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.errors import Reason
from smadmin.domain.people import Role
from smadmin.ui.fields import Field
from smadmin.ui.founding.model import PersonForm
from smadmin.ui.founding.phrase import PhraseBack
from smadmin.ui.plaintext import for_button
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class PersonFields(QWidget):
    """The fields. `edited` tells that something was typed or chosen."""

    edited = Signal()

    def __init__(self, roles: Sequence[Role], words: Wording, parent: QWidget | None = None) -> None:
        """Offer these roles."""
        super().__init__(parent)
        self._words = words
        self._name, self._email = QLineEdit(), QLineEdit()
        self._role = QComboBox()
        for role in roles:
            self._role.addItem(words.say(f"shell.role-{role}"), role)
        self._employed = QCheckBox(for_button(words.say("founding.employed")))
        self._passphrase, self._again = _hidden(), _hidden()
        self._fields = {
            "name": Field(words.say("founding.your-name"), self._name),
            "email": Field(words.say("founding.your-email"), self._email),
            "role": Field(words.say("founding.your-role"), self._role),
            "employed": Field(words.say("founding.employment"), self._employed),
            "passphrase": Field(
                words.say("session.passphrase"), self._passphrase, note=words.say("founding.passphrase-note")
            ),
            "again": Field(words.say("founding.passphrase-again"), self._again),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        for field in self._fields.values():
            column.addWidget(field)
        self.phrase = PhraseBack(words)
        self.phrase.edited.connect(self.edited)
        self.phrase.hide()
        column.addWidget(self.phrase)
        for edit in (self._name, self._email, self._passphrase, self._again):
            edit.textEdited.connect(lambda _text: self.edited.emit())
        self._employed.toggled.connect(lambda _on: self.edited.emit())

    def make_phrase(self, phrase: str) -> None:
        """Give a passphrase that was made instead of asking for one; an empty one asks again."""
        for name in ("passphrase", "again"):
            self._fields[name].setVisible(not phrase)
        self.clear_passphrases()
        self.phrase.show_phrase(phrase)
        self.phrase.setVisible(bool(phrase))

    @property
    def form(self) -> PersonForm:
        """What stands in the fields now."""
        made = self.phrase.phrase
        return PersonForm(
            name=self._name.text(),
            email=self._email.text(),
            role=Role(self._role.currentData()),
            employed=self._employed.isChecked(),
            passphrase=made or self._passphrase.text(),
            again=self.phrase.given_back if made else self._again.text(),
            made=bool(made),
        )

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        """Say beside each field what is wrong with it."""
        for field in self._fields.values():
            field.clear_error()
        self.phrase.field.clear_error()
        for reason in reasons:
            if self.phrase.phrase and reason.place in {None, "passphrase"}:
                self.phrase.field.show_error(self._words(reason.message))
                continue
            place = reason.place if reason.place in self._fields else "passphrase"
            self._fields[place or "passphrase"].show_error(self._words(reason.message))

    def clear_passphrases(self) -> None:
        """Leave nothing of a passphrase in the fields."""
        self._passphrase.clear()
        self._again.clear()
        self.phrase.forget()


def _hidden() -> QLineEdit:
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit
