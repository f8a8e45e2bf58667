"""The log-in of the open account: its card, the vault and the clipboard brought together.

`settle` empties all three; the screen calls it at lock, at handing over and at quit. What comes back for
another account than the open one is dropped unseen.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Account
from smadmin.domain.errors import KnownError
from smadmin.domain.log_ins import LogIn, made_here
from smadmin.domain.messages import Message, say
from smadmin.services.copies import Field, ForClipboard
from smadmin.ui.accounts.log_in import LogInCard
from smadmin.ui.accounts.vaulting import SAID_KEPT, Vaulting
from smadmin.ui.clipboard import SecretClipboard
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State


class LogInDesk(Vaulting):
    """Deeds with the open account's log-in.

    Signals:
        changed: a log-in was kept; read again.
        tokenKept: so was an access token, by who came from the place where it is used.
    """

    changed = Signal()
    tokenKept = Signal()

    def __init__(self, around: Surroundings, card: LogInCard, origin: QWidget) -> None:
        """Take the card, and the screen for which it is done."""
        super().__init__(around, origin)
        self._card, self._screen = card, origin
        self.account: Account | None = None
        self._unset = False
        self.clipboard = SecretClipboard(QGuiApplication.clipboard(), self)
        self.clipboard.cleared.connect(lambda: card.say_note(""))
        card.showAsked.connect(lambda: self._on_account(lambda one: self.show(one, card.reason)))
        card.changeAsked.connect(lambda: self._on_account(lambda one: self.change(one, card.reason)))
        card.copyAsked.connect(self._copy)
        card.proposeAsked.connect(lambda style: self._on_account(lambda one: self.propose(one, style)))
        card.kept.connect(lambda log_in: self._on_account(lambda one: self._keep(one, log_in)))
        card.resealAsked.connect(lambda: self._on_account(self.reseal))
        self.opened.connect(self._show)
        self.toChange.connect(self._edit)
        self.proposed.connect(self._propose)
        self.copied.connect(self._put)
        self.kept.connect(self._say_kept)
        self.noticed.connect(self._say_noticed)
        self.refused.connect(self._say_refused)

    def settle(self) -> None:
        """Take secrets off the screen and the clipboard."""
        self.clipboard.clear()
        self._card.rest()

    def _on_account(self, do: Callable[[Account], None]) -> None:
        if self.account is not None:
            do(self.account)

    def _here(self, account: str) -> bool:
        """Tell whether this account is still the open one, seen by somebody signed in."""
        signed_in = self._around.acting is not None
        return signed_in and self.account is not None and account == self.account.id

    def _show(self, account: str, log_in: LogIn) -> None:
        if self._here(account) and self._screen.isVisible():
            self._card.show_log_in(log_in)

    def _edit(self, account: str, log_in: LogIn) -> None:
        if self._here(account) and self._screen.isVisible():
            self._card.edit(log_in)

    def _propose(self, account: str, password: str) -> None:
        if self._here(account):
            self._card.form.propose(password)

    def _copy(self, field: Field, which: int) -> None:
        self._on_account(lambda one: self.copy(one, field, which=which, why=self._card.reason))

    def _put(self, account: str, field: Field, secret: ForClipboard) -> None:
        if self._here(account):
            self.clipboard.put(secret.text, seconds=secret.seconds)
            self._card.say_message(say(f"accountui.copied-{field}", n=secret.seconds), state=State.FINE)

    def _keep(self, account: Account, log_in: LogIn) -> None:
        self._unset = made_here(log_in)
        self.keep(account, log_in)

    def _say_kept(self, account: str, said: Message) -> None:
        for_token = self._card.for_token
        if self._here(account):
            self._card.rest()
            if said == SAID_KEPT and self._unset:
                self._card.say_message(say("loginui.kept-unset"))
            else:
                self._card.say_message(said, state=State.FINE if said == SAID_KEPT else State.DOUBT)
        self._unset = False
        self.changed.emit()
        if for_token and self._here(account):
            self.tokenKept.emit()

    def _say_noticed(self, account: str, notice: Message) -> None:
        if self._here(account):
            self._card.say_message(notice, state=State.DOUBT)

    def _say_refused(self, account: str, error: KnownError) -> None:
        if self._here(account):
            self._card.say_note(self._words.error(error), state=State.STOP)
            bring_into_view(self._card.note)  # it stands above a form that is longer than the window
