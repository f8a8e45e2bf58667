"""Somebody of the sample school at a screen: a real store and real threads, and doors that only note.

`Sitting(qtbot, folder, words, "maya-ortega")` gives `around` for a screen; `settle()` waits for its readings.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Account
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import Message
from smadmin.services.office import Office
from smadmin.ui.perform import Performer
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.wording import Wording
from tests.sample import sample_office, sit


class NotedDoors:
    """Doors that note what was asked of them; the passphrase counts as given."""

    def __init__(self) -> None:
        self.opened: list[tuple[str, str | None]] = []
        self.handed_over: list[tuple[str, str | None]] = []
        self.passphrases = 0

    def show_accounts(self, accounts: tuple[Account, ...]) -> None:
        del accounts

    def open(self, screen: str, subject: str | None = None) -> None:
        self.opened.append((screen, subject))

    def with_passphrase(self, then: Callable[[], None], what: Message | None = None) -> None:
        self.passphrases += 1
        then()

    def hand_over(self, screen: str, subject: str | None = None) -> None:
        self.handed_over.append((screen, subject))

    def go_beside(self) -> None:
        self.opened.append(("beside", None))


class Sitting:
    """Somebody who sits at the sample school.

    Args:
        who: by slug.
        office: of another computer, where somebody sits already.
    """

    def __init__(
        self, qtbot: QtBot, folder: Path, words: Wording, who: str, office: Office | None = None
    ) -> None:
        self.qtbot = qtbot
        self.office = office or sample_office(folder)
        self.doors = NotedDoors()
        self.performer = Performer()
        self.unheard: list[KnownError] = []
        self.performer.failedUnheard.connect(self.unheard.append)
        self.around = Surroundings(self.office, self.performer, words, self.doors)
        if office is None:
            self.take_the_seat(who)
        else:
            self.actor = office.session.actor

    def take_the_seat(self, who: str) -> None:
        """Let somebody else sign in."""
        self.actor = sit(self.office, who).actor

    def show(self, screen: Screen) -> None:
        """Show a screen and wait until it has loaded."""
        self.qtbot.addWidget(screen)
        screen.resize(1080, 700)
        self.performer.changed.connect(screen.changed)
        screen.show()
        screen.shown()
        self.settle()

    def settle(self) -> None:
        """Wait until what is queued for the store and beside it is done and shown."""
        for queue in (self.performer.errand, self.performer.perform, self.performer.perform):
            came: list[Changes] = []
            queue(Changes, done=came.append)
            self.qtbot.waitUntil(partial(bool, came), timeout=10_000)

    def close(self) -> None:
        """Let everything end."""
        self.performer.close()
        self.office.close()
