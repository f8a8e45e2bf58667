"""What the screen does with new passwords: made, on the clipboard for seconds, kept, and then forgotten."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from smadmin.services.copies import CLIPBOARD_S
from smadmin.ui.clipboard import SecretClipboard
from smadmin.ui.departures.deeds import DepartureDeeds
from smadmin.ui.departures.line import LineRow
from smadmin.ui.surroundings import Surroundings


class Passwords(QObject):
    """Brings a line's new password, the vault and the clipboard together."""

    def __init__(self, around: Surroundings, deeds: DepartureDeeds, typed: Callable[[], None]) -> None:
        """Take the deeds; `typed` hears that a password came or went."""
        super().__init__(deeds)
        self._around, self._deeds, self._typed = around, deeds, typed
        self.clipboard = SecretClipboard(QGuiApplication.clipboard(), self)

    def take(self, row: LineRow) -> None:
        """Listen to a row that asks for a password; others ask for none."""
        if row.new is None or row.model.account is None:
            return
        account = row.model.account
        row.new.typed.connect(self._typed)
        row.new.makeAsked.connect(lambda: self.make(row))
        row.new.moreAsked.connect(lambda: self._around.doors.open("accounts", f"log-in:{account.id}"))

    def make(self, row: LineRow | None) -> None:
        """Make a password that the platform takes, or take the one that is there, and copy it."""
        if row is None or row.new is None or row.model.account is None:
            return
        if row.new.password.text():
            self.clipboard.put(row.new.password.text(), seconds=CLIPBOARD_S)
            return
        new = row.new

        def made(password: str) -> None:
            new.password.setText(password)
            self.clipboard.put(password, seconds=CLIPBOARD_S)

        self._deeds.make_password(row.model.account, made)

    def lacks(self, row: LineRow | None) -> bool:
        """Tell whether a password is asked for and none is there."""
        return row is not None and row.new is not None and not row.new.password.text()

    def keep(self, row: LineRow) -> None:
        """Keep what was typed."""
        if row.new is not None and row.model.account is not None:
            self._deeds.keep_password(row.model.account, row.new.password.text(), row.new.entered_codes)

    def forget(self, rows: Iterable[LineRow]) -> None:
        """Take secrets off the screen and the clipboard."""
        self.clipboard.clear()
        for row in rows:
            if row.new is not None:
                row.new.forget()
