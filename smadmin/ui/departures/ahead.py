"""What *Begin* does at once, told before it is pressed: one card, and one act that does what stands there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.departures import Leaving, Line
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import Message, say
from smadmin.services.departure_views import Choice
from smadmin.ui.cards import empty_layout
from smadmin.ui.departures.saying import counted
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateLine
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State


class AtOnce(QWidget):
    """Asks for itself what it shows.

    Signals:
        came: it shows what is done for whom it was asked, or knows why nothing is (`refused`).
    """

    came = Signal()

    def __init__(self, around: Surroundings, origin: QWidget) -> None:
        """Begin hidden; `origin` is the screen that asks."""
        super().__init__()
        self._around, self._words, self._origin = around, around.words, origin
        self._asked: Leaving | None = None
        self.told: tuple[Message, ...] = ()
        self.refused: tuple[Message, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_PX, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        column.addWidget(PlainLabel(self._words.say("departures.at-once"), kind=TextKind.STRONG))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(HALF_SPACE_PX)
        column.addLayout(self._lines)
        column.addWidget(PlainLabel(self._words.say("departures.at-once-then"), kind=TextKind.NOTE))
        self.hide()

    @property
    def ready(self) -> bool:
        """Whether what stands here is what would be done."""
        return bool(self.told)

    def forget(self) -> None:
        """Show nothing, and ask anew the next time."""
        self._asked, self.told, self.refused = None, (), ()
        self.hide()

    def look(self, leaving: Leaving, choice: Choice) -> None:
        """Ask what beginning would do; asked for the same, it stays as it is."""
        if leaving == self._asked:
            return
        self.forget()
        self._asked = leaving
        departures, by = self._around.office.departures, self._around.by
        self._around.performer.perform(
            lambda: departures.at_once(by, leaving),
            done=lambda lines: self._show(leaving, lines, choice),
            failed=lambda error: self._refused(leaving, error),
            origin=self._origin,
        )

    def _show(self, leaving: Leaving, lines: tuple[Line, ...], choice: Choice) -> None:
        if leaving != self._asked:
            return
        names = choice.names
        told = [counted(one, names.get(leaving.successor, "") if leaving.successor else "") for one in lines]
        if leaving.person is not None:
            told.append(say("departures.at-once-silent", name=names.get(leaving.person, "")))
        self.told = tuple(told) or (say("departures.at-once-nothing"),)
        empty_layout(self._lines)
        for one in self.told:
            self._lines.addWidget(StateLine(State.NOTE, self._words(one)))
        self.show()
        self.came.emit()

    def _refused(self, leaving: Leaving, error: KnownError) -> None:
        if leaving == self._asked:
            self.refused = (error.happened,)
            self.came.emit()
