"""What is planned for days that come to be days off, and where it would go."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.plan import Slot
from smadmin.domain.school_days import CalendarDays, DaysForm, DaysKind
from smadmin.services.lying import Lying, LyingPosts
from tests.road import Road, make_road

DAY = timedelta(days=1)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


def the_slot(road: Road) -> Slot:
    with road.school.desk.look(road.by("ana")) as unit:
        return next(one for one in unit.slots.all() if one.id == road.slot)


def entered(road: Road, kind: DaysKind, first: date, last: date, name: str = "ana") -> LyingPosts:
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.unit.calendar_days.add(
            CalendarDays(kind.value, deed.unit.schools.all()[0].id, kind, first, last)
        )
    return Lying(road.school.desk, road.reader).posts(road.by(name), [DaysForm(kind, first, last)])


def test_a_snow_day_finds_its_post_and_the_next_school_day(road: Road) -> None:
    slot = the_slot(road)

    found = entered(road, DaysKind.SNOW, slot.day, slot.day)

    assert slot.id in {one.id for one in found.slots}
    (move,) = (one for one in found.moves if one.slot.id == slot.id)
    assert move.slot.day > slot.day
    assert move.slot.day == date(2026, 11, 20)


def test_exams_find_their_post_and_the_next_school_day_without_exams(road: Road) -> None:
    slot = the_slot(road)

    found = entered(road, DaysKind.EXAMS, slot.day, slot.day + DAY)

    assert found.exams
    (move,) = (one for one in found.moves if one.slot.id == slot.id)
    assert slot.day == date(2026, 11, 19)
    assert move.slot.day == date(2026, 11, 23)  # Friday has exams, too


def test_open_days_and_days_that_are_over_move_nothing(road: Road) -> None:
    slot = the_slot(road)

    assert entered(road, DaysKind.OPEN, slot.day, slot.day) == LyingPosts()
    assert (
        Lying(road.school.desk, road.reader).posts(
            road.by("ana"), [DaysForm(DaysKind.BREAK, slot.day - 30 * DAY, slot.day - 29 * DAY)]
        )
        == LyingPosts()
    )


def test_who_plans_for_no_account_is_told_and_offered_nothing(road: Road) -> None:
    slot = the_slot(road)

    found = entered(road, DaysKind.BREAK, slot.day, slot.day + 3 * DAY, name="bo")

    assert found.slots
    assert found.moves == ()
