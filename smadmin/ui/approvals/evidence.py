"""Beside the post: whether it can go out, who wrote and looked, what the policy says, and what it proves."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from smadmin.ui.approvals.lines import FindingLine, Line
from smadmin.ui.approvals.sheet import Help, SheetModel
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import breakable
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_HELP_WORDS = {
    Help.HAND_OVER: "approvalui.hand-over",
    Help.PHOTOS: "approvalui.to-photos",
    Help.TAKE_BACK: "approvalui.take-back",
}


class EvidenceCards(QWidget):
    """The cards. `helpChosen` carries the `Help` that was pressed; `forms` is the place for other deeds."""

    helpChosen = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without a post."""
        super().__init__(parent)
        self._words = words
        self._stands = Card(words.say("approvalui.stands"))
        self._people = Card(words.say("approvalui.people"))
        self._findings = Card(words.say("approvalui.findings"))
        self._right = Card(words.say("approvalui.right"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        column.addWidget(self._stands)
        self.forms = QVBoxLayout()
        self.forms.setSpacing(HALF_SPACE_PX)
        column.addLayout(self.forms)
        for card in (self._people, self._findings, self._right):
            column.addWidget(card)

    def show_model(self, model: SheetModel) -> None:
        """Show on what a post stands."""
        for card in (self._stands, self._people, self._findings, self._right):
            card.clear()
        self._add_lines(self._stands, model.stands)
        self._add_helps(model.more)
        self._add_lines(self._people, model.people)
        for finding in model.findings:
            self._findings.body.addWidget(self._finding(finding))
        if not model.findings:
            none = StateLine(State.FINE, self._words.say("approvalui.findings-none"))
            self._findings.body.addWidget(none)
        if model.right is not None:
            self._right.body.addWidget(PlainLabel(self._words(model.right)))
        if model.proves is not None:
            self._right.body.addWidget(PlainLabel(self._words(model.proves)))
        self._right.setVisible(model.right is not None or model.proves is not None)
        if model.proves_note is not None:
            self._right.body.addWidget(PlainLabel(self._words(model.proves_note), kind=TextKind.NOTE))

    def _add_lines(self, card: Card, lines: tuple[Line, ...]) -> None:
        for line in lines:
            card.body.addWidget(StateLine(line.state, self._words(line.said)))

    def _add_helps(self, helps: tuple[Help, ...]) -> None:
        if not helps:
            return
        holder = QWidget()
        flow = FlowLayout(holder)
        for one in helps:
            button = Button(self._words.say(_HELP_WORDS[one]), kind=ButtonKind.SMALL)
            button.setObjectName(f"help-{one.value}")
            button.clicked.connect(partial(self.helpChosen.emit, one))
            flow.addWidget(button)
        self._stands.body.addWidget(holder)

    def _finding(self, finding: FindingLine) -> QFrame:
        words = self._words
        frame = QFrame()
        frame.setProperty("kind", "finding")
        frame.setProperty("state", (State.NOTE if finding.reason else State.DOUBT).value)
        column = QVBoxLayout(frame)
        column.setContentsMargins(SPACE_PX + 2, 2, 0, 2)
        column.setSpacing(2)
        if finding.words:
            quoted = words.say("approvalui.quoted", words=breakable(finding.words))
            column.addWidget(PlainLabel(quoted, kind=TextKind.STRONG))
        said = words.say("approvalui.no-longer") if finding.said is None else words(finding.said)
        note = f"{said} ({finding.citation})" if finding.citation else said
        column.addWidget(PlainLabel(note, kind=TextKind.NOTE))
        if finding.reason:
            column.addWidget(PlainLabel(words.say("approvalui.let-stand", reason=finding.reason)))
        return frame
