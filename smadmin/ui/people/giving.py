"""The form that gives somebody a role: administrator for several accounts at once, a deputy for some days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.ids import AccountId
from smadmin.domain.people import Role
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.fields import DateField, Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.people.model import PersonModel
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.tick_list import TickList
from smadmin.ui.typed import begin_words
from smadmin.ui.wording import Wording

_A_WEEK = timedelta(days=6)


@dataclass(frozen=True)
class Wish:
    """A role that shall be given: for `accounts`, or for the whole school from a day on."""

    role: Role
    accounts: tuple[AccountId, ...]
    starts: date
    ends: date | None


class RoleForm(QWidget):
    """The form. `given` carries a `Wish`; `left` tells that somebody thought better of it."""

    given = Signal(object)
    left = Signal()

    def __init__(self, words: Wording, model: PersonModel, parent: QWidget | None = None) -> None:
        """Offer the roles that whoever looks may give."""
        super().__init__(parent)
        self._words = words
        self.role = QComboBox()
        for role in model.gives:
            self.role.addItem(words.say(f"shell.role-{role}"), role)
        first = Role.ADMINISTRATOR if model.accounts else Role.REVIEWER
        self.role.setCurrentIndex(max(self.role.findData(first), 0))
        self.ticks = TickList(words, words.say("peopleui.for-accounts"))
        self.ticks.offer(model.accounts)
        self.accounts = self._account_boxes(model)
        self.starts, self.ends = DateField(words), DateField(words)
        self.starts.show_day(model.today)
        self.ends.show_day(model.today + _A_WEEK)
        self._starts = Field(words.say("peopleui.first-day"), self.starts)
        self._ends = Field(words.say("peopleui.last-day"), self.ends)
        self._what = PlainLabel("", kind=TextKind.NOTE)
        self._has_pin = model.pin
        self.ends_pin = StateLine(State.DOUBT, words.say("peopleui.ends-pin", name=model.person.name))
        self.do_button = Button(words.say("peopleui.give-do"))
        self._why = QVBoxLayout()
        self._arrange()
        self.role.currentIndexChanged.connect(lambda _place: self._look())
        self.ticks.ticked.connect(self._look)
        self.do_button.clicked.connect(self._give)
        self._look()
        begin_words(self)

    def begin(self) -> None:
        """Put the keyboard at the first choice."""
        self.role.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, sentences: Sequence[str]) -> None:
        """Say why it can't be given."""
        empty_layout(self._why)
        for sentence in sentences:
            self._why.addWidget(StateLine(State.STOP, sentence))

    @property
    def wish(self) -> Wish:
        """What is chosen now."""
        role = Role(self.role.currentData())
        ends = self.ends.day if role is Role.DEPUTY else None
        return Wish(role, self.ticks.chosen if role is Role.ADMINISTRATOR else (), self.starts.day, ends)

    def _account_boxes(self, model: PersonModel) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        column.addWidget(PlainLabel(self._words.say("peopleui.for-accounts"), kind=TextKind.STRONG))
        column.addWidget(self.ticks)
        if not model.accounts:
            column.addWidget(PlainLabel(self._words.say("peopleui.every-account"), kind=TextKind.NOTE))
        return holder

    def _arrange(self) -> None:
        days, buttons = QHBoxLayout(), QHBoxLayout()
        days.setSpacing(SPACE_PX)
        days.addWidget(self._starts, 1)
        days.addWidget(self._ends, 1)
        leave = Button(self._words.say("peopleui.leave"), kind=ButtonKind.QUIET)
        leave.clicked.connect(self.left)
        buttons.addWidget(self.do_button)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_PX, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        column.addWidget(Field(self._words.say("peopleui.which-role"), self.role))
        column.addWidget(self._what)
        column.addWidget(self.ends_pin)
        column.addWidget(self.accounts)
        for part in (days, self._why, buttons):
            column.addLayout(part)

    def _look(self) -> None:
        wish = self.wish
        self._what.show_text(self._words.say(f"peopleui.means-{wish.role}"))
        self.ends_pin.setVisible(self._has_pin and wish.role is not Role.REVIEWER)
        self.accounts.setVisible(wish.role is Role.ADMINISTRATOR)
        self._starts.setVisible(wish.role is not Role.ADMINISTRATOR)
        self._ends.setVisible(wish.role is Role.DEPUTY)
        self.show_error(())
        if wish.role is Role.ADMINISTRATOR and not wish.accounts:
            self.do_button.block((self._words.say("people.no-account"),))
        else:
            self.do_button.allow()

    def _give(self) -> None:
        self.given.emit(self.wish)
