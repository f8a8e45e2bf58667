"""Sitting down for the first time: choose your name on the signed list, type the code, choose six digits.

Code and PIN leave the fields only in the signal. A code that was mistyped leaves the PIN as it was chosen;
once somebody sits, or is somebody else, the fields are emptied.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.errors import Reason
from smadmin.domain.pins import PIN_DIGITS
from smadmin.services.sitting import Expected, pin_blockers
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.letters import in_one_width
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.wording import Wording

_MOST_BUTTONS = 5
"""More names than these are a list that opens."""
_LONGEST_CODE = 24


class Names(QWidget):
    """The names that the list still expects. `chosen` carries the `Expected`."""

    chosen = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty and hidden."""
        super().__init__(parent)
        self._words = words
        self._people: tuple[Expected, ...] = ()
        self._group = QButtonGroup(self)
        self.many = QComboBox()
        self.many.setAccessibleName(words.say("sitdown.first-time"))
        self.many.activated.connect(self._pick)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, HALF_SPACE_PX, 0, 0)
        self._column.setSpacing(HALF_SPACE_PX)
        self._column.addWidget(PlainLabel(words.say("sitdown.first-time"), kind=TextKind.NOTE))
        self._column.addWidget(self.many)
        self.hide()

    def show_people(self, people: Sequence[Expected]) -> None:
        """Show who is expected; nobody hides it."""
        self._people = tuple(people)
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
        few = len(people) <= _MOST_BUTTONS
        for one in people if few else ():
            self._column.addWidget(self._button(one))
        self.many.clear()
        self.many.addItem(self._words.say("sitdown.choose"))
        self.many.addItems([one.name for one in people])
        self.many.setVisible(not few)
        self.setVisible(bool(people))

    def choose(self, chosen: Expected | None) -> None:
        """Mark who was chosen, here or elsewhere."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(button.property("place") == (chosen.place if chosen else ""))
        self._group.setExclusive(True)
        if chosen is None:
            self.many.setCurrentIndex(0)

    def _button(self, one: Expected) -> Button:
        button = Button(one.name, kind=ButtonKind.CHOICE, icon="key-round")
        button.setCheckable(True)
        button.setSizePolicy(self.many.sizePolicy())
        button.setProperty("place", one.place)
        button.clicked.connect(lambda _checked: self._clicked(one))
        self._group.addButton(button)
        return button

    def _clicked(self, one: Expected) -> None:
        self.chosen.emit(one)

    def _pick(self, place: int) -> None:
        if place:
            self.chosen.emit(self._people[place - 1])


class ArrivingForm(QWidget):
    """Code and PIN.

    Signals:
        arrived: the `Expected`, the code and the PIN.
        left: it is somebody else.
    """

    arrived = Signal(object, str, str)
    left = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand hidden until `ask`."""
        super().__init__(parent)
        self._words = words
        self._who: Expected | None = None
        self.code, self.pin, self.again = QLineEdit(), QLineEdit(), QLineEdit()
        self.code.setMaxLength(_LONGEST_CODE)
        in_one_width(self.code)
        for digits in (self.pin, self.again):
            digits.setEchoMode(QLineEdit.EchoMode.Password)
            digits.setMaxLength(PIN_DIGITS)
            digits.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.fields = {
            "code": Field(words.say("sitdown.code"), self.code, note=words.say("sitdown.code-note")),
            "pin": Field(words.say("sitdown.pin"), self.pin, note=words.say("sitdown.pin-note")),
            "again": Field(words.say("sitdown.pin-again"), self.again),
        }
        self.button = Button(words.say("session.sit-down"), kind=ButtonKind.MAIN)
        self.button.clicked.connect(self._arrive)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_PX, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        for field in self.fields.values():
            column.addWidget(field)
        other = Button(words.say("sitdown.somebody-else"), kind=ButtonKind.QUIET)
        other.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_PX)
        buttons.addWidget(self.button)
        buttons.addWidget(other)
        buttons.addStretch(1)
        column.addLayout(buttons)
        for edit, after in ((self.code, self.pin), (self.pin, self.again)):
            edit.returnPressed.connect(after.setFocus)
        self.again.returnPressed.connect(self._arrive)
        for name, edit in (("code", self.code), ("pin", self.pin), ("again", self.again)):
            edit.textEdited.connect(partial(self._edited, name))
        self.hide()

    def ask(self, who: Expected | None) -> None:
        """Ask somebody for their code, or nobody."""
        self._who = who
        self.forget()
        self.setVisible(who is not None)
        if who is not None:
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Leave nothing in the fields, nor of what was wrong."""
        for edit in (self.code, self.pin, self.again):
            edit.clear()
        for field in self.fields.values():
            field.clear_error()

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        """Say beside the PIN what is wrong with it."""
        for one in reasons:
            self.fields["pin"].show_error(self._words(one.message))
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_wrong_code(self, sentence: str) -> None:
        """Say beside the code that it isn't right; it can be typed again."""
        self.fields["code"].show_error(sentence)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self.code.selectAll()

    def _edited(self, name: str, _typed: str) -> None:
        # The cursor stays: whoever presses Tab after six digits would skip a field that it had moved to.
        self.fields[name].clear_error()

    def _arrive(self) -> None:
        who, code, pin, again = self._who, self.code.text(), self.pin.text(), self.again.text()
        if who is None:
            return
        if not code.strip():
            self.show_wrong_code(self._words.say("reviewers.code-length"))
        elif reasons := pin_blockers(pin):
            self.show_reasons(reasons)
        elif pin != again:
            self.fields["again"].show_error(self._words.say("sitdown.pins-differ"))
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
            self.again.selectAll()
        else:
            self.arrived.emit(who, code, pin)
