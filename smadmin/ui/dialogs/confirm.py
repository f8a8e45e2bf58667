"""Asks before something that can't be undone; names the thing and how many.

The safe answer has the keyboard: Return and Escape both keep everything as it is.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.messages import Message
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.dialogs.fitted import FittedDialog
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import RoundMark
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_WIDTH_PX = 460


@dataclass(frozen=True)
class Question:
    """What is asked.

    Args:
        title: the question, with the thing's name and number ("Remove 3 photos of Chess finals?").
        consequence: what is lost, in a sentence.
        do: words of the button that does it, a verb ("Remove 3 photos").
        keep: words of the button that keeps everything ("Keep them").
    """

    title: Message
    consequence: Message
    do: Message
    keep: Message


class ConfirmDialog(FittedDialog):
    """The question as a dialog; open it with `open()`. Signals: `confirmed`, `declined`."""

    confirmed = Signal()
    declined = Signal()

    def __init__(self, question: Question, words: Wording, parent: QWidget | None = None) -> None:
        """Take the question."""
        super().__init__(_WIDTH_PX, parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = words(question.title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.do_button = Button(words(question.do), kind=ButtonKind.DESTRUCTIVE)
        self.keep_button = Button(words(question.keep))
        self.keep_button.setDefault(True)
        self.do_button.clicked.connect(self._do)
        self.keep_button.clicked.connect(self.reject)
        self.rejected.connect(self.declined)
        sentences = QVBoxLayout()
        sentences.setSpacing(SPACE_PX)
        sentences.addWidget(PlainLabel(title, kind=TextKind.HEADING))
        sentences.addWidget(PlainLabel(words(question.consequence)))
        upper = QHBoxLayout()
        upper.setSpacing(2 * SPACE_PX)
        upper.addWidget(RoundMark(State.STOP), 0, Qt.AlignmentFlag.AlignTop)
        upper.addLayout(sentences, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(HALF_SPACE_PX)
        buttons.addStretch(1)
        buttons.addWidget(self.do_button)
        buttons.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE_PX, 3 * SPACE_PX, 3 * SPACE_PX, 2 * SPACE_PX)
        column.setSpacing(3 * SPACE_PX)
        column.addLayout(upper)
        column.addLayout(buttons)
        self.keep_button.setFocus()

    def _do(self) -> None:
        self.confirmed.emit()
        self.accept()
