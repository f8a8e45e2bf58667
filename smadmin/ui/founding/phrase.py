"""A passphrase that the program made: shown to be written down, then hidden and asked back once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class PhraseBack(QWidget):
    """Six words, and the field for them. `edited` tells that something was typed or shown."""

    edited = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty until `show_phrase`."""
        super().__init__(parent)
        self._phrase = ""
        self._paper = Card(words.say("founding.phrase"))
        self._paper.body.addWidget(PlainLabel(words.say("founding.phrase-what"), kind=TextKind.MUTED))
        self._shown = PlainLabel("", kind=TextKind.HEADING)
        self._shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._paper.body.addWidget(self._shown)
        self.written = Button(words.say("founding.phrase-written"))
        self.written.clicked.connect(self.ask)
        self._paper.body.addWidget(self.written)
        self.typed = QLineEdit()
        self.typed.textEdited.connect(lambda _text: self.edited.emit())
        self.field = Field(
            words.say("founding.phrase-back"), self.typed, note=words.say("founding.phrase-back-note")
        )
        self.show_again = Button(words.say("founding.phrase-again"))
        self.show_again.clicked.connect(self.tell)
        self._asked = QWidget()
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(SPACE_PX)
        asked.addWidget(self.field)
        row = QHBoxLayout()
        row.addWidget(self.show_again)
        row.addStretch(1)
        asked.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._paper)
        column.addWidget(self._asked)
        self.tell()

    @property
    def phrase(self) -> str:
        """The passphrase that was made."""
        return self._phrase

    @property
    def given_back(self) -> str:
        """What was typed from paper; large letters and blanks between the words don't count."""
        typed = " ".join(self.typed.text().casefold().split())
        return typed if self._paper.isHidden() else ""

    def show_phrase(self, phrase: str) -> None:
        """Show a fresh one."""
        self._phrase = phrase
        self._shown.show_text(phrase)
        self.tell()

    def tell(self) -> None:
        """Show the words, to be written down."""
        self.typed.clear()
        self._paper.show()
        self._asked.hide()
        self.edited.emit()

    def ask(self) -> None:
        """Hide the words and ask for them."""
        self._paper.hide()
        self._asked.show()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def forget(self) -> None:
        """Leave nothing of it here."""
        self._phrase = ""
        self._shown.show_text("")
        self.tell()
