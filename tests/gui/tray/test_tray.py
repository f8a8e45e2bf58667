"""The icon and its menu, what watches, and what both do with a clock that a test moves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Platform
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.domain.school_days import EVERY_DAY
from smadmin.domain.warned import QuietAccount, WarningView
from smadmin.domain.yearly import Stage
from smadmin.domain.yearly_tasks import YearlyKind, YearlyTask
from smadmin.language.catalogue import Catalogue
from smadmin.ui.perform import Performer
from smadmin.ui.tray.icon import Tray
from smadmin.ui.tray.prefs import WarningPrefs
from smadmin.ui.tray.watch import LONGEST_WAIT, LOOKED_ANEW, Watching
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

    @property
    def pressed(self) -> SignalInstance:
        return self._pressed

    def press(self) -> None:
        self._pressed.emit(self.shown[-1][2])

    def show(self, title: str, body: str, *, button: str, subject: str) -> bool:
        assert button
        if self.takes:
            self.shown.append((title, body, subject))
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
        return WarningView(SCHOOL.name, SCHOOL.local(self.now), EVERY_DAY, ordered, self.yearly)

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


@pytest.fixture
def watch(qtbot: QtBot, appearance: object) -> Iterator[Watch]:
    del appearance
    made: list[Watched] = []

    def begin(language: str = "en", **changed: object) -> Watched:
        made.append(Watched(qtbot, language, **changed))  # type: ignore[arg-type]  # a test names its fields
        return made[-1]

    yield begin
    for one in made:
        one.close()


def test_the_message_comes_once_and_its_press_leads_to_the_longest_silent_account(watch: Watch) -> None:
    tray = watch(quiet={Platform.X: 11, Platform.FACEBOOK: 30, Platform.INSTAGRAM: 2})

    tray.look()
    tray.look()

    assert len(tray.notifier.shown) == 1
    title, body, _ = tray.notifier.shown[0]
    assert title == "2 accounts need a post"
    assert body.splitlines()[0].startswith("Facebook @facebook: ")
    tray.notifier.press()
    assert tray.opened == ["account:account-facebook"]


@pytest.mark.parametrize(
    ("hour_utc", "day", "comes"),
    [(15, 18, False), (16, 18, True), (2, 19, False), (16, 21, False), (16, 23, True)],
)
def test_before_the_chosen_time_in_quiet_hours_and_at_weekends_none_comes(
    watch: Watch, hour_utc: int, day: int, comes: bool
) -> None:
    tray = watch(now=datetime(2026, 11, day, hour_utc, 0, tzinfo=UTC))

    tray.look()

    assert bool(tray.notifier.shown) is comes


def test_the_store_is_opened_when_the_time_has_come_and_not_before(watch: Watch) -> None:
    tray = watch(now=WEDNESDAY - timedelta(hours=1))
    tray.look()

    for _ in range(5):
        tray.now += timedelta(minutes=5)
        tray.wake()
    assert (tray.looks, tray.notifier.shown) == (1, [])
    assert timedelta() < tray.watching.wait <= timedelta(minutes=5)

    tray.now = WEDNESDAY
    tray.wake()
    assert (tray.looks, len(tray.notifier.shown)) == (2, 1)
    assert tray.watching.wait == LONGEST_WAIT
    tray.now += LOOKED_ANEW
    tray.wake()
    assert (tray.looks, len(tray.notifier.shown)) == (3, 1)


def test_a_store_that_cant_be_read_now_is_tried_again_and_costs_no_message(watch: Watch) -> None:
    tray = watch(broken=True)
    tray.watching.look()
    tray.qtbot.waitUntil(lambda: tray.looks == 1 and not tray.watching._looking)
    assert tray.lines()[1].startswith("smadmin can't read the school's data now")

    tray.broken = False
    tray.wake()

    assert len(tray.notifier.shown) == 1


def test_a_change_of_the_store_is_looked_at(watch: Watch, tmp_path: Path) -> None:
    tray = watch()
    tray.watching._settled.setInterval(0)
    store = tmp_path / "store"
    store.write_bytes(b"1")
    with tray.qtbot.waitSignal(tray.watching.seen):
        tray.watching.begin(store)

    with tray.qtbot.waitSignal(tray.watching.seen):
        store.write_bytes(b"22")

    assert tray.looks == 2


def test_the_menu_shows_three_says_how_many_more_and_leads_on(watch: Watch) -> None:
    platforms = (Platform.X, Platform.FACEBOOK, Platform.INSTAGRAM, Platform.MASTODON, Platform.BLUESKY)
    tray = watch(quiet={one: 15 + place for place, one in enumerate(platforms)})
    assert tray.lines() == ["Open smadmin", "smadmin is looking", "Quiet until tomorrow", "Stop watching"]

    tray.look()

    assert len([one for one in tray.lines() if "@" in one]) == 3
    assert "and 2 more accounts" in tray.lines()
    assert tray.notifier.shown[0][1].endswith("and 2 more accounts")
    tray.action("Go to the next step", within="Bluesky").trigger()
    tray.action("Open smadmin").trigger()
    assert tray.opened == ["account:account-bluesky", ""]
    assert tray.tray.icon.toolTip() == "Lincoln Elementary: 5 accounts need a post"


def test_quiet_until_tomorrow_is_ticked_and_taken_back(watch: Watch) -> None:
    tray = watch(now=WEDNESDAY - timedelta(hours=1))
    tray.look()

    tray.action("Quiet").trigger()

    assert tray.action("Quiet").isChecked()
    tray.now = WEDNESDAY
    tray.look()
    assert tray.notifier.shown == []
    tray.action("Quiet").trigger()
    tray.wake()
    assert len(tray.notifier.shown) == 1


def test_a_snoozed_account_leaves_menu_and_message_up_to_its_day(watch: Watch) -> None:
    tray = watch(now=WEDNESDAY - timedelta(hours=1), quiet={Platform.X: 15})
    tray.look()

    tray.action("Nov 25, 2026", within="@x").trigger()

    assert tray.lines()[1] == "Lincoln Elementary: no account needs a post"
    tray.now = WEDNESDAY
    tray.look()
    assert tray.notifier.shown == []
    tray.now = WEDNESDAY + timedelta(days=7)
    tray.look()
    assert tray.notifier.shown == []
    tray.now = WEDNESDAY + timedelta(days=8)
    tray.look()
    assert len(tray.notifier.shown) == 1


def test_everything_is_said_in_spanish_too(watch: Watch) -> None:
    tray = watch("es", quiet={Platform.X: 15})
    tray.look()

    assert tray.lines()[0] == "Abrir smadmin"
    assert tray.notifier.shown[0][0] == "1 cuenta necesita una publicación"


NOVEMBER = date(2026, 11, 2)
LOG_IN = YearlyTask(YearlyKind.LOG_IN, 1, NOVEMBER, Stage.DUE, AccountId("x"), "X @lincoln")
LIST = YearlyTask(YearlyKind.REVIEWERS, 1, date(2026, 12, 11), Stage.SOON)


@pytest.mark.demand("BAL-B1b4")
def test_what_is_yearly_comes_in_the_days_one_message_and_leads_to_its_screen(watch: Watch) -> None:
    tray = watch(quiet={Platform.X: 2}, yearly=(LOG_IN, LIST))

    tray.look()
    tray.look()

    assert len(tray.notifier.shown) == 1
    title, body, _ = tray.notifier.shown[0]
    assert title == "1 yearly thing is due"
    assert body.splitlines() == [
        "X @lincoln: say whether the log-in still works, by Nov 2, 2026",
        "Counted while nobody is signed in. Today checks it for certain.",
    ]
    tray.notifier.press()
    tray.action("Go to the next step", within="list of reviewers").trigger()
    assert tray.opened == ["log-in:x", "reviewers"]
    assert tray.tray.icon.toolTip() == "Lincoln Elementary: 1 yearly thing is due"


def test_accounts_come_first_in_the_message_and_both_stand_in_it(watch: Watch) -> None:
    tray = watch(quiet={Platform.X: 11}, yearly=(LOG_IN,))

    tray.look()

    ((title, body, subject),) = tray.notifier.shown
    assert (title, subject) == ("1 account needs a post", "account:account-x")
    assert [line.split(":")[0] for line in body.splitlines()[:2]] == ["X @x", "X @lincoln"]


def test_what_is_only_soon_due_stands_in_the_menu_and_calls_nobody(watch: Watch) -> None:
    tray = watch(quiet={Platform.X: 2}, yearly=(LIST,))

    tray.look()

    assert tray.notifier.shown == []
    assert "The list of reviewers holds until Dec 11, 2026: sign the next one" in tray.lines()
    assert "Counted while nobody is signed in. Today checks it for certain." in tray.lines()


def test_what_is_yearly_is_snoozed_together(watch: Watch) -> None:
    tray = watch(now=WEDNESDAY - timedelta(hours=1), quiet={Platform.X: 2}, yearly=(LOG_IN, LIST))
    tray.look()

    tray.action("Nov 25, 2026", within="@lincoln").trigger()

    assert tray.lines()[1] == "Lincoln Elementary: no account needs a post"
    assert not any("reviewers" in one for one in tray.lines())
    tray.now = WEDNESDAY
    tray.look()
    assert tray.notifier.shown == []


def test_every_yearly_kind_has_its_words(watch: Watch) -> None:
    kinds = tuple(YearlyTask(kind, n, NOVEMBER, Stage.DUE) for kind in YearlyKind for n in (1, 2))
    named = tuple(
        YearlyTask(kind, 1, NOVEMBER, Stage.DUE, AccountId("x"), "X @lincoln")
        for kind in (YearlyKind.LOG_IN, YearlyKind.AGED, YearlyKind.HOLDERS)
    )
    for language in ("en", "es"):
        tray = watch(language, yearly=(*kinds, *named))
        tray.look()
        assert not any("warnings." in one for one in (*tray.lines(), tray.notifier.shown[0][1]))
