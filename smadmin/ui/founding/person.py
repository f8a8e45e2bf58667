"""The form for a person: real name, e-mail, role, employment statement, passphrase twice."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
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
    """The fields.

    Signals:
        edited: something was typed or chosen.
        entered: Enter was pressed in a field.
    """

    edited = Signal()
    entered = Signal()

    def __init__(
        self,
        roles: Sequence[Role],
        words: Wording,
        parent: QWidget | None = None,
        *,
        role_note: str | None = None,
    ) -> None:
        """Offer these roles.

        Args:
            roles: the first is chosen already where `role_note` is given, else none is.
            words: what is said.
            parent: as ever.
            role_note: what follows from the choice.
        """
        super().__init__(parent)
        self._words = words
        self._name, self._email, self._phone = QLineEdit(), QLineEdit(), QLineEdit()
        self._quoted: tuple[str, str] | None = None
        self._role = QComboBox()
        if role_note is None:
            self._role.addItem(words.say("founding.choose-role"), None)
        for role in roles:
            self._role.addItem(words.say(f"shell.role-{role}"), role)
        self._role.currentIndexChanged.connect(self.edited)
        self._employed = QCheckBox(for_button(words.say("founding.employed")))
        self._passphrase, self._again = _hidden(), _hidden()
        self._edits = {
            "name": self._name,
            "email": self._email,
            "phone": self._phone,
            "passphrase": self._passphrase,
            "again": self._again,
        }
        self._fields = self._made_fields(words, role_note or "")
        # A field names its control by its label; a box that is ticked has to say to what.
        self._employed.setAccessibleName(words.say("founding.employed"))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        for field in self._fields.values():
            column.addWidget(field)
        self.phrase = PhraseBack(words)
        self.phrase.edited.connect(self.edited)
        self.phrase.hide()
        column.addWidget(self.phrase)
        for name, edit in self._edits.items():
            edit.textEdited.connect(partial(self._heard, name))
            edit.returnPressed.connect(self.entered)
        self.phrase.typed.returnPressed.connect(self.entered)
        self._employed.toggled.connect(partial(self._heard, "employed"))

    def _made_fields(self, words: Wording, role_note: str) -> dict[str, Field]:
        return {
            "name": Field(words.say("founding.your-name"), self._name),
            "email": Field(words.say("founding.your-email"), self._email),
            "phone": Field(words.say("founding.your-phone"), self._phone),
            "role": Field(words.say("founding.your-role"), self._role, note=role_note),
            "employed": Field(words.say("founding.employment"), self._employed),
            "passphrase": Field(
                words.say("session.passphrase"), self._passphrase, note=words.say("founding.passphrase-note")
            ),
            "again": Field(words.say("founding.passphrase-again"), self._again),
        }

    def choose_role(self, role: Role) -> None:
        """Choose a role, as somebody would."""
        self._role.setCurrentIndex(self._role.findData(role))

    def put_below_role(self, part: QWidget) -> None:
        """Show what follows from the role right below its choice."""
        self._column.insertWidget(self._column.indexOf(self._fields["role"]) + 1, part)

    def ask_new_passphrase(self) -> None:
        """Name the passphrase as the one to come, where the present one is asked for beside it."""
        field = self._fields["passphrase"]
        field.label.show_text(self._words.say("founding.new-passphrase"))
        field.control.setAccessibleName(field.label.whole_text)

    def ask_only(self, names: Collection[str]) -> None:
        """Ask only for these of name, email, phone, role, employed; the passphrase is always asked for."""
        for name in ("name", "email", "phone", "role", "employed"):
            self._fields[name].setVisible(name in names)

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_passphrase(self) -> None:
        """Put the cursor into the passphrase."""
        self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def quote(self, clause: tuple[str, str] | None) -> None:
        """Know the clause that lets in employees only, which is quoted to whoever isn't one."""
        self._quoted = clause
        self.edited.emit()

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
            phone=self._phone.text(),
            role=None if self._role.currentData() is None else Role(self._role.currentData()),
            employed=self._employed.isChecked(),
            passphrase=made or self._passphrase.text(),
            again=self.phrase.given_back if made else self._again.text(),
            made=bool(made),
            quoted=self._quoted,
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

    @property
    def wrong(self) -> Field | None:
        """The first field of which something wrong is said, or None."""
        return next((one for one in (*self._fields.values(), self.phrase.field) if one.error), None)

    def _heard(self, name: str, _now: object) -> None:
        """Take back what was said of a field: it was about what stood there before."""
        about = ("passphrase", "again") if name in {"passphrase", "again"} else (name,)
        for one in about:
            self._fields[one].clear_error()
        self.edited.emit()

    def clear_passphrases(self) -> None:
        """Leave nothing of a passphrase in the fields."""
        self._passphrase.clear()
        self._again.clear()
        self.phrase.forget()


def _hidden() -> QLineEdit:
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit
