"""What stands above a departure's lines, a sentence each: read before the end is signed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.messages import Message
from smadmin.ui.cards import empty_layout
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, State
from smadmin.ui.wording import Wording


class DepartureNotes(QWidget):
    """The sentences, with the shape of their state."""

    def __init__(self, words: Wording) -> None:
        """Build it empty, and hidden."""
        super().__init__()
        self._words = words
        self.told: tuple[tuple[State, Message], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF_SPACE_PX)
        self.hide()

    def show_notes(self, notes: Sequence[tuple[State, Message]]) -> None:
        """Show these; the same ones stay as they are, for somebody may be reading."""
        self.setVisible(bool(notes))
        if tuple(notes) == self.told:
            return
        self.told = tuple(notes)
        empty_layout(self._column)
        for state, message in notes:
            self._column.addWidget(StateLine(state, self._words(message)))
