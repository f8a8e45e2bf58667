"""The form of another passphrase: one's own, or the new one of somebody who sits beside."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.services.phrases import make_phrase
from smadmin.services.seats import Seat
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import Field
from smadmin.ui.founding.person import PersonFields
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class PassphraseForm(QWidget):
    """The form.

    Signals:
        changed: the old and the new one.
        renewed: the new one, and whether the person's other computers end too.
        left: somebody thought better of it.
    """

    changed = Signal(str, str)
    renewed = Signal(str, bool)
    left = Signal()

    def __init__(self, words: Wording, *, own: bool, name: str, parent: QWidget | None = None) -> None:
        """Begin empty; `own` is for whoever looks, else `name` sits beside them."""
        super().__init__(parent)
        self._words, self.own = words, own
        self.old = QLineEdit()
        self.old.setEchoMode(QLineEdit.EchoMode.Password)
        self._old = Field(words.say("peopleui.old-passphrase"), self.old)
        self._old.setVisible(own)
        self.fields = PersonFields((), words)
        self.fields.ask_only(())
        self.fields.ask_new_passphrase()
        self.lost = QCheckBox(for_button(words.say("peopleui.lost")))
        self.lost.setVisible(not own)
        self.do_button = Button(words.say("peopleui.change-do" if own else "peopleui.forgot-do"))
        self.do_button.clicked.connect(self._give)
        leave = Button(words.say("peopleui.leave"), kind=ButtonKind.QUIET)
        leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self.do_button)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_PX, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        if not own:
            column.addWidget(PlainLabel(words.say("peopleui.beside", name=name), kind=TextKind.STRONG))
        for part in (self._old, self.fields, self.lost):
            column.addWidget(part)
        column.addLayout(buttons)
        self.old.returnPressed.connect(self.do_button.press)
        self.fields.entered.connect(self.do_button.press)
        self.old.textEdited.connect(lambda _text: self._old.clear_error())
        self.fields.edited.connect(self._look)
        self.old.textEdited.connect(lambda _text: self._look())
        self._look()

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        if self.own:
            self.old.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fields.begin_passphrase()

    def show_seat(self, seat: Seat) -> None:
        """Go by the keyring: without one the passphrase is made."""
        if seat.identity is None and not self.fields.phrase.phrase:
            self.fields.make_phrase(make_phrase())
        self._look()

    def show_refused(self, error: KnownError) -> None:
        """Say beside the field why it isn't taken."""
        self.setEnabled(True)
        if isinstance(error, NotAllowed):
            self.fields.show_reasons(error.reasons)
        elif self.own:
            self._old.show_error(self._words.error(error))
            self.old.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Leave nothing of a passphrase in the fields."""
        self.old.clear()
        self.fields.clear_passphrases()

    def _look(self) -> None:
        missing = list(self._words.reasons(self.fields.form.missing_passphrase()))
        if self.own and not self.old.text():
            missing.insert(0, self._words.say("peopleui.old-missing"))
        if missing:
            self.do_button.block(missing[:1])
        else:
            self.do_button.allow()

    def _give(self) -> None:
        old, form = self.old.text(), self.fields.form
        self.setEnabled(False)
        self.clear()
        if self.own:
            self.changed.emit(old, form.passphrase)
        else:
            self.renewed.emit(form.passphrase, self.lost.isChecked())
