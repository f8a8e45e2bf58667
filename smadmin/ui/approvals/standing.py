"""Standing permissions: who may release text-only posts alone, from when to when, for which accounts.

The principal gives and withdraws them here; everybody else reads them, where there are any.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.ids import AccountId, PersonId
from smadmin.services.standing import PermissionLine, PermissionSheet
from smadmin.ui.approvals.queue import platforms
from smadmin.ui.fields import Field
from smadmin.ui.granted import FormWords, Granted, GrantedCard, GrantedWords, GrantForm
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button, one_line
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


class StandingCard(GrantedCard):
    """The permissions; `given` carries an `Asked`."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without permissions."""
        said = ("standing", "standing-none", "standing-give", "standing-withdraw", "standing-no-person")
        super().__init__(GrantedWords(*(words.say(f"approvalui.{one}") for one in said)), parent)
        self._words = words
        self.says_something = False

    def show_model(self, sheet: PermissionSheet) -> None:
        """Show who has one."""
        self.says_something = sheet.may_give or bool(sheet.lines)
        self.setVisible(self.says_something)
        self.show_granted(
            [self._granted(line) for line in sheet.lines],
            make=partial(StandingForm, self._words, sheet) if sheet.may_give else None,
            somebody=bool(sheet.people),
        )

    def _granted(self, line: PermissionLine) -> Granted:
        said = self._words.say(
            "approvalui.standing-line", person=line.person, accounts=platforms(line.accounts)
        )
        days = self._words.say("approvalui.standing-days", starts=line.starts, ends=line.ends)
        return Granted(line.id, ((said, TextKind.TEXT), (days, TextKind.NOTE)))


class StandingForm(GrantForm):
    """Who, for which accounts, from when to when. `given` carries an `Asked`."""

    def __init__(self, words: Wording, sheet: PermissionSheet, parent: QWidget | None = None) -> None:
        """Take what can be chosen; nobody and nothing is chosen beforehand but the days."""
        said = ("standing-from", "standing-until", "standing-give", "standing-cancel")
        super().__init__(words, FormWords(*(words.say(f"approvalui.{one}") for one in said)), parent)
        self._sheet = sheet
        self.person = QComboBox()
        self.person.setPlaceholderText(words.say("approvalui.standing-choose"))
        for one in sheet.people:
            self.person.addItem(one_line(one.name), one.id)
        self.person.setCurrentIndex(-1)
        self.person.currentIndexChanged.connect(self._judge)
        self.accounts = {one.id: QCheckBox(for_button(self._name(one.id))) for one in sheet.accounts}
        for box in self.accounts.values():
            box.toggled.connect(self._judge)
        self.column.addWidget(PlainLabel(words.say("approvalui.standing-note"), kind=TextKind.NOTE))
        self.column.addWidget(Field(words.say("approvalui.standing-who"), self.person))
        self.add_boxes(words.say("approvalui.standing-accounts"), tuple(self.accounts.values()))
        days = (sheet.today, sheet.today + _FIRST_OFFERED)
        self.finish(days, give=self._give, first=self.person)
        self._judge()

    def _name(self, account: AccountId) -> str:
        found = next(one for one in self._sheet.accounts if one.id == account)
        return f"{PLATFORM_NAMES[found.platform]} {found.at_handle}"

    def _judge(self) -> None:
        lacking = (
            ("standing-choose-person", self.person.currentIndex() < 0),
            ("standing-no-account", not any(box.isChecked() for box in self.accounts.values())),
        )
        self.judge([self._words.say(f"approvalui.{word}") for word, lacks in lacking if lacks])

    def _give(self) -> None:
        chosen = tuple(account for account, box in self.accounts.items() if box.isChecked())
        person = next(one for one in self._sheet.people if one.id == self.person.currentData())
        self.given.emit(Asked(person.id, person.name, chosen, *self.days))
