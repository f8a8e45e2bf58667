"""Opening and keeping log-ins: the keyring as an errand, then the deed with its row, then the screen.

Each asks the passphrase again where it was given too long ago.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, SignalInstance

from smadmin.domain.accounts import Account
from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import AccountId
from smadmin.domain.log_ins import LogIn
from smadmin.domain.messages import Message, say
from smadmin.domain.passwords import Style
from smadmin.services.copies import Copy, Field, ForClipboard
from smadmin.ui.accounts.renewing import renew_queued
from smadmin.ui.surroundings import Surroundings

SAID_KEPT = say("accountui.said-kept")


class Vaulting(QObject):
    """Deeds with log-ins.

    Signals:
        opened: account id and `LogIn`, to be shown.
        toChange: account id and `LogIn`, to be put into the form.
        proposed: account id and a password that was made.
        copied: account id, `Field` and `ForClipboard`.
        kept: account id and the `Message` of what is to be said.
        noticed: account id and a `Message` about where the log-in came from.
        refused: account id and a `KnownError`.
    """

    opened = Signal(str, object)
    toChange = Signal(str, object)
    proposed = Signal(str, str)
    copied = Signal(str, object, object)
    kept = Signal(str, object)
    noticed = Signal(str, object)
    refused = Signal(str, object)

    def __init__(self, around: Surroundings, origin: QObject) -> None:
        """Take the screen for which it is done."""
        super().__init__(origin)
        self._around, self._words, self._origin = around, around.words, origin

    def show(self, account: Account, why: str = "") -> None:
        """Open a log-in to be shown; the record says who looked, and why where the policy asks."""
        self._open(account, why, self.opened, say("accountui.show"))

    def change(self, account: Account, why: str = "") -> None:
        """Open a log-in to be put into the form; that is looking at it too."""
        self._open(account, why, self.toChange, say("loginui.change"))

    def _open(self, account: Account, why: str, signal: SignalInstance, what: Message) -> None:

        def opened(done: Done[LogIn]) -> None:
            signal.emit(account.id, done.value)

        def reveal(copy: Copy) -> None:
            by, vault = self._around.by, self._around.office.vault
            self._perform(account.id, lambda: vault.reveal(by, copy, why=why), opened)

        self._around.doors.with_passphrase(lambda: self._fetch(account.id, reveal), what)

    def propose(self, account: Account, style: Style) -> None:
        """Make a password that the account's platform takes, locked in beside the one that counts."""

        def make() -> None:
            by, vault = self._around.by, self._around.office.vault

            def made(done: Done[str]) -> None:
                self.proposed.emit(account.id, done.value)

            self._perform(account.id, lambda: vault.make(by, account.id, style), made)

        self._around.doors.with_passphrase(make, say(f"loginui.make-{style}"))

    def copy(self, account: Account, field: Field, *, which: int = 0, why: str = "") -> None:
        """Open a log-in to be copied."""

        def copied(done: Done[ForClipboard]) -> None:
            self.copied.emit(account.id, field, done.value)

        def take(copy: Copy) -> None:
            by, vault = self._around.by, self._around.office.vault
            self._perform(account.id, lambda: vault.copy(by, copy, field, why=why, which=which), copied)

        self._around.doors.with_passphrase(lambda: self._fetch(account.id, take), say("loginui.copy"))

    def keep(self, account: Account, log_in: LogIn) -> None:
        """Keep a log-in that was typed in."""

        def keep() -> None:
            by, vault = self._around.by, self._around.office.vault
            self._perform(account.id, lambda: vault.keep(by, account.id, log_in), self._shelve_and_renew)

        self._around.doors.with_passphrase(keep, say("accountui.keep-do"))

    def reseal(self, account: Account) -> None:
        """Lock a log-in anew for who may open it today."""

        def anew(copy: Copy) -> None:
            by, vault = self._around.by, self._around.office.vault
            self._perform(account.id, lambda: vault.reseal(by, copy), self._shelve)

        self._around.doors.with_passphrase(lambda: self._fetch(account.id, anew), say("accountui.reseal"))

    def _shelve_and_renew(self, done: Done[Copy]) -> None:
        self._shelve(done, renew=True)

    def _shelve(self, done: Done[Copy], *, renew: bool = False) -> None:
        vault, account = self._around.office.vault, done.value.account

        def shelved(copy: Copy) -> None:
            self.kept.emit(account, copy.notice or SAID_KEPT)
            if renew:  # what is queued goes out with the new one
                renew_queued(self._around, account, self._origin)

        self._around.performer.errand(
            lambda: vault.shelve(done.value),
            done=shelved,
            failed=lambda error: self.refused.emit(account, error),
            origin=self._origin,
        )

    def _fetch(self, account: AccountId, then: Callable[[Copy], None]) -> None:
        vault = self._around.office.vault

        def came(copy: Copy) -> None:
            if copy.notice is not None:
                self.noticed.emit(account, copy.notice)
            then(copy)

        self._around.performer.errand(
            lambda: vault.fetch(account),
            done=came,
            failed=lambda error: self.refused.emit(account, error),
            origin=self._origin,
        )

    def _perform(self, account: AccountId, deed: Callable[[], Done], done: Callable[[Done], None]) -> None:  # type: ignore[type-arg]  # whatever the deed gives
        def failed(error: KnownError) -> None:
            self.refused.emit(account, error)

        self._around.performer.perform(deed, done=done, failed=failed, origin=self._origin)
