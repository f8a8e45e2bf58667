"""Handing a log-in to somebody without a key here: keyring, the deed with its row, then file or paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Account
from smadmin.domain.changes import Done
from smadmin.domain.log_ins import LogIn
from smadmin.domain.messages import Message, say
from smadmin.services.copies import Copy, Way
from smadmin.services.handing import under_phrase, write_handed
from smadmin.ui.accounts.log_in_sheet import Lines, Printed, lines_of, print_sheet, text_of, title_of
from smadmin.ui.surroundings import Surroundings

SAID = {Printed.PAPER: "loginui.said-paper", Printed.FILE: "loginui.said-paper-file"}
"""What is said of a sheet, by where it went."""


class Handing(QObject):
    """Deeds that hand a log-in out.

    Signals:
        handed: account id, a `Message` of what became of it, and a passphrase to be told, or nothing.
        working: of account id a file is being locked, which takes some seconds.
        refused: a `KnownError`.
    """

    handed = Signal(str, object, str)
    working = Signal(str)
    refused = Signal(object)

    def __init__(self, around: Surroundings, screen: QWidget) -> None:
        """Take the screen for which it is done."""
        super().__init__(screen)
        self._around, self._screen = around, screen
        self.printed: Callable[[str, str, Lines, QWidget], Printed] = print_sheet
        self.locked: Callable[[str], tuple[str, bytes]] = under_phrase

    def hand(self, account: Account, way: Way, *, path: Path | None, why: str) -> None:
        """Hand a log-in out.

        Args:
            account: whose.
            way: as a file or on paper.
            path: of the file.
            why: where the policy keeps copies for emergencies.
        """

        def came(copy: Copy) -> None:
            by, vault = self._around.by, self._around.office.vault
            self._around.performer.perform(
                lambda: vault.hand_out(by, copy, way, why=why),
                done=lambda done: self._give(account, way, copy, path, done),
                failed=self.refused.emit,
                origin=self._screen,
            )

        def fetch() -> None:
            vault = self._around.office.vault
            self._errand(lambda: vault.fetch(account.id), came)

        self._around.doors.with_passphrase(fetch, say(f"loginui.way-{way}"))

    def _give(self, account: Account, way: Way, copy: Copy, path: Path | None, done: Done[LogIn]) -> None:
        words, school = self._around.words, self._around.office.school.name
        title, lines = title_of(account, school, words), lines_of(done.value, words)
        if way is Way.PAPER:
            went = self.printed(title, words.say("loginui.sheet-note"), lines, self._screen)
            if went is not Printed.NOWHERE:
                self.handed.emit(account.id, say(SAID[went]), "")
        elif way is Way.LOCKED and path is not None:
            said = say("loginui.said-locked", file=path.name)
            self._errand(lambda: write_handed(path, copy.sealed), self._telling(account, said))
        elif path is not None:
            said = say("loginui.said-phrase", file=path.name)

            def locked() -> str:
                phrase, content = self.locked(text_of(title, lines))
                write_handed(path, content)
                return phrase

            self.working.emit(account.id)
            self._errand(locked, lambda phrase: self.handed.emit(account.id, said, phrase))

    def _telling(self, account: Account, said: Message) -> Callable[[object], None]:
        return lambda _: self.handed.emit(account.id, said, "")

    def _errand(self, do: Callable[[], object], done: Callable[..., None]) -> None:
        self._around.performer.errand(do, done=done, failed=self.refused.emit, origin=self._screen)
