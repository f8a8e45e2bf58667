"""Asks to whom photos go for a second look: one person, to whom alone the file opens."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.people import Person
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.dialogs.fitted import FittedDialog
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_WIDTH_PX = 460


class ReviewerDialog(FittedDialog):
    """One choice, one button; open it with `open()`. `chosen` carries a `Person`."""

    chosen = Signal(object)

    def __init__(
        self, people: Sequence[Person], photos: int, words: Wording, parent: QWidget | None = None
    ) -> None:
        """Take who may be asked (at least one), and how many photos it is about."""
        super().__init__(_WIDTH_PX, parent)
        self._people = tuple(people)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = words.say("away.send-title", n=photos)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.person = QComboBox()
        self.person.addItems([person.name for person in self._people])
        send = Button(words.say("away.save-file"), kind=ButtonKind.MAIN)
        send.setDefault(True)
        send.clicked.connect(self._choose)
        leave = Button(words.say("away.not-now"))
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(send)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE_PX, 3 * SPACE_PX, 3 * SPACE_PX, 2 * SPACE_PX)
        column.setSpacing(2 * SPACE_PX)
        column.addWidget(PlainLabel(title, kind=TextKind.HEADING))
        column.addWidget(PlainLabel(words.say("away.send-text"), kind=TextKind.MUTED))
        column.addWidget(Field(words.say("away.who"), self.person))
        column.addLayout(buttons)
        self.person.setFocus()

    def _choose(self) -> None:
        self.chosen.emit(self._people[self.person.currentIndex()])
        self.accept()
