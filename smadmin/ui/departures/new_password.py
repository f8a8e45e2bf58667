"""The new password of an account, kept where the old one is changed: made, copied, pasted, kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_LONGEST = 200
_CODE_LINES = 3


class NewPassword(QWidget):
    """The lines.

    Signals:
        typed: there is another password, or none.
        makeAsked: one shall be made and copied, or the one that is there copied again.
        moreAsked: mailbox, seed and tokens, which stand with the account.
    """

    typed = Signal()
    makeAsked = Signal()
    moreAsked = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty; what is typed here is forgotten when the window locks."""
        super().__init__(parent)
        self.password, self.codes = QLineEdit(), QPlainTextEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaxLength(_LONGEST)
        self.password.textChanged.connect(self.typed)
        self.codes.setTabChangesFocus(True)
        self.codes.setUndoRedoEnabled(False)
        self.codes.setFixedHeight(self.codes.fontMetrics().lineSpacing() * _CODE_LINES + 2 * SPACE_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(Field(words.say("departures.new-password"), self.password))
        holder = QWidget()
        buttons = FlowLayout(holder)
        self.make = Button(words.say("departures.make-password"), kind=ButtonKind.SMALL, icon="copy")
        self.make.clicked.connect(self.makeAsked)
        more = Button(words.say("departures.more-of-log-in"), kind=ButtonKind.LINK)
        more.clicked.connect(self.moreAsked)
        buttons.addWidget(self.make)
        buttons.addWidget(more)
        column.addWidget(holder)
        note = words.say("departures.new-codes-note")
        column.addWidget(Field(words.say("departures.new-codes"), self.codes, note=note))

    @property
    def entered_codes(self) -> tuple[str, ...]:
        """The recovery codes, in their order."""
        return tuple(line.strip() for line in self.codes.toPlainText().splitlines() if line.strip())

    def forget(self) -> None:
        """Take secrets off the screen."""
        self.password.setText("")  # unlike clear(), this leaves nothing for *Undo* to bring back
        self.codes.setPlainText("")
