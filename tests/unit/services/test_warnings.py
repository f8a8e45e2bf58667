"""What a closed window may say: a silence of weeks, an excuse, a closed account; no key is opened for it."""

import json
from datetime import time, timedelta
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountStage
from smadmin.domain.cadence import CadenceStage
from smadmin.domain.warned import WarningView
from smadmin.domain.warnings import WarningTimes, school_day
from smadmin.services.clocks import Clocks
from smadmin.services.excuses import Excuses
from smadmin.services.warnings import Warnings
from smadmin.ui.tray.model import notification_of
from tests.road import WEEK, Road, make_road

TIMES = WarningTimes(time(8, 30))


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def look(road: Road) -> WarningView:
    return Warnings(road.school.desk, road.reader).look()


def wait(road: Road, days: int) -> None:
    """Let days pass, and say that the date is right."""
    road.school.clock.forward(days=days)
    Clocks(road.school.desk, road.proof).vouch(road.by("pat"))


def stage(road: Road) -> CadenceStage | None:
    """Give the stage at which X is warned of, None where it isn't."""
    return next((one.stage for one in look(road).accounts if one.id == road.x), None)


@pytest.mark.demand("BAL-B1e1")
@pytest.mark.demand("SOC-O3")
def test_a_silence_escalates_over_the_weeks_until_it_is_excused_or_closed(road: Road) -> None:
    seen = [stage(road)]
    for _ in range(60):
        wait(road, days=1)
        if seen[-1] is not stage(road):
            seen.append(stage(road))
    assert seen == [
        CadenceStage.DUE_SOON,
        CadenceStage.OVERDUE,
        CadenceStage.SILENT,
        CadenceStage.ABANDONED,
    ]

    today = look(road).today
    pat = road.by("pat")
    Excuses(road.school.desk, road.proof).excuse(
        pat, road.x, until=today + timedelta(days=10), why="The coach is ill"
    )
    assert stage(road) is None
    wait(road, days=11)
    assert stage(road) is CadenceStage.ABANDONED

    with road.school.desk.deed(road.by("pat")) as deed:
        found = deed.unit.accounts.get(road.x)
        deed.unit.accounts.change(found.brought_to(AccountStage.CLOSED, today))
    assert stage(road) is None


def test_a_snoozed_account_is_in_no_message_and_no_words_are_in_any(road: Road) -> None:
    road.draft(text="Ben Yoder wins")
    road.plan.add(road.by("ana"), road.x, WEEK, "Ben Yoder wins")
    wait(road, days=30)
    view = look(road)

    told = notification_of(view, TIMES)
    snoozed = TIMES.snooze(road.x, view.today, view.today)

    assert told is not None
    assert "Yoder" not in repr(told)
    assert "Yoder" not in json.dumps(view.to_plain())
    assert {one.id for one in view.spoken_of(snoozed)} == {road.facebook}


def test_what_one_process_tells_the_other_reads_whole(road: Road) -> None:
    wait(road, days=30)
    view = look(road)

    read = WarningView.from_plain(json.loads(json.dumps(view.to_plain())))

    assert (read.school, read.now, read.accounts) == (view.school, view.now, view.accounts)
    assert read.now.tzinfo == view.now.tzinfo
    for ahead in range(60):
        day = view.today + timedelta(days=ahead)
        assert school_day(read.days, day) is school_day(view.days, day)
