"""A signed list: who sits down already, who hasn't used the code yet, and a name's two deeds."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.reviewers.model import ListModel, Row
from smadmin.ui.states import StateChip
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class ListCard(Card):
    """One list.

    Signals:
        renewAsked: the `Line` that wants another code.
        strikeAsked: the `Line` that is to be struck.
        withdrawAsked: the whole list.
    """

    renewAsked = Signal(object)
    strikeAsked = Signal(object)
    withdrawAsked = Signal()

    def __init__(self, model: ListModel, words: Wording, parent: QWidget | None = None) -> None:
        """Show a list."""
        super().__init__(words(model.title), parent)
        self._words = words
        self.buttons: dict[str, tuple[Button, ...]] = {}
        self.body.addWidget(PlainLabel(words(model.note), kind=TextKind.MUTED))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE_PX)
        grid.setVerticalSpacing(SPACE_PX)
        grid.setColumnStretch(0, 1)
        for number, row in enumerate(model.rows):
            grid.addLayout(self._named(row), number, 0)
            grid.addWidget(StateChip(row.state, words(row.word)), number, 1, Qt.AlignmentFlag.AlignLeft)
            grid.addLayout(self._deeds(row), number, 2)
        self.body.addLayout(grid)
        if model.withdraws:
            whole = Button(words.say("reviewers.withdraw"), kind=ButtonKind.QUIET)
            whole.clicked.connect(self.withdrawAsked)
            self.body.addWidget(whole)

    def _named(self, row: Row) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(PlainLabel(row.line.name, kind=TextKind.STRONG, fold=Fold.SHORTEN))
        if row.note is not None:
            column.addWidget(PlainLabel(self._words(row.note), kind=TextKind.NOTE))
        return column

    def _deeds(self, row: Row) -> QHBoxLayout:
        line, made = QHBoxLayout(), []
        for may, words, signal in (
            (row.renews, "reviewers.new-code", self.renewAsked),
            (row.strikes, "reviewers.strike", self.strikeAsked),
        ):
            if may:
                button = Button(self._words.say(words), kind=ButtonKind.SMALL)
                button.setAccessibleDescription(row.line.name)
                button.clicked.connect(partial(self._ask, signal.emit, row))
                line.addWidget(button)
                made.append(button)
        self.buttons[row.line.place] = tuple(made)
        return line

    def _ask(self, emit: object, row: Row, _checked: object = None) -> None:
        if callable(emit):
            emit(row.line)
