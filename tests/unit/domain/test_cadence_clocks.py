"""An account's days and stages over the changes of the clocks: from moments, by the school's own clock."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from smadmin.domain.cadence import CadenceStage, Pace, Promise, cadence
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.school_days import DAY
from smadmin.domain.schools import School

ZONES = (
    "America/Denver",
    "America/New_York",
    "America/Phoenix",  # never changes its clocks
    "America/Santiago",  # has no midnight on one day of the year
    "America/Havana",  # has midnight twice on another
    "Australia/Lord_Howe",  # by half an hour
    "Pacific/Auckland",
    "Europe/London",
)
BORN = date(2020, 1, 1)
SPRING, AUTUMN = date(2026, 3, 8), date(2026, 11, 1)
"""The days on which the clocks change in the United States: of 23 and of 25 hours."""
MOMENT = timedelta(microseconds=1)
WEEKLY = Pace((Promise(7, 5),), BORN)
OF_DAY = st.integers(0, 9_999).map(lambda part: part / 10_000)


def school_in(zone: str) -> School:
    return School(SchoolId("s"), "Lincoln Elementary School", zone, "socorro-tx")


def moment_of(school: School, day: date, part: float) -> datetime:
    """Give a moment of a day of the school, by how much of the day has passed."""
    begins = school.begins(day)
    return begins + (school.begins(day + DAY) - begins) * part


def stage_after(days: int) -> CadenceStage:
    """Give what a post a week asks for, said once more in plain numbers."""
    limits = ((21, CadenceStage.ABANDONED), (15, CadenceStage.SILENT), (8, CadenceStage.OVERDUE))
    found = next((stage for limit, stage in limits if days >= limit), None)
    return found or (CadenceStage.DUE_SOON if days >= 5 else CadenceStage.ON_TIME)


@given(st.sampled_from(ZONES), st.dates(date(2024, 1, 1), date(2032, 12, 31)))
@example("America/Denver", SPRING)
@example("America/Denver", AUTUMN)
@example("America/Santiago", date(2026, 9, 6))
@example("America/Havana", AUTUMN)
def test_a_day_of_the_school_begins_with_its_first_moment(zone: str, day: date) -> None:
    school = school_in(zone)

    begins = school.begins(day)

    assert school.local(begins).date() == day
    assert school.local(begins - MOMENT).date() == day - DAY


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 23), (AUTUMN, 25), (AUTUMN + DAY, 24)])
def test_the_days_of_the_change_are_shorter_and_longer(day: date, hours: int) -> None:
    school = school_in("America/Denver")

    assert school.begins(day + DAY) - school.begins(day) == timedelta(hours=hours)


@given(
    st.sampled_from(ZONES),
    st.dates(date(2024, 1, 1), date(2032, 12, 31)),
    st.integers(0, 40),
    OF_DAY,
    OF_DAY,
)
@example("America/Denver", SPRING - DAY * 7, 8, 0.999, 0.0)
@example("America/Denver", AUTUMN - DAY * 7, 7, 0.0, 0.999)
@example("Pacific/Auckland", date(2026, 9, 20), 8, 0.999, 0.0)
def test_a_change_of_the_clocks_moves_no_stage(
    zone: str, day: date, passed: int, posted: float, looked: float
) -> None:
    school = school_in(zone)
    post = school.local(moment_of(school, day, posted)).date()
    today = school.local(moment_of(school, day + DAY * passed, looked)).date()

    found = cadence(AccountId("x"), today=today, pace=WEEKLY, posts=(post,))

    assert (found.quiet_days, found.stage) == (passed, stage_after(passed))
    assert found.due_on == day + DAY * 7
