"""Above the accounts: what was left open at earlier starts, and exactly what is out and what isn't."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, RowCard, empty_layout
from smadmin.ui.empty import EmptyState
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.publish.model import BegunRow, PublishModel
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording


class Overview(QWidget):
    """The rows and the progress.

    Signals:
        postAsked: the id of a post that was left open.
        photoAsked: the id of a photo that keeps the post from going out.
    """

    postAsked = Signal(str)
    photoAsked = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        self._begun = QVBoxLayout()
        self._begun.setSpacing(SPACE_PX)
        column.addLayout(self._begun)
        self.progress = Card()
        column.addWidget(self.progress)
        self.rows: list[RowCard] = []

    def show_begun(self, rows: Sequence[BegunRow]) -> None:
        """Show what was left open."""
        empty_layout(self._begun)
        self.rows = []
        for row in rows:
            card = RowCard(State.WAITS, self._words(row.said), note=self._words(row.note))
            card.set_button(self._words.say("publishui.look")).setObjectName(f"begun-{row.post}")
            card.chosen.connect(partial(self.postAsked.emit, row.post))
            self._begun.addWidget(card)
            self.rows.append(card)

    def show_progress(self, model: PublishModel | None) -> None:
        """Show how far the post is; None where none is open."""
        self.progress.setVisible(model is not None)
        self.progress.clear()
        if model is None:
            return
        if model.corrects is not None:
            self.progress.body.addWidget(PlainLabel(self._words(model.corrects), kind=TextKind.STRONG))
        for state, said in model.progress:
            self.progress.body.addWidget(StateLine(state, self._words(said)))
        if model.held_photo is not None:
            again = Button(self._words.say("publishui.to-photos"), kind=ButtonKind.SMALL)
            again.setObjectName("look-again")
            again.clicked.connect(partial(self.photoAsked.emit, model.held_photo))
            self.progress.body.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        for line in model.cadence if model.done else ():
            self.progress.body.addWidget(StateLine(State.FINE, self._words(line)))
        if model.released is not None and not model.done:
            self.progress.body.addWidget(PlainLabel(self._words(model.released), kind=TextKind.NOTE))


def nothing_going(words: Wording) -> EmptyState:
    """Say that nothing was chosen to go out."""
    return EmptyState(
        "send",
        words.say("publishui.empty-title"),
        text=words.say("publishui.empty-text"),
        step=words.say("publishui.empty-step"),
    )
