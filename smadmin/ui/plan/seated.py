"""On the weekly page: whom the reviewers' list let in since a week was signed last, above the signature."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.plan.model import SeatedLine
from smadmin.ui.states import StateLine
from smadmin.ui.wording import Wording


class SeatedCard(Card):
    """A line each; hidden while nobody is new. `listAsked` leads to the whole list."""

    listAsked = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(words.say("planui.seated-title"), parent)
        self._words = words
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addLayout(self._lines)
        self.whole = Button(words.say("planui.seated-list"), kind=ButtonKind.LINK)
        self.whole.clicked.connect(self.listAsked)
        self.body.addWidget(self.whole)
        self.hide()

    def show_seated(self, lines: Sequence[SeatedLine]) -> None:
        """Show who is new, or who still owes details."""
        empty_layout(self._lines)
        for line in lines:
            self._lines.addWidget(StateLine(line.state, self._words(line.said)))
        self.setVisible(bool(lines))
