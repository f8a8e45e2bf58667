"""The cards about this computer. Each asks one thing and shows what was answered."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from smadmin.domain.computers import Owner
from smadmin.domain.messages import say
from smadmin.services.backups import KEPT
from smadmin.services.computers import Here
from smadmin.services.photos.from_before import Lying
from smadmin.services.protection import Guard, Protection
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

REASONS = ("closed", "away", "broken")
"""What mostly is the reason; anything else is written."""
_NAME_LETTERS, _REASON_LETTERS, _SHOWN_LETTERS = 60, 200, 28


class WhoseCard(Card):
    """Whose computer this is. `told` carries an `Owner` and the name."""

    told = Signal(object, str)

    def __init__(self, words: Wording, name: str) -> None:
        """Propose a name: the one that the system has for it."""
        super().__init__(words.say("computers.whose"))
        self._words = words
        self.said = PlainLabel("")
        self.name = QLineEdit(name)
        self.name.setMaxLength(_NAME_LETTERS)
        self.field = Field(words.say("computers.name"), self.name, note=words.say("computers.name-note"))
        self.buttons = {owner: Button(words.say(f"computers.it-is-{owner.value}")) for owner in Owner}
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX)
        for owner, button in self.buttons.items():
            button.clicked.connect(partial(self._tell, owner))
            row.addWidget(button)
        row.addStretch(1)
        self.what = PlainLabel(words.say("computers.whose-what"), kind=TextKind.NOTE)
        for part in (self.said, self.field):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.body.addWidget(self.what)

    def show_here(self, here: Here) -> None:
        """Show what is known; who may not change it sees it only."""
        computer = here.computer
        self.said.setVisible(computer is not None or not here.has_seat)
        if computer is not None:
            told = say(f"computers.is-{computer.owner.value}", name=computer.name)
            self.said.show_text(self._words(told))
            self.name.setText(computer.name)
        elif not here.has_seat:
            self.said.show_text(self._words.say("computers.no-keyring"))
        for part in (self.field, self.what):
            part.setVisible(bool(here.may_say))
        for owner, button in self.buttons.items():
            button.setVisible(owner in here.may_say)

    def _tell(self, owner: Owner) -> None:
        if not self.name.text().strip():
            self.field.show_error(self._words.say("computers.no-name"))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.field.clear_error()
        self.told.emit(owner, self.name.text())


class WhyCard(Card):
    """Why somebody sits at their own computer. `told` carries the reason."""

    told = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Offer what was said the last time and the usual reasons, a press each."""
        super().__init__(words.say("computers.why"))
        self._words = words
        self.body.addWidget(PlainLabel(words.say("computers.why-what"), kind=TextKind.MUTED))
        left = Qt.AlignmentFlag.AlignLeft
        self.usual = [Button(words.say(f"computers.why-{name}")) for name in REASONS]
        self.again, self._last = Button(""), ""
        self.again.clicked.connect(lambda: self.told.emit(self._last))
        self.again.hide()
        self.body.addWidget(self.again, 0, left)
        for button in self.usual:
            button.clicked.connect(partial(self._tell_usual, button))
            self.body.addWidget(button, 0, left)
        self.other = QLineEdit()
        self.other.setMaxLength(_REASON_LETTERS)
        self.other.returnPressed.connect(self._tell)
        self.field = Field(words.say("computers.why-other"), self.other)
        self.button = Button(words.say("computers.why-say"))
        self.button.clicked.connect(self._tell)
        self.body.addWidget(self.field)
        self.body.addWidget(self.button, 0, left)

    def show_here(self, here: Here) -> None:
        """Ask where it is due; what was said the last time stands first, unless it is a usual one."""
        self._last = here.last_why
        shown = self._last[:_SHOWN_LETTERS].rstrip()
        reason = self._last if len(self._last) <= _SHOWN_LETTERS else f"{shown}…"
        self.again.show_words(self._words.say("computers.why-again", reason=reason))
        self.again.setAccessibleDescription(self._last)
        self.again.setVisible(bool(self._last) and self._last not in [one.text() for one in self.usual])
        self.setVisible(here.needs_why)

    def _tell_usual(self, button: Button) -> None:
        self.told.emit(button.text())

    def _tell(self) -> None:
        if self.other.text().strip():
            self.field.clear_error()
            self.told.emit(self.other.text())
        else:
            self.field.show_error(self._words.say("computers.no-reason"))


class FromBeforeCard(Card):
    """What lies on somebody's own computer from before. `removeAsked` carries how many pictures go."""

    removeAsked = Signal(int)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words.say("computers.before"))
        self._words = words
        self.said = PlainLabel("")
        self.stays = PlainLabel("", kind=TextKind.NOTE)
        self.what = PlainLabel(words.say("computers.before-what", n=KEPT.days), kind=TextKind.NOTE)
        self.button = Button(words.say("computers.before-remove"), icon="trash-2")
        self._pictures = 0
        self.button.clicked.connect(lambda: self.removeAsked.emit(self._pictures))
        for part in (self.said, self.what):
            self.body.addWidget(part)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.stays)

    def show_lying(self, lying: Lying) -> None:
        """Say what lies there; nothing at all where nothing does."""
        self._pictures = lying.photos + lying.portraits
        counts = (("photos", lying.photos), ("portraits", lying.portraits))
        found = [self._words.say(f"computers.before-{name}", n=count) for name, count in counts if count]
        self.said.show_text(" ".join(found))
        for part in (self.said, self.what, self.button):
            part.setVisible(bool(found))
        self.stays.show_text(self._words.say("computers.before-stays", n=lying.in_work))
        self.stays.setVisible(bool(lying.in_work))
        self.button.block(self._words.reasons(lying.blockers)) if lying.blockers else self.button.allow()
        self.setVisible(bool(lying))


class ProtectionCard(Card):
    """Whether it is protected against viruses (WIC-S3). `told` carries the name of what protects it."""

    told = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin without knowing."""
        super().__init__(words.say("computers.protection"))
        self._words = words
        self._protection = Protection(Guard.UNKNOWN)
        self.said, self.last = PlainLabel(""), PlainLabel("", kind=TextKind.NOTE)
        self.button = Button(words.say("computers.protected"), icon="check")
        self.button.clicked.connect(lambda: self.told.emit(self._protection.product))
        for part in (self.said, self.last):
            self.body.addWidget(part)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_system(self, protection: Protection) -> None:
        """Say what the system tells."""
        self._protection = protection
        told = say(f"computers.guard-{protection.guard.value}", product=protection.product)
        self.said.show_text(self._words(told))

    def show_here(self, here: Here) -> None:
        """Say when somebody last answered, and ask where it is due."""
        day = None if here.computer is None else here.computer.protected_on
        self.last.setVisible(day is not None)
        if day is not None:
            self.last.show_text(self._words(say("computers.protected-on", day=day)))
        self.button.setVisible(here.computer is not None and here.protection_due)
        self.setVisible(here.computer is not None)
