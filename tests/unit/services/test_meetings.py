"""The planning meeting is set by the office or an administrator, and one press says that it was held."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.meetings import Meeting
from smadmin.domain.school_days import CalendarDays, DaysKind
from smadmin.services.meetings import Meetings
from tests.road import Road, make_road

TUESDAY = Meeting(date(2026, 11, 17), time(15, 30))


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


@pytest.mark.demand("BAL-B1c2")
def test_it_shows_its_next_date_to_both(road: Road) -> None:
    meetings = Meetings(road.school.desk, road.proof)
    assert meetings.view(road.by("pat")).meeting is None

    meetings.set(road.by("ana"), TUESDAY)

    for name in ("ana", "pat"):
        view = meetings.view(road.by(name))
        assert (view.meeting, view.next, view.blockers) == (TUESDAY, TUESDAY.first, ())


@pytest.mark.demand("BAL-B1c2")
def test_it_is_overdue_a_week_after_it_was_missed_until_it_was_held(road: Road) -> None:
    meetings = Meetings(road.school.desk, road.proof)
    meetings.set(road.by("pat"), TUESDAY)
    road.school.clock.forward(days=7)
    assert meetings.view(road.by("pat")).missed is None
    road.school.clock.forward(days=1)
    assert meetings.view(road.by("ana")).missed == TUESDAY.first

    meetings.held(road.by("ana"))

    view = meetings.view(road.by("pat"))
    assert (view.missed, view.held) == (None, date(2026, 11, 24))


def test_nobody_else_sets_it_and_none_is_held_that_isnt_set(road: Road) -> None:
    meetings = Meetings(road.school.desk, road.proof)

    with pytest.raises(NotAllowed):
        meetings.set(road.by("bo"), TUESDAY)
    with pytest.raises(NotAllowed) as none:
        meetings.held(road.by("ana"))

    assert [one.message.id for one in none.value.reasons] == ["meetings.none-set"]
    assert meetings.view(road.by("bo")).blockers


@pytest.mark.demand("BAL-B1c2")
def test_once_it_was_held_the_next_one_is_the_one_after(road: Road) -> None:
    meetings = Meetings(road.school.desk, road.proof)
    today = meetings.view(road.by("pat")).today
    meetings.set(road.by("pat"), Meeting(today, time(15, 30)))
    assert meetings.view(road.by("pat")).next == today

    meetings.held(road.by("pat"))

    view = meetings.view(road.by("pat"))
    assert (view.next, view.held) == (today + timedelta(weeks=1), today)


def test_a_meeting_on_a_day_off_is_said_to_be_on_one(road: Road) -> None:
    meetings = Meetings(road.school.desk, road.proof)
    meetings.set(road.by("pat"), TUESDAY)
    assert not meetings.view(road.by("pat")).closed

    with road.school.desk.deed(road.by("pat")) as deed:
        school, day = deed.unit.schools.all()[0].id, TUESDAY.first
        deed.unit.calendar_days.add(CalendarDays("snow", school, DaysKind.SNOW, day, day))

    assert meetings.view(road.by("pat")).closed
