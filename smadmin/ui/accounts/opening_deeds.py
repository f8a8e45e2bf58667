"""What is done on the way from asked to live; each deed runs on the store's thread for its page."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, QUrlQuery, Signal
from PySide6.QtGui import QDesktopServices

from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import AccountId
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import Message, say
from smadmin.domain.set_up import SetUpItem
from smadmin.domain.turns import Given
from smadmin.services.lives import LifeSheet
from smadmin.ui.accounts.page import Inside


class OpeningDeeds(QObject):
    """Deeds of one page.

    Signals:
        settled: something was done; read again.
        read: a `LifeSheet` came.
        refused: a `KnownError` about what was entered or answered.
    """

    settled = Signal()
    read = Signal(object)
    refused = Signal(object)

    def __init__(self, inside: Inside, origin: QObject) -> None:
        """Take what the page stands on."""
        super().__init__(origin)
        self._inside = inside

    def load(self, account: AccountId) -> None:
        """Read how far an account has come."""
        around = self._inside.around
        by, lives = around.by, around.office.lives
        self._perform(lambda: lives.sheet(by, account), self._came)

    def approve(self, account: AccountId) -> None:
        """Say yes; whoever does it has just proven who they are."""

        def approve() -> None:
            by, opening = self._inside.around.by, self._inside.around.office.opening
            self._deed(lambda: opening.approve(by, account), say("openingui.said-approved"))

        self._inside.around.doors.with_passphrase(approve)

    def decline(self, account: AccountId, why: str) -> None:
        """Send the request back to who asked."""
        by, opening = self._inside.around.by, self._inside.around.office.opening
        self._deed(lambda: opening.decline(by, account, why), say("openingui.said-declined"))

    def answer(self, account: AccountId, request: AccountRequest) -> None:
        """Answer the policy's questions."""
        by, opening = self._inside.around.by, self._inside.around.office.opening
        self._deed(lambda: opening.answer(by, account, request), say("openingui.said-answered"))

    def let_in(self, account: AccountId) -> None:
        """Confirm for communications that it gets in."""
        by, hand = self._inside.around.by, self._inside.around.office.district_hand
        self._deed(lambda: hand.confirm(by, account), say("openingui.said-let-in"))

    def mark(self, account: AccountId, item: SetUpItem, *, done: bool) -> None:
        """Tick a thing of the list, or take the tick back."""
        by, opening = self._inside.around.by, self._inside.around.office.opening
        deed = opening.tick if done else opening.untick
        self._deed(lambda: deed(by, account, item), None)

    def enter(self, account: AccountId, given: Given, scan: Path | None) -> None:
        """Enter what was said outside; a scan is looked at and sealed first."""
        around = self._inside.around
        by, opening, scans = around.by, around.office.opening, around.office.scans

        def keep(file: MediaFile | None) -> None:
            drop = None if file is None else partial(scans.drop, file)
            self._deed(lambda: opening.enter(by, account, given, file), say("openingui.said-entered"), drop)

        if scan is None:
            keep(None)
        else:
            around.performer.errand(
                lambda: scans.seal(scan), done=keep, failed=self.refused.emit, origin=self._inside.screen
            )

    def open_mail(self, to: str, subject: str, text: str) -> bool:
        """Open an e-mail in the person's own program; tells whether there was one."""
        url, query = QUrl(f"mailto:{to}"), QUrlQuery()
        query.addQueryItem("subject", QUrl.toPercentEncoding(subject).toStdString())
        query.addQueryItem("body", QUrl.toPercentEncoding(text).toStdString())
        url.setQuery(query)
        return QDesktopServices.openUrl(url)

    def _came(self, sheet: LifeSheet) -> None:
        self.read.emit(sheet)

    def _deed(
        self, deed: Callable[[], object], said: Message | None, drop: Callable[[], None] | None = None
    ) -> None:
        def done(_changes: object) -> None:
            if said is not None:
                self._inside.deeds.say_done(said)
            self.settled.emit()

        def failed(error: KnownError) -> None:
            if drop is not None:  # nothing names the scan that was sealed
                self._inside.around.performer.errand(drop, origin=self._inside.screen)
            self.refused.emit(error)

        self._inside.around.performer.perform(deed, done=done, failed=failed, origin=self._inside.screen)

    def _perform(self, operation: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._inside.around.performer.perform(
            operation, done=done, failed=self._inside.deeds.say_error, origin=self._inside.screen
        )
