"""The card *Getting started*: a new school's first steps, ticked off as they are done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, rule
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import ShapeMark, StateChip
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.today.start import FirstStep
from smadmin.ui.wording import Wording


class StartCard(Card):
    """Shows `FirstStep`s, the next one with the main button. `stepChosen` gives the step that was pressed."""

    stepChosen = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty until `show_steps`."""
        super().__init__(words.say("today.start"), parent)
        self._words = words
        self.buttons: dict[str, Button] = {}

    def show_steps(self, steps: Sequence[FirstStep]) -> None:
        """Show how far it is; a card without steps hides itself."""
        self.clear()
        self.buttons = {}
        following = next((one.key for one in steps if not one.done), None)
        for number, one in enumerate(steps):
            if number:
                self.body.addWidget(rule())
            self.body.addLayout(self._line(one, following=one.key == following))
        self.setVisible(bool(steps))

    def _line(self, one: FirstStep, *, following: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX + 4)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(ShapeMark(one.state), 0, middle)
        kind = TextKind.STRONG if following else TextKind.MUTED if one.done else TextKind.TEXT
        said = PlainLabel(self._words(one.line), kind=kind)
        row.addWidget(said, 1, middle)
        if one.step is None:
            row.addWidget(StateChip(State.FINE, self._words.say("today.start-done")), 0, middle)
            return row
        step = one.step
        button = Button(self._words(step.words), kind=ButtonKind.MAIN if following else ButtonKind.PLAIN)
        button.setObjectName(f"start:{one.key}")
        button.setAccessibleDescription(self._words(one.line))
        button.clicked.connect(lambda: self.stepChosen.emit(step))
        self.buttons[one.key] = button
        row.addWidget(button, 0, middle)
        return row
