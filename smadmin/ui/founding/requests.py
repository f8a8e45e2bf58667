"""Requests of other logins, where somebody is let in: their letters are typed, never clicked away."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.accounts import Account
from smadmin.domain.people import Role
from smadmin.services.requested import Waiting
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.fields import Field
from smadmin.ui.founding.designated import AccountTicks
from smadmin.ui.founding.join_model import what_ends, who_asks
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.letters import in_one_width
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording


class RequestsCard(Card):
    """Who waits, with a field each.

    Signals:
        letIn: the `Waiting`, the letters typed, the role or None, and the accounts they are named for.
        backupAsked: who was let in waits elsewhere; a backup takes their key there.
    """

    letIn = Signal(object, str, object, tuple)
    backupAsked = Signal()

    def __init__(self, roles: Sequence[Role], words: Wording) -> None:
        """Begin hidden; offer these roles for somebody new."""
        super().__init__(words.say("joining.requests"))
        self._roles, self._words = roles, words
        self._what = PlainLabel(words.say("joining.requests-what"), kind=TextKind.MUTED)
        self.body.addWidget(self._what)
        self.signed = PlainLabel("", kind=TextKind.HEADING)
        self.root = PlainLabel("", kind=TextKind.TITLE)
        in_one_width(self.root)
        self.backup = Button(words.say("joining.backup-for"))
        self.backup.clicked.connect(self.backupAsked)
        note = PlainLabel(words.say("joining.backup-for-note"), kind=TextKind.NOTE)
        self._told = (self.signed, self.root, self.backup, note)
        for part in self._told:
            part.hide()
            self.body.addWidget(part)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2 * SPACE_PX)
        self.body.addLayout(self._rows)
        self.fields: list[Field] = []
        self.buttons: list[Button] = []
        self.ticks: list[AccountTicks] = []
        self._accounts: Sequence[Account] = ()
        self.hide()

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Offer these accounts with each request of a new administrator."""
        self._accounts = accounts
        for one in self.ticks:
            one.show_accounts(accounts)

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Show who waits now; what was signed last stays to be read."""
        empty_layout(self._rows)
        self.fields, self.buttons, self.ticks = [], [], []
        for one in waiting:
            self._rows.addWidget(self._row(one))
        for said in (self.heading, self._what):
            said.setVisible(bool(waiting))  # else only the letters stand here, about somebody who is in
        self.setVisible(bool(waiting) or not self.signed.isHidden())

    def show_signed(self, name: str, letters: str) -> None:
        """Show root's letters for the newcomer to type."""
        self.signed.show_text(self._words.say("joining.signed", name=name))
        self.root.show_text(letters)
        for part in self._told:
            part.show()

    def forget_signed(self) -> None:
        """Show no letters any more."""
        for label in (self.signed, self.root):
            label.show_text("")
        for part in self._told:
            part.hide()
        self.setVisible(bool(self.fields))

    def show_working(self, waiting: Waiting) -> None:
        """Let nobody be let in twice while it works."""
        for button in self.buttons:
            button.block((self._words.say("founding.letting-in", name=waiting.name),))

    def show_refused(self, waiting: Waiting, sentence: str) -> None:
        """Say below the field of a request why it isn't let in."""
        for button in self.buttons:
            button.allow()
        for field in self.fields:
            if field.property("request") == waiting.request.key.id:
                field.show_error(sentence)
                field.control.setFocus()

    def _row(self, one: Waiting) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(PlainLabel(self._words(who_asks(one)), kind=TextKind.STRONG))
        if one.roles:
            roles = ", ".join(self._words.say(f"shell.role-{role}") for role in sorted(one.roles))
            column.addWidget(PlainLabel(self._words.say("joining.request-holds", roles=roles)))
        if said := what_ends(one):
            column.addWidget(StateLine(State.DOUBT if one.ends else State.NOTE, self._words(said)))
        role = None if one.known else QComboBox()
        if role is not None:
            role.addItem(self._words.say("founding.choose-role"), None)
            for offered in self._roles:
                role.addItem(self._words.say(f"shell.role-{offered}"), offered)
            column.addWidget(Field(self._words.say("founding.your-role"), role))
            column.addWidget(self._ticks(role))
        letters = QLineEdit()
        in_one_width(letters)
        field = Field(self._words.say("joining.request-letters"), letters)
        field.setProperty("request", one.request.key.id)
        column.addWidget(field)
        button = Button(
            self._words.say("joining.sign-and-end", n=len(one.ends))
            if one.ends
            else self._words.say("joining.sign")
        )
        sign = partial(self._sign, one, letters, role, None if role is None else self.ticks[-1])
        button.clicked.connect(sign)
        letters.returnPressed.connect(sign)
        column.addWidget(button)
        self.fields.append(field)
        self.buttons.append(button)
        return row

    def _ticks(self, role: QComboBox) -> AccountTicks:
        ticks = AccountTicks(self._words)
        ticks.show_accounts(self._accounts)
        role.currentIndexChanged.connect(lambda _place: ticks.follow(_chosen(role)))
        self.ticks.append(ticks)
        return ticks

    def _sign(
        self,
        one: Waiting,
        letters: QLineEdit,
        role: QComboBox | None,
        ticks: AccountTicks | None,
        _checked: object = None,
    ) -> None:
        chosen = _chosen(role)
        accounts = ticks.chosen if ticks is not None and chosen is Role.ADMINISTRATOR else ()
        self.letIn.emit(one, letters.text(), chosen, accounts)


def _chosen(role: QComboBox | None) -> Role | None:
    return None if role is None or role.currentData() is None else Role(role.currentData())
