"""Connecting an account, so that the program posts there itself: the platform says who it is, a person looks.

Asks for itself what it shows; hidden where the program can't post to the platform.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.connections import (
    Connection,
    asks_server,
    asks_user,
    foreign_reasons,
    usual_server,
    usual_user,
)
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.messages import say
from smadmin.domain.publishers import Access, Who
from smadmin.services.connections import Wish
from smadmin.services.office import Office
from smadmin.ui.accounts.page import Inside, allow
from smadmin.ui.accounts.renewing import renew_queued
from smadmin.ui.accounts.token_guide import TokenGuide
from smadmin.ui.accounts.whose import Whose
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import breakable
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.typed import keep_words


@dataclass(frozen=True)
class _Read:
    """What one reading of the store found."""

    connection: Connection | None
    may: tuple[Reason, ...]


class ConnectionCard(Card):
    """The card.

    Signals:
        tokenAsked: the log-in's line for an access token is wanted, by the name of the one in use.
    """

    tokenAsked = Signal(str)

    def __init__(self, inside: Inside) -> None:
        """Begin hidden."""
        words = inside.words
        super().__init__(words.say("connectui.title"))
        keep_words(self)
        self._inside, self._words = inside, words
        self._account: Account | None = None
        self._connection: Connection | None = None
        self._renewing = self._token_kept = False
        self.said = StateLine(State.NOTE, "")
        self.page = PlainLabel("", kind=TextKind.MUTED)
        self.begin_button = Button(words.say("connectui.begin"), icon="send")
        self.begin_button.clicked.connect(self._begin)
        self.form = self._form()
        self.found = self._found()
        self.answer = StateLine(State.FINE, "")
        left = Qt.AlignmentFlag.AlignLeft
        self.body.addWidget(self.said)
        self.body.addWidget(self.page)
        self.body.addWidget(self.begin_button, 0, left)
        for part in (self.form, self.found, self.answer):
            self.body.addWidget(part)
        self.rest()
        self.hide()

    def show_account(self, account: Account) -> None:
        """Ask about an account; another one than before is hidden until its answer comes."""
        if self._account is None or account.id != self._account.id:
            self.hide()
            self.rest()
        self._account = account
        office, by = self._inside.around.office, self._inside.around.by
        if account.platform not in office.publishers:
            self.hide()
            return
        self._perform(account, lambda: _read(office, by, account), partial(self._came, account))

    def begin_renewing(self) -> None:
        """Say how it is connected anew as soon as the account is read: somebody came for that."""
        self._renewing = True

    def take_token(self) -> None:
        """Go on with what was just kept in the log-in, where somebody came from here."""
        if not self.form.isHidden():
            self._token_kept = True
            self._begin()

    def rest(self) -> None:
        """Put the form away, what the platform said, and the last answer."""
        for part in (self.form, self.found, self.answer):
            part.hide()
        self.begin_button.show()

    # ---- parts

    def _form(self) -> QWidget:
        words, part = self._words, QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        self.guide = TokenGuide(words)
        self.guide.tokenAsked.connect(self._ask_for_token)
        self.renew = PlainLabel(words.say("connectui.renew"), kind=TextKind.NOTE)
        column.addWidget(self.renew)
        column.addWidget(self.guide)
        self.token = QComboBox()
        self.user, self.server = QLineEdit(), QLineEdit()
        self.token_field = Field(words.say("connectui.token"), self.token)
        self.user_field = Field(words.say("connectui.user"), self.user, note=words.say("connectui.user-note"))
        self.server_field = Field(words.say("connectui.server"), self.server)
        for field in (self.token_field, self.user_field, self.server_field):
            column.addWidget(field)
        self.ask_button = Button(words.say("connectui.ask"))
        self.ask_button.clicked.connect(self._ask)
        leave = Button(words.say("connectui.leave"), kind=ButtonKind.QUIET)
        leave.clicked.connect(self.rest)
        column.addLayout(_flow(self.ask_button, leave))
        self.refused = StateLine(State.STOP, "")
        column.addWidget(self.refused)
        return part

    def _found(self) -> Whose:
        found = Whose(self._words)
        self.yes_button, self.no_button, self.foreign = found.yes_button, found.no_button, found.foreign
        self._who: tuple[Account, Wish, Who] | None = None
        self.no_button.clicked.connect(self.rest)
        self.yes_button.clicked.connect(self._connect)
        return found

    # ---- what comes

    def _came(self, account: Account, read: _Read) -> None:
        if not self._still(account):
            return
        words, self._connection = self._words, read.connection
        if read.connection is None:
            self.said.show_line(words.say("connectui.not-yet"), State.NOTE)
        else:
            who = read.connection.who
            said = words.say("connectui.connected", handle=who.handle, name=who.name or who.handle)
            self.said.show_line(said, State.FINE)
        self.page.show_text("" if read.connection is None else breakable(read.connection.who.page))
        self.page.setVisible(read.connection is not None)
        self.begin_button.show_words(
            words.say("connectui.begin" if read.connection is None else "connectui.anew")
        )
        allow(self.begin_button, words.reasons(read.may))
        self.show()
        renewing, self._renewing = self._renewing, False
        if renewing and read.connection is not None and not read.may:
            self._begin()

    def _ask_for_token(self) -> None:
        self.tokenAsked.emit(self.token.currentText())

    def _begin(self) -> None:
        account = self._account
        if account is None:
            return
        office, by = self._inside.around.office, self._inside.around.by
        self.answer.hide()
        self._errand(
            account, lambda: office.connections.tokens(by, account.id), partial(self._unfold, account)
        )

    def _unfold(self, account: Account, tokens: tuple[str, ...]) -> None:
        if not self._still(account):
            return
        self.token.clear()
        self.token.addItems(tokens)
        self.server.setText(usual_server(account))
        self.user.setText(usual_user(account))
        if self._connection is not None:
            self.token.setCurrentText(self._connection.token)
            self.user.setText(self._connection.user)
            self.server.setText(self._connection.server)
        allow(self.ask_button, () if tokens else (self._words.say("connectui.token-first"),))
        facts = self._inside.around.office.policy.platforms[account.platform]
        self.guide.begin(() if self._token_kept else facts.token, self.server.text())
        self.renew.setVisible(self._connection is not None)
        self.user_field.setVisible(asks_user(account.platform))
        self.server_field.setVisible(asks_server(account.platform))
        self.refused.hide()
        self.begin_button.hide()
        self.form.show()
        first: QWidget = self.user if asks_user(account.platform) else self.token
        if not self.guide.isHidden() and (not tokens or self._connection is not None):
            first = self.guide.on
        elif self._token_kept and self.user.text():
            first = self.ask_button
        self._token_kept = False
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(first if first is self.ask_button else self.form)

    def _ask(self) -> None:
        account = self._account
        if account is None:
            return
        wish = Wish(self.server.text(), self.user.text(), self.token.currentText())
        connections, by = self._inside.around.office.connections, self._inside.around.by
        self.refused.hide()
        self.ask_button.block([self._words.say("connectui.asking")])

        def opened(access: Access) -> None:
            self._network(
                account, lambda: connections.ask(account, access), partial(self._told, account, wish)
            )

        self._errand(account, lambda: connections.offered(by, account.id, wish), opened)

    def _told(self, account: Account, wish: Wish, who: Who) -> None:
        if not self._still(account):
            return
        self.ask_button.allow()
        self._who = (account, wish, who)
        self.form.hide()
        self.found.show_who(account, who, self._words.reasons(foreign_reasons(account, who)))

    def _connect(self) -> None:
        if self._who is None:
            return
        account, wish, who = self._who
        connections, around = self._inside.around.office.connections, self._inside.around

        def connect() -> None:
            do = partial(connections.connect, around.by, account.id, wish, who)
            self._perform(account, do, lambda _: self._connected(account))

        around.doors.with_passphrase(connect, say("connectui.yes"))

    def _connected(self, account: Account) -> None:
        renew_queued(self._inside.around, account.id, self._inside.screen)
        if not self._still(account):
            return
        self.rest()
        self.answer.show_line(self._words.say("connectui.done"), State.FINE)
        self.answer.show()
        self.show_account(account)

    def _refused(self, account: Account, error: KnownError) -> None:
        """Say below the form why not; what was typed stays. Another account's card doesn't hear of it."""
        if not self._still(account):
            return
        self.ask_button.allow()
        line = self.answer if self.form.isHidden() and self.found.isHidden() else self.refused
        if line is self.refused:
            self.found.hide()
            self.form.show()
        line.show_line(self._words.error(error), State.STOP)
        line.show()
        bring_into_view(line)

    def _still(self, account: Account) -> bool:
        return self._account is not None and self._account.id == account.id

    def _perform(self, account: Account, do: Callable[[], object], done: Callable[..., None]) -> None:
        performer, screen = self._inside.around.performer, self._inside.screen
        performer.perform(do, done=done, failed=partial(self._refused, account), origin=screen)

    def _errand(self, account: Account, do: Callable[[], object], done: Callable[..., None]) -> None:
        performer, screen = self._inside.around.performer, self._inside.screen
        performer.errand(do, done=done, failed=partial(self._refused, account), origin=screen)

    def _network(self, account: Account, do: Callable[[], object], done: Callable[..., None]) -> None:
        performer, screen = self._inside.around.performer, self._inside.screen
        performer.network(do, done=done, failed=partial(self._refused, account), origin=screen)


def _read(office: Office, by: Actor, account: Account) -> _Read:
    connections = office.connections
    return _Read(connections.of(by, account.id), connections.blockers(by, account.id))


def _flow(*buttons: Button) -> FlowLayout:
    flow = FlowLayout(gap_px=2)
    for button in buttons:
        flow.addWidget(button)
    return flow
