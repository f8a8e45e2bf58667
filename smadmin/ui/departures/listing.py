"""The departures of a school, those under way first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.departures import Departure
from smadmin.services.departure_views import Choice
from smadmin.ui.cards import RowCard, empty_layout
from smadmin.ui.departures.model import title_of
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording


class DepartureList(QWidget):
    """The list; `chosen` carries a departure's id."""

    chosen = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_PX)

    def show_all(self, choice: Choice) -> None:
        """Show every departure."""
        empty_layout(self._column)
        for one in sorted(choice.departures, key=lambda each: (not each.open, -each.seq)):
            self._column.addWidget(self._row(one, choice))

    def _row(self, one: Departure, choice: Choice) -> RowCard:
        words = self._words
        note = words.say("departures.count", done=len(one.lines) - len(one.left), n=len(one.lines))
        state = State.STOP if one.left else State.WAITS if one.open else State.FINE
        row = RowCard(state, words(title_of(one, choice.names)), note=note)
        row.setObjectName(f"departure-{one.id}")
        row.set_button(words.say("departures.go-on" if one.open else "departures.look"))
        row.chosen.connect(lambda: self.chosen.emit(one.id))
        return row
