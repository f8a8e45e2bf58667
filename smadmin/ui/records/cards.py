"""The cards beside the record: is it whole, taking it out of the house, and backups.

What a deed gave or refused stands on its own card.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit
from shiboken6 import isValid

from smadmin.domain.messages import Message
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.records.model import BackupModel, ProofModel
from smadmin.ui.states import ShapeMark, StateChip, StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording


class ProofCard(Card):
    """Whether the record is whole, and where it ends; what a printed page says of it is compared.

    `pageRead` carries the number and the letters that somebody reads from the page; `stepped` how many rows
    of how many were compared so far.
    """

    pageRead = Signal(str, str)
    stepped = Signal(int, int)

    def __init__(self, words: Wording) -> None:
        """Begin before anybody verified."""
        super().__init__(words.say("recordui.proof"))
        self._words = words
        self._comparing = False
        self.chip = StateChip(State.NOTE, "")
        self.faults = PlainLabel("")
        self.head = PlainLabel("", kind=TextKind.STRONG)
        self.head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.number, self.letters = QLineEdit(), QLineEdit()
        self.compare = Button(words.say("recordui.compare-do"))
        self.compare.setObjectName("compare-with-page")
        self.compare.clicked.connect(self._ask)
        self.letters.returnPressed.connect(self._ask)
        self.told = StateLine(State.FINE, "")
        self.told.hide()
        self.stepped.connect(self._show_step)
        fields = QHBoxLayout()
        fields.setSpacing(SPACE_PX)
        for share, name, line in ((4, "number", self.number), (5, "letters", self.letters)):
            fields.addWidget(Field(words.say(f"weekly.end-{name}"), line), share)
        for part in (self.chip, self.faults, self.head):
            self.body.addWidget(part)
        self.body.addWidget(PlainLabel(words.say("recordui.compare"), kind=TextKind.NOTE))
        self.body.addLayout(fields)
        self.body.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.told)

    def show_proof(self, model: ProofModel) -> None:
        """Show how it was found."""
        self.chip.show_state(model.state, self._words(model.title))
        self.faults.show_text("\n".join(self._words(one) for one in model.faults))
        self.faults.setVisible(bool(model.faults))
        self.head.show_text(self._words(model.head))

    def show_compared(self, state: State, said: str) -> None:
        """Say whether the page and this record agree."""
        self._comparing = False
        self.told.show_line(said, state)
        self.told.show()

    def compared(self, done: int, of: int) -> None:
        """Take how many rows of how many were compared so far, on any thread."""
        if isValid(self):
            self.stepped.emit(done, of)

    def _show_step(self, done: int, of: int) -> None:
        if self._comparing:
            said = "recordui.comparing" if of else "recordui.comparing-begun"
            self.told.show_line(self._words.say(said, done=done, of=of), State.NOTE)
            self.told.show()

    def _ask(self) -> None:
        if self._comparing:
            return
        self._comparing = True
        self._show_step(0, 0)
        self.pageRead.emit(self.number.text(), self.letters.text())

    def show_busy(self) -> None:
        """Say that it is being read."""
        self.chip.show_state(State.NOTE, self._words.say("recordui.verifying"))
        self.faults.hide()

    def show_failed(self, sentence: str) -> None:
        """Say why it couldn't be verified."""
        self.chip.show_state(State.DOUBT, self._words.say("recordui.verify-failed"))
        self.faults.show_text(sentence)
        self.faults.show()


class _Said(Card):
    """A card whose deed's outcome stands below its buttons."""

    def __init__(self, words: Wording, heading: str) -> None:
        super().__init__(words.say(heading))
        self._words = words
        self._outcome = QHBoxLayout()
        self.outcome = PlainLabel("")
        self._shape = ShapeMark(State.FINE)
        self._outcome.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        self._outcome.addWidget(self.outcome, 1)
        self.quiet()

    def quiet(self) -> None:
        """Take the outcome away."""
        self.outcome.hide()
        self._shape.hide()

    def say_done(self, said: Sequence[Message], *, state: State = State.FINE) -> None:
        """Say what was done."""
        self._say("\n".join(self._words(one) for one in said), state)

    def say_failed(self, sentence: str) -> None:
        """Say what went wrong."""
        self._say(sentence, State.STOP)

    def _say(self, sentence: str, state: State) -> None:
        self._shape.show_state(state)
        self.outcome.show_text(sentence)
        self.outcome.show()
        self._shape.show()


class LeavingCard(_Said):
    """Taking the record out of the house. `exportAsked` tells that somebody wants to."""

    exportAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Take the words."""
        super().__init__(words, "recordui.export")
        self.body.addWidget(PlainLabel(words.say("recordui.export-means"), kind=TextKind.MUTED))
        self.button = Button(words.say("recordui.export-do"), icon="download")
        self.button.clicked.connect(self.exportAsked)
        self.body.addWidget(self.button)
        self.body.addLayout(self._outcome)

    def show_missing(self, reasons: Sequence[str]) -> None:
        """Say why this person may not, or allow it."""
        if reasons:
            self.button.block(reasons)
        else:
            self.button.allow()


class BackupCard(_Said):
    """Backups: the last one, whether one left the computer.

    Signals:
        backupAsked: a backup is to be written to a file.
        carriedAway: somebody took one away from this computer.
    """

    backupAsked = Signal()
    carriedAway = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin without knowing."""
        super().__init__(words, "recordui.backups")
        self._lines = QHBoxLayout()
        self.details = PlainLabel("", kind=TextKind.MUTED)
        self.button = Button(words.say("recordui.backup-now"), icon="save")
        self.button.clicked.connect(self.backupAsked)
        self.carried = Button(words.say("recordui.backup-carried"))
        self.carried.clicked.connect(self.carriedAway)
        buttons = FlowLayout()
        buttons.addWidget(self.button)
        buttons.addWidget(self.carried)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.details)
        self.body.addLayout(buttons)
        self.body.addLayout(self._outcome)

    def show_state(self, model: BackupModel, *, can_carry: bool) -> None:
        """Show how backups stand; `can_carry` where there is one to carry away."""
        empty_layout(self._lines)
        self._lines.addWidget(StateLine(model.state, self._words(model.title)))
        self.details.show_text("\n".join(self._words(one) for one in model.details))
        self.carried.setVisible(can_carry)

    def show_busy(self) -> None:
        """Say that a backup is being written."""
        self.quiet()
        self.button.block([self._words.say("recordui.backing-up")])
        self.outcome.show_text(self._words.say("recordui.backing-up"))
        self.outcome.show()
