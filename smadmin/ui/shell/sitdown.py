"""The card at which somebody sits down: choose your name, give your passphrase, or the first time a code.

The passphrase leaves the field only in the signal, and the field is emptied at once.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.ids import PersonId
from smadmin.services.sitting import Expected
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.shell.arriving import ArrivingForm, Names
from smadmin.ui.shell.model import Seated, SitDownModel
from smadmin.ui.states import ShapeMark
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_FEW = 4
"""More reviewers with a PIN than these are a list that opens."""


class SitDown(Card):
    """Names and a passphrase field.

    Signals:
        tried: the person and what was typed.
        arrived: the `Expected`, the code and the PIN.
    """

    tried = Signal(str, str)
    arrived = Signal(object, str, str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty until `show_model`."""
        super().__init__("", parent)
        self._words = words
        self._chosen: PersonId | None = None
        self._seated: dict[PersonId, Seated] = {}
        self._sample = ""
        self._title = ""
        self._people = QVBoxLayout()
        self._people.setSpacing(HALF_SPACE_PX)
        self._group = QButtonGroup(self)
        self.pins = QComboBox()
        self.pins.setAccessibleName(words.say("sitdown.reviewers"))
        self.pins.activated.connect(self._pick)
        self.names, self.arriving = Names(words), ArrivingForm(words)
        self.names.chosen.connect(self.expect)
        self.arriving.arrived.connect(self._arrive)
        self.arriving.left.connect(self._choose_anew)
        self._who = self._names_column()
        self.body.addWidget(self._who)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(words.say("session.passphrase"))
        self.passphrase.setAccessibleName(words.say("session.passphrase"))
        self.passphrase.returnPressed.connect(self._try)
        self.button = Button(words.say("session.sit-down"), kind=ButtonKind.MAIN)
        self.button.clicked.connect(self._try)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_PX)
        row.addWidget(self.passphrase, 1)
        row.addWidget(self.button)
        self.body.addWidget(self._row)
        self.body.addWidget(self.arriving)
        self.beside = PlainLabel("", kind=TextKind.MUTED)
        self.body.addWidget(self.beside)
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

    def _names_column(self) -> QWidget:
        """Put everybody's names below each other; who sits down for the first time needs the place."""
        who = QWidget()
        column = QVBoxLayout(who)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        column.addLayout(self._people)
        column.addWidget(self.pins)
        column.addWidget(self.names)
        return who

    def show_model(self, model: SitDownModel) -> None:
        """Show who can sit down."""
        self._title = self._words(model.title)
        self.heading.show()
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
        self._seated = {one.person: one for one in model.people}
        with_pin = [one for one in model.people if one.by_pin]
        few = len(with_pin) <= _FEW
        for one in model.people:
            if few or not one.by_pin:
                self._people.addWidget(self._person(one))
        self.pins.clear()
        self.pins.addItem(self._words.say("sitdown.reviewers"))
        for one in with_pin:
            self.pins.addItem(one.name, one.person)
        self.pins.setVisible(not few)
        self.names.show_people(model.expected)
        self._ask_for(None)
        note = self._words.optional(model.note)
        self._sample = model.sample_passphrase if model.some_told else ""
        if model.some_told:
            said = "session.sample-passphrase" if model.all_told else "session.sample-passphrase-most"
            told = self._words.say(said, passphrase=model.sample_passphrase)
            note = f"{note}\n{told}".strip()
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
        self.names.choose(None)
        self.pins.setCurrentIndex(max(self.pins.findData(person), 0))
        self._ask_for(self._seated.get(person))
        for button in self._group.buttons():
            button.setChecked(button.property("person") == person)
        self._allow()
        self._show_trouble("")
        self.take_keyboard()

    def expect(self, who: Expected) -> None:
        """Choose somebody of the list, who sits down for the first time."""
        self._nobody_yet()
        self._row.hide()
        for part in (self._who, self.note):
            part.hide()
        self.heading.show_text(self._words.say("sitdown.welcome", name=who.name))
        self._show_trouble("")
        self.arriving.ask(who)

    def _choose_anew(self) -> None:
        """Show the names again: it was somebody else's."""
        self._nobody_yet()
        self._allow()
        self.names.setFocus(Qt.FocusReason.OtherFocusReason)

    def _nobody_yet(self) -> None:
        self._chosen = None
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
        self.names.choose(None)
        self.pins.setCurrentIndex(0)
        self._ask_for(None)

    def _pick(self, place: int) -> None:
        if place:
            self.choose(PersonId(self.pins.itemData(place)))

    def show_trouble(self, sentence: str) -> None:
        """Say what went wrong, beside the field; the field can be used again."""
        self.setEnabled(True)
        if not self.arriving.isHidden() and sentence:
            self.arriving.show_wrong_code(sentence)
            return
        self._show_trouble(sentence)
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for(self, one: Seated | None) -> None:
        """Ask for what somebody has: a passphrase, six digits, or somebody beside them."""
        alone = None if one is None else one.alone
        by_pin = one is not None and one.by_pin
        asked = self._words.say("sitdown.pin" if by_pin else "session.passphrase")
        if self._sample:
            self.passphrase.setText(self._sample if one is None or one.told else "")
        self.passphrase.setPlaceholderText(asked)
        self.passphrase.setAccessibleName(asked)
        self.arriving.ask(None)
        self._who.show()
        self.note.setVisible(bool(self.note.whole_text))
        self.heading.show_text(self._title)
        self._row.setVisible(alone is None and bool(self._seated))
        self.beside.show_text(self._words.optional(alone))
        self.beside.setVisible(alone is not None)

    def _arrive(self, who: object, code: str, pin: str) -> None:
        self.setEnabled(False)
        self.arrived.emit(who, code, pin)

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
