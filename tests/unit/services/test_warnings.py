"""What a closed window may say: a silence of weeks, an excuse, a closed account; no key is opened for it."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountStage
from smadmin.domain.cadence import CadenceStage
from smadmin.domain.ids import SlotId
from smadmin.domain.plan import Slot
from smadmin.domain.warnings import WarningTimes
from smadmin.services.clocks import Clocks
from smadmin.services.excuses import Excuses
from smadmin.services.warnings import Warnings, WarningView
from smadmin.ui.tray.model import notification_of
from tests.road import Road, make_road

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
    return next((one.cadence.stage for one in look(road).accounts if one.account.id == road.x), None)


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
    Excuses(road.school.desk).excuse(pat, road.x, until=today + timedelta(days=10), why="The coach is ill")
    assert stage(road) is None
    wait(road, days=11)
    assert stage(road) is CadenceStage.ABANDONED

    with road.school.desk.deed(road.by("pat")) as deed:
        found = deed.unit.accounts.get(road.x)
        deed.unit.accounts.change(found.brought_to(AccountStage.CLOSED, today))
    assert stage(road) is None


def test_the_next_planned_post_that_isnt_out_is_named_and_a_far_one_isnt(road: Road) -> None:
    wait(road, days=20)
    assert quiet(road) is None

    today = look(road).today
    for name, day in (("far", 15), ("near", 3), ("later", 9)):
        plan(road, name, today + timedelta(days=day))

    found = quiet(road)
    assert found is not None
    assert found.topic == "near"


def test_a_snoozed_account_is_in_no_message_and_no_words_are_in_any(road: Road) -> None:
    wait(road, days=30)
    plan(road, "Ben Yoder wins", look(road).today + timedelta(days=1))
    view = look(road)

    told = notification_of(view, TIMES)
    snoozed = TIMES.snooze(road.x, view.today, view.today)

    assert told is not None
    assert "Yoder" not in repr(told)
    assert view.spoken_of(TIMES)
    rest = notification_of(view, snoozed)
    assert rest is None or rest.account != road.x


def quiet(road: Road) -> Slot | None:
    return next(one.planned for one in look(road).accounts if one.account.id == road.x)


def plan(road: Road, topic: str, day: date) -> None:
    with road.school.desk.deed(road.by("ana")) as deed:
        slot = Slot(SlotId(road.school.desk.ids.new()), road.school.id, road.x, day, "x")
        deed.unit.slots.add(replace(slot, topic=topic))
