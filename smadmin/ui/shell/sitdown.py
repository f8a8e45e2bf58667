"""The card at which somebody sits down: choose your name, give your passphrase.

The passphrase leaves the field only in the signal, and the field is emptied at once.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.ids import PersonId
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.shell.model import Seated, SitDownModel
from smadmin.ui.states import ShapeMark
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording


class SitDown(Card):
    """Names and a passphrase field. `tried` carries the person and what was typed."""

    tried = Signal(str, str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty until `show_model`."""
        super().__init__("", parent)
        self._words = words
        self._chosen: PersonId | None = None
        self._people = QVBoxLayout()
        self._people.setSpacing(HALF_SPACE_PX)
        self._group = QButtonGroup(self)
        self.body.addLayout(self._people)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(words.say("session.passphrase"))
        self.passphrase.setAccessibleName(words.say("session.passphrase"))
        self.passphrase.returnPressed.connect(self._try)
        self.button = Button(words.say("session.sit-down"), kind=ButtonKind.MAIN)
        self.button.clicked.connect(self._try)
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX)
        row.addWidget(self.passphrase, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self._mark = ShapeMark(State.STOP)
        self.trouble = PlainLabel("", kind=TextKind.NOTE)
        self.trouble.setProperty("kind", "wrong")
        said = QHBoxLayout()
        said.setSpacing(HALF_SPACE_PX + 2)
        said.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self.trouble, 1)
        self.body.addLayout(said)
        self._show_trouble("")
        self.note = PlainLabel("", kind=TextKind.NOTE)
        self.body.addWidget(self.note)

    def show_model(self, model: SitDownModel) -> None:
        """Show who can sit down."""
        self.heading.show_text(self._words(model.title))
        self.heading.show()
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
        for one in model.people:
            self._people.addWidget(self._person(one))
        note = self._words.optional(model.note)
        if model.sample_passphrase:
            note = self._words.say("session.sample-passphrase", passphrase=model.sample_passphrase)
            self.passphrase.setText(model.sample_passphrase)
        self.note.show_text(note)
        self.note.setVisible(bool(note))
        self._chosen = None
        if model.chosen is not None:
            self.choose(model.chosen)
        self._allow()

    def take_keyboard(self) -> None:
        """Put the keyboard into the passphrase; what is typed takes the place of what stands there."""
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        self.passphrase.selectAll()

    def choose(self, person: PersonId) -> None:
        """Choose somebody, as a click on the name does."""
        self._chosen = person
        for button in self._group.buttons():
            button.setChecked(button.property("person") == person)
        self._allow()
        self._show_trouble("")
        self.take_keyboard()

    def show_trouble(self, sentence: str) -> None:
        """Say what went wrong, beside the field; the field can be used again."""
        self._show_trouble(sentence)
        self.setEnabled(True)
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_trouble(self, sentence: str) -> None:
        self.trouble.show_text(sentence)
        for part in (self._mark, self.trouble):
            part.setVisible(bool(sentence))

    def _person(self, one: Seated) -> Button:
        button = Button(f"{one.name}  ·  {self._words(one.role)}", kind=ButtonKind.CHOICE, icon="user")
        button.setCheckable(True)
        button.setSizePolicy(self.passphrase.sizePolicy())
        button.setProperty("person", one.person)
        button.clicked.connect(lambda _checked: self.choose(one.person))
        self._group.addButton(button)
        return button

    def _allow(self) -> None:
        if self._chosen is None:
            self.button.block((self._words.say("session.choose-name"),))
        else:
            self.button.allow()

    def _try(self) -> None:
        if self._chosen is None:
            self.show_trouble(self._words.say("session.choose-name"))
            return
        if not self.passphrase.text():
            return
        typed = self.passphrase.text()
        self.passphrase.clear()
        self._show_trouble("")
        self.setEnabled(False)
        self.tried.emit(self._chosen, typed)
