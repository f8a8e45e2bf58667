"""Pictures that are settled without a look: somebody says why, and can take it back until the end."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.messages import Message
from smadmin.domain.sweeps import leave_blockers
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_REASON_MOST = 300


class LeaveOut(QWidget):
    """Asks why the pictures that are left here need no look; `button` opens it.

    Signals:
        said: why.
    """

    said = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin closed."""
        super().__init__()
        self._words = words
        self.button = Button(words.say("sweepui.leave-out"), kind=ButtonKind.QUIET)
        self.button.setObjectName("leave-out")
        self.button.clicked.connect(self.ask)
        self.means = PlainLabel("", kind=TextKind.MUTED)
        self.line = QLineEdit()
        self.line.setMaxLength(_REASON_MOST)
        self.line.setPlaceholderText(words.say("sweepui.leave-out-example"))
        self.why = Field(words.say("sweepui.leave-out-why"), self.line)
        self.line.returnPressed.connect(self._say)
        self.do_button = Button("")
        self.do_button.clicked.connect(self._say)
        away = Button(words.say("sweepui.leave-out-not"), kind=ButtonKind.QUIET)
        away.clicked.connect(self.rest)
        row = FlowBox()
        for button in (self.do_button, away):
            row.flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        for part in (self.means, self.why, row):
            column.addWidget(part)
        self.hide()

    def show_left(self, left: int) -> None:
        """Take how many pictures are left as the list is narrowed; with none there is nothing to ask."""
        self.means.show_text(self._words.say("sweepui.leave-out-means", n=left))
        self.do_button.show_words(self._words.say("sweepui.leave-out-do", n=left))
        self.button.setVisible(left > 0)
        if not left:
            self.rest()

    def ask(self) -> None:
        """Ask why."""
        self.show()
        bring_into_view(self)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def rest(self) -> None:
        """Put the question away."""
        self.line.clear()
        self.why.clear_error()
        self.hide()

    def _say(self) -> None:
        reason = " ".join(self.line.text().split())
        if against := leave_blockers(reason):
            self.why.show_error(self._words(against[0].message))
            return
        self.rest()
        self.said.emit(reason)


class LeftOutCard(Card):
    """What was settled without a look, in the panel of its search.

    Signals:
        takenBack: the key of a leaving-out.
    """

    takenBack = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin hidden."""
        super().__init__(words.say("sweepui.left-out"))
        self._words = words
        self.buttons: dict[str, Button] = {}
        self._lines = QVBoxLayout()
        self.body.addLayout(self._lines)
        self.hide()

    def show_left_out(self, lines: Sequence[tuple[str, Message]], *, may_take_back: bool) -> None:
        """Show each leaving-out by its key."""
        empty_layout(self._lines)
        self.buttons = {}
        for key, line in lines:
            said = self._words(line)
            self._lines.addWidget(PlainLabel(said))
            if may_take_back:
                button = Button(self._words.say("sweepui.left-out-back"), kind=ButtonKind.SMALL)
                button.setAccessibleDescription(said)
                button.clicked.connect(lambda _checked=False, one=key: self.takenBack.emit(one))
                self.buttons[key] = button
                self._lines.addWidget(button)
        self.setVisible(bool(lines))
