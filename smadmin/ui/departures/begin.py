"""The form that begins a departure: who leaves or which computer is lost, and who goes on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from smadmin.domain.departing import begin_blockers
from smadmin.domain.departures import BEGINNERS, Leaving
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, SeatId
from smadmin.services.departure_views import Choice
from smadmin.ui.cards import Card
from smadmin.ui.departures.saying import computer_said
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.typed import keep_words
from smadmin.ui.wording import Wording

_PERSON, _COMPUTER = "person", "computer"
_NAME_LETTERS = 30
"""So many letters of a name are seen at once."""


class BeginCard(Card):
    """The form; `changed` tells that something else is chosen."""

    changed = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without choices."""
        super().__init__(words.say("departures.begin-heading"), parent)
        keep_words(self)
        self._words = words
        self.body.addWidget(PlainLabel(words.say("departures.begin-text")))
        self.kind = QComboBox()
        self.kind.addItem(words.say("departures.kind-person"), _PERSON)
        self.kind.addItem(words.say("departures.kind-computer"), _COMPUTER)
        self.kind_field = Field(words.say("departures.kind"), self.kind)
        self.only_here = PlainLabel(words.say("departures.only-here"), kind=TextKind.NOTE)
        self.who, self.which, self.successor = QComboBox(), QComboBox(), QComboBox()
        self.who_field = Field(words.say("departures.who"), self.who)
        self.which_field = Field(
            words.say("departures.which"), self.which, note=words.say("departures.which-note")
        )
        self.successor_field = Field(
            words.say("departures.successor"), self.successor, note=words.say("departures.successor-note")
        )
        fields = (self.kind_field, self.who_field, self.which_field, self.successor_field)
        for part in (*fields, self.only_here):
            self.body.addWidget(part)
        for box in (self.kind, self.who, self.which, self.successor):
            box.setMinimumContentsLength(_NAME_LETTERS)
            box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            box.currentIndexChanged.connect(lambda _place: self._arrange())
        self._choice: Choice | None = None
        self._elsewhere = False
        self._arrange()

    @property
    def leaving(self) -> Leaving:
        """Who or what is chosen."""
        if self.kind.currentData() == _COMPUTER:
            seat = self.which.currentData()
            return Leaving(seat=None if seat is None else SeatId(seat))
        who, successor = self.who.currentData(), self.successor.currentData()
        return Leaving(
            person=None if who is None else PersonId(who),
            successor=None if successor is None else PersonId(successor),
        )

    def show_choice(self, choice: Choice) -> None:
        """Offer people and computers; what is chosen stays."""
        if choice == self._choice:
            return
        self._choice = choice
        nobody = self._words.say("departures.choose")
        _fill(self.who, nobody, [(one.name, one.id) for one in choice.people])
        seats = [(self._words(computer_said(one)), one.seat) for one in choice.computers if not one.here]
        _fill(self.which, nobody, seats)
        _fill(self.successor, nobody, [(one.name, one.id) for one in choice.successors])
        self._elsewhere = bool(seats)
        self._arrange()

    def choose(self, person: str) -> None:
        """Choose who leaves."""
        self.kind.setCurrentIndex(self.kind.findData(_PERSON))
        self.who.setCurrentIndex(max(0, self.who.findData(person)))

    def blockers(self, by: PersonId | None) -> tuple[Reason, ...]:
        """List what is missing at first sight; the deed asks the record."""
        if self._choice is None or self._choice.blockers or by is None:
            return () if self._choice is None else self._choice.blockers
        return begin_blockers(self.leaving, by=by, roles=BEGINNERS, here=True, open_already=False)

    def empty(self) -> None:
        """Choose nobody: what was begun stands in the list."""
        for box in (self.who, self.which, self.successor):
            box.setCurrentIndex(0)

    def _arrange(self) -> None:
        person = self.kind.currentData() == _PERSON
        self.who_field.setVisible(person)
        self.successor_field.setVisible(person)
        self.which_field.setVisible(not person and self._elsewhere)
        self.only_here.setVisible(not person and not self._elsewhere)
        self.changed.emit()


def _fill(box: QComboBox, nobody: str, entries: Sequence[tuple[str, str]]) -> None:
    before = box.currentData()
    box.blockSignals(True)  # noqa: FBT003  Qt's own
    box.clear()
    box.addItem(nobody, None)
    for name, id_ in entries:
        box.addItem(name, id_)
    box.setCurrentIndex(max(0, box.findData(before)))
    box.blockSignals(False)  # noqa: FBT003  Qt's own
