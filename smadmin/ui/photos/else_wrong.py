"""What else may be wrong with a photo: a short list to look for, and the way out (BAL-B1i2).

It is asked by exception: whoever finishes a look has said that nothing of it is there.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from smadmin.ui.buttons import Button
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording


class ElseWrong(QWidget):
    """The list.

    Signals:
        leaveOutAsked: something of it is there.
    """

    leaveOutAsked = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Show the list and the way out."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        self.title = PlainLabel(words.say("photoui.else-title"), kind=TextKind.HEADING)
        self.looked_for = PlainLabel(words.say("photoui.else-text"), kind=TextKind.NOTE)
        self.leave_out = Button(words.say("photoui.else-wrong"))
        self.leave_out.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.leave_out.clicked.connect(self.leaveOutAsked)
        self.elsewhere = PlainLabel("", kind=TextKind.NOTE)
        self.elsewhere.hide()
        for part in (self.title, self.looked_for, self.leave_out, self.elsewhere):
            column.addWidget(part)

    def show_elsewhere(self, said: str) -> None:
        """Say what to do where this person can't leave the photo out."""
        self.elsewhere.show_text(said)
        self.elsewhere.show()
        self.leave_out.hide()
