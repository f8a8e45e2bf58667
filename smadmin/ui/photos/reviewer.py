"""Asks to whom photos go for a second look: one person, to whom alone the file opens."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smadmin.domain.people import Person
from smadmin.ui.dialogs.form import FormDialog
from smadmin.ui.fields import ChoiceField, Field
from smadmin.ui.wording import Wording

_WIDTH_PX = 460


class ReviewerDialog(FormDialog):
    """One choice, one button; open it with `open()`. `chosen` carries a `Person`."""

    chosen = Signal(object)

    def __init__(
        self, people: Sequence[Person], photos: int, words: Wording, parent: QWidget | None = None
    ) -> None:
        """Take who may be asked (at least one), and how many photos it is about."""
        super().__init__(
            words.say("away.send-title", n=photos),
            words.say("away.send-text"),
            main=words.say("away.save-file"),
            leave=words.say("away.not-now"),
            width_px=_WIDTH_PX,
            parent=parent,
        )
        self._people = tuple(people)
        self.person = ChoiceField()
        self.person.currentTextChanged.connect(self.person.setToolTip)  # what is cut stands whole there
        self.person.addItems([person.name for person in self._people])
        self.fields.addWidget(Field(words.say("away.who"), self.person))
        self.main.clicked.connect(self._choose)
        self.person.setFocus()

    def _choose(self) -> None:
        self.chosen.emit(self._people[self.person.currentIndex()])
        self.accept()
