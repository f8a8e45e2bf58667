"""Asks for the passphrase once more before a weighty act (`keys.md`, Approval)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from smadmin.domain.messages import Message
from smadmin.ui.dialogs.form import FormDialog
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.wording import Wording

_WIDTH_PX = 400


class PassphraseDialog(FormDialog):
    """One field, one button; open it with `open()`. `given` carries what was typed."""

    given = Signal(str)

    def __init__(
        self,
        name: str,
        words: Wording,
        parent: QWidget | None = None,
        *,
        pin: bool = False,
        what: Message | None = None,
    ) -> None:
        """Take who is asked and for what, and whether they have six digits instead of a passphrase."""
        super().__init__(
            words.say("sitdown.pin-now" if pin else "session.passphrase-again"),
            words.say("session.passphrase-why", name=name)
            if what is None
            else words.say("session.passphrase-what", name=name, what=what),
            main=words.say("session.go-on"),
            leave=words.say("session.not-now"),
            width_px=_WIDTH_PX,
            parent=parent,
        )
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(words.say("sitdown.pin" if pin else "session.passphrase"))
        self.trouble = PlainLabel("", kind=TextKind.NOTE)
        self.trouble.hide()
        self.fields.addWidget(self.field)
        self.fields.addWidget(self.trouble)
        self.main.clicked.connect(self._give)
        self.field.setFocus()

    def show_trouble(self, sentence: str) -> None:
        """Say what went wrong; the field can be used again."""
        self.setEnabled(True)
        self.trouble.show_text(sentence)
        self.trouble.show()
        self.field.setFocus()

    def _give(self) -> None:
        typed = self.field.text()
        if typed:
            self.field.clear()
            self.setEnabled(False)
            self.given.emit(typed)


def ask_again(
    around: Surroundings, name: str, then: Callable[[], None], *, above: QWidget, what: Message | None = None
) -> None:
    """Ask who acts now for the passphrase, and go on once it is right.

    Args:
        around: whose session it is.
        name: the real name of who is asked.
        then: what goes on.
        above: the window over which it is asked.
        what: what was pressed, or None.
    """
    session = around.office.session
    acting = around.acting
    by_pin = acting is not None and acting.actor.lent
    dialog = PassphraseDialog(name, around.words, above, pin=by_pin, what=what)

    def accepted() -> None:
        if dialog.isHidden():  # left or locked meanwhile: then nothing goes on
            return
        dialog.accept()
        then()

    def given(typed: str) -> None:
        around.performer.errand(
            lambda: session.give_passphrase_again(typed),
            done=lambda _: accepted(),
            failed=lambda error: dialog.show_trouble(around.words.error(error)),
            origin=dialog,
        )

    dialog.given.connect(given)
    dialog.open()
