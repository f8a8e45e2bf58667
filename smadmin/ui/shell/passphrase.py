"""Asks for the passphrase once more before a weighty act (`keys.md`, Approval)."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.dialogs.fitted import FittedDialog
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_WIDTH_PX = 400


class PassphraseDialog(FittedDialog):
    """One field, one button; open it with `open()`. `given` carries what was typed."""

    given = Signal(str)

    def __init__(self, name: str, words: Wording, parent: QWidget | None = None) -> None:
        """Take the real name of who is asked."""
        super().__init__(_WIDTH_PX, parent)
        self._words = words
        self.setModal(True)
        # Gone once closed, so that an answer which comes after a lock finds nobody to tell.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = words.say("session.passphrase-again")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(words.say("session.passphrase"))
        self.trouble = PlainLabel("", kind=TextKind.NOTE)
        self.trouble.hide()
        go_on = Button(words.say("session.go-on"), kind=ButtonKind.MAIN)
        go_on.setDefault(True)
        go_on.clicked.connect(self._give)
        leave = Button(words.say("session.not-now"))
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE_PX, 3 * SPACE_PX, 3 * SPACE_PX, 2 * SPACE_PX)
        column.setSpacing(2 * SPACE_PX)
        column.addWidget(PlainLabel(title, kind=TextKind.HEADING))
        column.addWidget(PlainLabel(words.say("session.passphrase-why", name=name), kind=TextKind.MUTED))
        column.addWidget(self.field)
        column.addWidget(self.trouble)
        column.addLayout(buttons)
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


def ask_again(around: Surroundings, name: str, then: Callable[[], None], *, above: QWidget) -> None:
    """Ask who acts now for the passphrase, and go on once it is right.

    Args:
        around: whose session it is.
        name: the real name of who is asked.
        then: what goes on.
        above: the window over which it is asked.
    """
    session = around.office.session
    dialog = PassphraseDialog(name, around.words, above)

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
