"""A tray over made-up accounts, with a clock and messages that a test moves and reads."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Platform
from smadmin.domain.addresses import address_due
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PostId, PublicationId
from smadmin.domain.messages import say
from smadmin.domain.school_days import EVERY_DAY
from smadmin.domain.warned import AwaitedAddress, LateRound, QuietAccount, WarningView, WrongAccount
from smadmin.domain.yearly_tasks import YearlyTask
from smadmin.language.catalogue import Catalogue
from smadmin.ui.perform import Performer
from smadmin.ui.tray.icon import Tray
from smadmin.ui.tray.prefs import WarningPrefs
from smadmin.ui.tray.watch import Watching
from smadmin.ui.wording import Wording
from tests.gui.gallery import KeptInMemory
from tests.today_views import SCHOOL, account, account_today

WEDNESDAY = datetime(2026, 11, 18, 16, 0, tzinfo=UTC)
"""Nine in the morning in Denver."""


class NotedNotifier(QObject):
    """Notes what was shown; a test presses it. One that takes nothing is a desktop without a service."""

    _pressed = Signal(str)

    def __init__(self, *, takes: bool = True) -> None:
        super().__init__()
        self.takes = takes
        self.shown: list[tuple[str, str, str]] = []
        self.urgent: list[bool] = []

    @property
    def pressed(self) -> SignalInstance:
        return self._pressed

    def press(self) -> None:
        self._pressed.emit(self.shown[-1][2])

    def show(self, title: str, body: str, *, button: str, subject: str, urgent: bool = False) -> bool:
        assert button
        if self.takes:
            self.shown.append((title, body, subject))
            self.urgent.append(urgent)
        return self.takes

    def end(self) -> None:
        self.shown.clear()


@dataclass
class Watched:
    """A tray over made-up accounts."""

    qtbot: QtBot
    language: str
    now: datetime = WEDNESDAY
    quiet: dict[Platform, int] = field(default_factory=lambda: {Platform.X: 11})
    looks: int = 0
    broken: bool = False
    yearly: tuple[YearlyTask, ...] = ()
    wrong: tuple[WrongAccount, ...] = ()
    handed_out: datetime | None = None
    rounds: tuple[LateRound, ...] = ()

    def __post_init__(self) -> None:
        self.performer = Performer()
        self.prefs = WarningPrefs(KeptInMemory())
        self.notifier = NotedNotifier()
        self.refuses = NotedNotifier(takes=False)
        self.words = Wording(Catalogue.load(self.language))
        self.watching = Watching(self.performer, self.prefs, look=self._look, now=lambda: self.now)
        self.tray = Tray(
            self.watching, self.prefs, self.words, notifiers=lambda _: (self.refuses, self.notifier)
        )
        self.opened: list[str] = []
        self.tray.openAsked.connect(self.opened.append)

    def _look(self) -> WarningView:
        self.looks += 1
        if self.broken:
            raise KnownError(say("store.closed"))
        judged = [account_today(account("Lincoln", one), days) for one, days in self.quiet.items()]
        found = [(one.account, one.cadence) for one in judged if one.cadence.needs_somebody]
        quiet = [
            QuietAccount(account.id, account.label, cadence.stage, cadence.quiet_days, cadence.due_on)
            for account, cadence in found
            if cadence.due_on is not None
        ]
        ordered = tuple(sorted(quiet, key=lambda one: -one.quiet_days))
        now = SCHOOL.local(self.now)
        addresses = tuple(self._addresses(now))
        return WarningView(
            SCHOOL.name, now, EVERY_DAY, ordered, self.yearly, self.wrong, addresses, self.rounds
        )

    def _addresses(self, now: datetime) -> Iterator[AwaitedAddress]:
        if self.handed_out is not None:
            due, day = address_due(self.handed_out, now), SCHOOL.local(self.handed_out).date()
            yield AwaitedAddress("X @larks", PublicationId("one"), PostId("post"), due, day)

    def look(self) -> None:
        with self.qtbot.waitSignal(self.watching.seen):
            self.watching.look()

    def wake(self) -> None:
        """Let the timer come round, and any look that it begins end."""
        self.watching.wake()
        self.qtbot.waitUntil(lambda: not self.watching._looking)

    def lines(self) -> list[str]:
        return [one.text() for one in self.tray.menu.actions() if one.text()]

    def action(self, words: str, within: str = "") -> QAction:
        menu = self.tray.menu
        actions = menu.actions()
        if within:
            below = next(one for one in actions if within in one.text()).menu()
            actions = below.actions()  # type: ignore[attr-defined]  # it gives a QMenu
        return next(one for one in actions if words in one.text())

    def close(self) -> None:
        self.watching.end()
        self.tray.end()
        self.performer.close()


Watch = Callable[..., Watched]
