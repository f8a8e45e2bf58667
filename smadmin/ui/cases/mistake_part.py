"""A card that was opened by mistake: closed with a sentence, without anybody being told."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.errors import NotAllowed
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording


class MistakePart(QWidget):
    """The part of an open card. `given` carries the sentence."""

    given = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin folded."""
        super().__init__()
        say, self._words = words.say, words
        self.button = Button(say("cases.mistake"), kind=ButtonKind.LINK)
        self.why = QLineEdit()
        self.field = Field(say("cases.mistake-field"), self.why, note=say("cases.mistake-note"))
        self.do = Button(say("cases.mistake-do"))
        self.leave = Button(say("cases.mistake-leave"), kind=ButtonKind.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.field)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons)
        flow.addWidget(self.do)
        flow.addWidget(self.leave)
        column.addWidget(self._buttons)
        self.button.clicked.connect(self._unfold)
        self.do.clicked.connect(lambda: self.given.emit(self.why.text()))
        self.why.returnPressed.connect(self.do.click)
        self.leave.clicked.connect(self._back)
        self.rest()

    def rest(self) -> None:
        """Put the sentence away."""
        self.why.clear()
        self._fold(shown=False)

    def show_error(self, error: NotAllowed) -> bool:
        """Say at the sentence what is wrong; tells whether all of it belongs there."""
        here = all(one.place == "mistake" for one in error.reasons)
        if here:
            self.field.show_error("\n".join(self._words.reasons(error.reasons)))
        return here

    def _unfold(self) -> None:
        self._fold(shown=True)
        self.why.setFocus()

    def _back(self) -> None:
        self.rest()
        self.button.setFocus()

    def _fold(self, *, shown: bool) -> None:
        self.field.clear_error()
        self.field.setVisible(shown)
        self._buttons.setVisible(shown)
        self.button.setVisible(not shown)
