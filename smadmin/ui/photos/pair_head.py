"""The line above the board: what is asked, what one press decides, and the way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.messages import Message
from smadmin.ui.buttons import ButtonKind
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.keyed import KeyButton
from smadmin.ui.states import ShapeMark, repolish
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording


class PairHead(QFrame):
    """The line; `undo` is its button."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._words = words
        self.setProperty("kind", "banner")
        self.setProperty("state", State.WAITS.value)
        self.sentence = PlainLabel("", kind=TextKind.STRONG)
        self.note = PlainLabel("", kind=TextKind.SMALL)
        self.undo = KeyButton(words.say("photoui.undo"), "U", kind=ButtonKind.SMALL)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.sentence)
        said.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, HALF_SPACE_PX, SPACE_PX, HALF_SPACE_PX)
        row.setSpacing(SPACE_PX)
        row.addWidget(ShapeMark(State.WAITS), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(said, 1)
        row.addWidget(self.undo)
        repolish(self)

    def show_said(self, sentence: Message, note: Message | None) -> None:
        """Ask something, and say what follows from the answer."""
        self.sentence.show_text(self._words(sentence))
        self.note.show_text(self._words.optional(note))
        self.note.setVisible(note is not None)

    def show_undo(self, *, possible: bool) -> None:
        """Say whether a page can be taken back."""
        if possible:
            self.undo.allow()
        else:
            self.undo.block([self._words.say("photos.nothing-to-undo")])
