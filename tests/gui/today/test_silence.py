"""Weeks of silence as people see them: Today, the number on the icon and the day's message escalate together.

Then the principal excuses the account up to a day, and in the end it is closed and nobody is asked any more.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.clock import Clock
from smadmin.domain.warnings import WarningTimes
from smadmin.ui.appearance import Appearance
from smadmin.ui.today.screen import TodayScreen
from smadmin.ui.tray.model import notification_of
from smadmin.ui.wording import Wording
from tests.gui.sitting import Sitting

TIMES = WarningTimes()
STAGES = {
    "is due": "due",
    "is overdue": "overdue",
    "has been silent": "silent",
    "looks abandoned": "abandoned",
}
MESSAGES = {"Due": "due", "Overdue": "overdue", "No post": "silent", "Abandoned": "abandoned"}


@dataclass
class AheadClock:
    """The computer's clock, so many days ahead."""

    clock: Clock
    days: int = 0

    def now(self) -> datetime:
        return self.clock.now() + timedelta(days=self.days)


@dataclass
class Silence:
    """Maya's Today at the sample school, and one account on which nobody posts."""

    sitting: Sitting
    screen: TodayScreen
    account: Account
    clock: AheadClock

    def wait(self, days: int) -> None:
        """Let days pass, and Maya look at Today."""
        self.clock.days += days
        self.look("maya-ortega")

    def look(self, who: str) -> None:
        self.sitting.take_the_seat(who)
        self.sitting.office.vouch_clock(self.sitting.actor)
        self.screen.load()
        self.sitting.settle()
        self.screen._unfold()

    def stage(self, titles: dict[str, str], said: str) -> str:
        return next((stage for begin, stage in titles.items() if begin in said), said)

    @property
    def on_today(self) -> str:
        """What Today's row says of the account, in a word."""
        rows = (row for row in self.screen.rows if row.objectName() == f"account:{self.account.id}")
        return next((self.stage(STAGES, row.title.whole_text) for row in rows), "")

    @property
    def outside(self) -> tuple[str, int]:
        """What a message would say of the account, in a word, and how many accounts the icon counts."""
        words, view = self.sitting.around.words, self.sitting.office.warnings.look()
        mine = tuple(one for one in view.accounts if one.id == self.account.id)
        told = notification_of(replace(view, accounts=mine), TIMES)
        said = "" if told is None else words(told.lines[0]).partition(": ")[2]
        return self.stage(MESSAGES, said), len(view.spoken_of(TIMES))


@pytest.fixture
def silence(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Silence]:
    del appearance
    sitting = Sitting(qtbot, tmp_path, words, "maya-ortega")
    office = sitting.office
    quiet = {one.id for one in office.warnings.look().accounts}
    live = (one for one in office.posts.may_post(sitting.actor) if one.stage is AccountStage.LIVE)
    account = next(one for one in live if one.id not in quiet)
    clock = AheadClock(office.desk.clock)
    office.desk.clock = clock
    screen = TodayScreen(sitting.around)
    sitting.show(screen)
    yield Silence(sitting, screen, account, clock)
    sitting.close()


@pytest.mark.demand("BAL-B1e1")
@pytest.mark.demand("YEL-C3")
def test_weeks_of_silence_escalate_everywhere_until_they_are_excused_or_the_account_is_closed(
    silence: Silence,
) -> None:
    assert (silence.on_today, silence.outside[0]) == ("", "")
    today, message, numbers = [], [], []

    for _ in range(14):
        silence.wait(days=2)
        said, number = silence.outside
        today.append(silence.on_today)
        message.append(said)
        numbers.append(number)

    assert list(dict.fromkeys(one for one in today if one)) == list(STAGES.values())
    assert today == message
    assert numbers == sorted(numbers), "nobody posts anywhere, so none goes"

    office = silence.sitting.office
    silence.look("ellen-whitcomb")
    until = silence.clock.now().date() + timedelta(days=10)
    office.excuses.excuse(silence.sitting.actor, silence.account.id, until=until, why="The coach is ill")
    silence.look("maya-ortega")
    assert (silence.on_today, silence.outside) == ("", ("", numbers[-1] - 1))
    silence.wait(days=12)
    assert (silence.on_today, silence.outside[0]) == ("abandoned", "abandoned")

    silence.look("ellen-whitcomb")
    office.accounts.close(silence.sitting.actor, silence.account.id, why="Nobody reads it")
    silence.look("maya-ortega")
    assert (silence.on_today, silence.outside[0]) == ("", "")
