"""An account goes silent over weeks: three people's Todays escalate, it is excused up to a day, and closed.

Nobody posts; days pass while nobody sits. What each of them reads and can press is looked at stage by stage.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from smadmin.domain.cadence import CadenceStage
from smadmin.domain.messages import say
from smadmin.services import grounds
from smadmin.services.cadence import AccountCadence
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.cards import RowCard
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.fields import DateField
from smadmin.ui.today.screen import TodayScreen
from tests.journeys.roads import AUTHOR, FACEBOOK, OFFICE, PRINCIPAL
from tests.journeys.sitting import Sitting, sitting
from tests.journeys.weeks import CalendarClock

READERS = {
    CadenceStage.DUE_SOON: (AUTHOR, PRINCIPAL),
    CadenceStage.OVERDUE: (AUTHOR, PRINCIPAL),
    CadenceStage.SILENT: (AUTHOR, OFFICE),
    CadenceStage.ABANDONED: (AUTHOR, OFFICE, PRINCIPAL),
}
"""Who looks at Today at which stage; each sitting takes a second."""
EXCUSED_DAYS = 10
WHY, WHY_CLOSED = "The coach is ill", "Nobody reads it"


@dataclass
class Weeks:
    """A window, and the clock it goes by."""

    seat: Sitting
    clock: CalendarClock

    @property
    def today(self) -> date:
        return self.seat.office.school.local(self.clock.now()).date()

    def judged(self, day: date | None = None) -> AccountCadence:
        """Judge the account today, or on another day."""
        found = self.seat.office.plan.cadence(day)
        return next(one for one in found if one.account.handle == FACEBOOK.handle)

    def wait_for(self, stage: CadenceStage) -> None:
        """Let as many days pass as it takes, while nobody sits."""
        ahead = (self.today + timedelta(days=number) for number in range(60))
        first = next(day for day in ahead if self.judged(day).cadence.stage is stage)
        self.clock.pass_days((first - self.today).days)

    def on_today(self, who: str) -> RowCard | None:
        """Let somebody sit down and look for the account's row on Today, all of it unfolded."""
        self.seat.sit(who)
        self.seat.arrive("today")
        self.seat.quiet()
        screen = self.seat.shown(TodayScreen)
        if screen.more is not None:
            self.seat.hand.press_on(screen.more)
            self.seat.quiet()
        rows = (row for row in screen.rows if row.objectName() == f"account:{self.judged().account.id}")
        return next(rows, None)

    def read(self, who: str) -> "Read":
        """Give what somebody's Today says of the account; then they get up."""
        row = self.on_today(who)
        found = NOTHING
        if row is not None and row.button is not None:
            found = Read(row.title.whole_text, row.note.whole_text, row.button.text())
        self.seat.lock()
        return found

    def said(self, message: str, **values: object) -> str:
        """Word a message as the window does."""
        return self.seat.hand.said(message, **values)


@dataclass(frozen=True)
class Read:
    """A row of Today: its title, its note, and its button's words."""

    title: str = ""
    note: str = ""
    step: str = ""


NOTHING = Read()


@pytest.fixture
def weeks(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Weeks]:
    clock = CalendarClock()
    monkeypatch.setattr(grounds, "SystemClock", lambda: clock)
    with sitting(qapp, tmp_path / "data") as seat:
        yield Weeks(seat, clock)


@pytest.mark.demand("BAL-B1e1")
@pytest.mark.demand("YEL-C3")
def test_weeks_of_silence_escalate_for_everybody_until_an_excuse_that_ends_and_the_close(
    weeks: Weeks,
) -> None:
    weeks.seat.look_around()
    begun = weeks.judged().cadence
    assert begun.stage is CadenceStage.ON_TIME
    assert begun.last_post is not None

    for stage, readers in READERS.items():
        weeks.wait_for(stage)
        said = title(weeks, stage, begun.last_post)
        for who in readers:
            read = weeks.read(who)
            assert read.title == said
            assert read.step.startswith(steps(weeks, who, stage)), read.step
            chooses = who == PRINCIPAL and stage is CadenceStage.ABANDONED
            assert (weeks.said("excuses.today-choose") in read.note) == chooses

    until = weeks.today + timedelta(days=EXCUSED_DAYS)
    excuse(weeks, until)
    assert weeks.judged(until).cadence.stage is CadenceStage.EXCUSED, "its last day is one of it"
    assert weeks.read(AUTHOR) is NOTHING
    weeks.clock.pass_days(EXCUSED_DAYS + 1)
    again = weeks.judged().cadence.stage  # as it was, or a day less: the excuse's days add nothing
    assert again in {CadenceStage.SILENT, CadenceStage.ABANDONED}
    assert weeks.read(AUTHOR).title == title(weeks, again, begun.last_post)

    weeks.wait_for(CadenceStage.ABANDONED)
    close(weeks)
    assert [weeks.read(who) for who in (AUTHOR, OFFICE)] == [NOTHING, NOTHING]
    assert weeks.seat.office.verify().whole


def title(weeks: Weeks, stage: CadenceStage, begun: date) -> str:
    """Give what Today says of the account at a stage."""
    due, silent = weeks.judged().cadence.due_on, (weeks.today - begun).days
    assert due is not None
    if stage is CadenceStage.DUE_SOON:
        return weeks.said("today.account-due-in", account=FACEBOOK.label, n=(due - weeks.today).days)
    if stage is CadenceStage.OVERDUE:
        late, quiet = (weeks.today - due).days, say("today.no-post-for", n=silent)
        return weeks.said("today.account-overdue", account=FACEBOOK.label, n=late, quiet=quiet)
    return weeks.said(f"today.account-{stage.value}", account=FACEBOOK.label, n=silent)


def steps(weeks: Weeks, who: str, stage: CadenceStage) -> tuple[str, ...]:
    """Give how somebody's button may begin: who posts writes, the principal decides once it is late."""
    if who == AUTHOR:  # on some weekdays something is planned still
        return (weeks.said("today.write-one"), weeks.said("today.write-topic", topic=""))
    if who != PRINCIPAL:  # communications write where they are named alone
        return (weeks.said("today.see-plan"),)
    return (weeks.said("today.see-plan" if stage is CadenceStage.DUE_SOON else "excuses.today-do"),)


def excuse(weeks: Weeks, until: date) -> None:
    """Let the principal excuse the account up to a day, led there by Today; then they get up."""
    hand = weeks.seat.hand
    decide(weeks)
    hand.say_press("excuses.unfold")
    hand.write(WHY)
    hand.key("Shift+Tab")
    field = QApplication.focusWidget()
    assert isinstance(field, DateField)
    hand.write(until.isoformat())
    assert field.day == until
    hand.say_press("excuses.do")
    hand.wait("the excuse", lambda: hand.says(weeks.said("excuses.holds", until=until, why=WHY)))
    weeks.seat.lock()


def close(weeks: Weeks) -> None:
    """Let the principal close the account for good, led there by Today; then they get up."""
    hand = weeks.seat.hand
    decide(weeks)
    hand.say_press("excuses.close")
    hand.write(WHY_CLOSED)
    hand.key("Return")
    hand.wait("the question", lambda: isinstance(QApplication.activeModalWidget(), ConfirmDialog))
    hand.say_press("accountui.close-do")
    hand.wait("its end", lambda: hand.says(weeks.said("accountui.said-closed", name=FACEBOOK.name)))
    weeks.seat.lock()


def decide(weeks: Weeks) -> None:
    """Let the principal press what Today offers them for the account."""
    row = weeks.on_today(PRINCIPAL)
    assert row is not None
    assert row.button is not None
    weeks.seat.hand.press_on(row.button)
    weeks.seat.arrive("accounts")
    weeks.seat.quiet()
    assert weeks.seat.shown(AccountsScreen).model is not None
