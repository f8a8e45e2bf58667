"""Standing permissions: who may release text-only posts alone, from when to when, for which accounts.

The principal gives and withdraws them here; everybody else reads them, where there are any.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.ids import AccountId, PersonId
from smadmin.services.standing import PermissionLine, PermissionSheet
from smadmin.ui.approvals.queue import platforms
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import DateField, Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button, one_line
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_FIRST_OFFERED = timedelta(days=90)


@dataclass(frozen=True)
class Asked:
    """A permission that the principal wants to give."""

    person: PersonId
    name: str
    accounts: tuple[AccountId, ...]
    starts: date
    ends: date


class StandingCard(Card):
    """The permissions.

    Signals:
        given: an `Asked`.
        withdrawn: the id of a permission.
    """

    given = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without permissions."""
        super().__init__(words.say("approvalui.standing"), parent)
        self._words = words
        self.form: StandingForm | None = None
        self.says_something = False
        self.give_button: Button | None = None
        self._sheet: PermissionSheet | None = None

    def show_model(self, sheet: PermissionSheet) -> None:
        """Show who has one; a form that is being filled in stays."""
        self._sheet = sheet
        self.says_something = sheet.may_give or bool(sheet.lines)
        self.setVisible(self.says_something)
        if self.form is None:
            self._show_lines(sheet)

    def rest(self) -> None:
        """Close the form."""
        self.form = None
        if self._sheet is not None:
            self._show_lines(self._sheet)

    def show_error(self, error: str) -> None:
        """Say in the form why it can't be given."""
        if self.form is not None:
            self.form.show_error(error)

    def _show_lines(self, sheet: PermissionSheet) -> None:
        words = self._words
        self.clear()
        for line in sheet.lines:
            self.body.addWidget(self._line(line, may_withdraw=sheet.may_give))
        if not sheet.lines:
            self.body.addWidget(PlainLabel(words.say("approvalui.standing-none"), kind=TextKind.NOTE))
        self.give_button = None
        if sheet.may_give:
            self.give_button = Button(words.say("approvalui.standing-give"), kind=ButtonKind.SMALL)
            self.give_button.setToolTip("")
            self.give_button.clicked.connect(self.unfold)
            if not sheet.people:
                self.give_button.block([words.say("approvalui.standing-no-person")])
            self.body.addWidget(self.give_button)

    def unfold(self) -> None:
        """Show the form in place of the list."""
        if self._sheet is None:
            return
        self.clear()
        self.give_button = None
        self.form = StandingForm(self._words, self._sheet)
        self.form.given.connect(self.given)
        self.form.left.connect(self.rest)
        self.body.addWidget(self.form)
        self.form.person.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self.form)

    def _line(self, line: PermissionLine, *, may_withdraw: bool) -> QWidget:
        words = self._words
        holder = QWidget()
        said = QVBoxLayout(holder)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(0)
        said.addWidget(
            PlainLabel(
                words.say("approvalui.standing-line", person=line.person, accounts=platforms(line.accounts))
            )
        )
        days = words.say("approvalui.standing-days", starts=line.starts, ends=line.ends)
        said.addWidget(PlainLabel(days, kind=TextKind.NOTE))
        if may_withdraw:
            button = Button(words.say("approvalui.standing-withdraw"), kind=ButtonKind.SMALL)
            button.setObjectName(f"withdraw-{line.id}")
            button.clicked.connect(partial(self.withdrawn.emit, line.id))
            said.addWidget(button)
        return holder


class StandingForm(QWidget):
    """Who, for which accounts, from when to when. Signals: `given` (an `Asked`), `left`."""

    given = Signal(object)
    left = Signal()

    def __init__(self, words: Wording, sheet: PermissionSheet, parent: QWidget | None = None) -> None:
        """Take what can be chosen; nobody and nothing is chosen beforehand but the days."""
        super().__init__(parent)
        self._words = words
        self._sheet = sheet
        self.person = QComboBox()
        self.person.setPlaceholderText(words.say("approvalui.standing-choose"))
        for one in sheet.people:
            self.person.addItem(one_line(one.name), one.id)
        self.person.setCurrentIndex(-1)
        self.person.currentIndexChanged.connect(self._judge)
        self.accounts = {one.id: QCheckBox(for_button(self._name(one.id))) for one in sheet.accounts}
        self.starts, self.ends = DateField(words), DateField(words)
        for field, day in ((self.starts, sheet.today), (self.ends, sheet.today + _FIRST_OFFERED)):
            field.show_day(day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(PlainLabel(words.say("approvalui.standing-note"), kind=TextKind.NOTE))
        column.addWidget(Field(words.say("approvalui.standing-who"), self.person))
        column.addWidget(PlainLabel(words.say("approvalui.standing-accounts"), kind=TextKind.STRONG))
        for box in self.accounts.values():
            box.toggled.connect(self._judge)
            column.addWidget(box)
        days = QHBoxLayout()
        days.setSpacing(SPACE_PX)
        days.addWidget(Field(words.say("approvalui.standing-from"), self.starts), 1)
        self._last = Field(words.say("approvalui.standing-until"), self.ends)
        days.addWidget(self._last, 1)
        column.addLayout(days)
        self.give = Button(words.say("approvalui.standing-give"))
        self.give.clicked.connect(self._give)
        cancel = Button(words.say("approvalui.standing-cancel"), kind=ButtonKind.QUIET)
        cancel.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self.give)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._judge()

    def show_error(self, error: str) -> None:
        """Say why it can't be given."""
        self._last.show_error(error)

    def _name(self, account: AccountId) -> str:
        found = next(one for one in self._sheet.accounts if one.id == account)
        return f"{PLATFORM_NAMES[found.platform]} {found.at_handle}"

    def _judge(self) -> None:
        self._last.clear_error()
        if self.person.currentIndex() < 0:
            self.give.block([self._words.say("approvalui.standing-choose-person")])
        elif any(box.isChecked() for box in self.accounts.values()):
            self.give.allow()
        else:
            self.give.block([self._words.say("approvalui.standing-no-account")])

    def _give(self) -> None:
        chosen = tuple(account for account, box in self.accounts.items() if box.isChecked())
        person = next(one for one in self._sheet.people if one.id == self.person.currentData())
        self.given.emit(Asked(person.id, person.name, chosen, self.starts.day, self.ends.day))
