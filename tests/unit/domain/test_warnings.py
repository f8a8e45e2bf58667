"""A warning comes once on a school day, at the chosen time, never in quiet hours or while it is snoozed."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.ids import AccountId
from smadmin.domain.school_days import DAY, EVERY_DAY, DaysKind, SchoolDays
from smadmin.domain.warnings import WarningTimes, daily_due, next_daily, school_day

DENVER = ZoneInfo("America/Denver")
MONDAY = date(2026, 11, 16)
TIMES = WarningTimes()
X = AccountId("x")


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), DENVER)


def calendar(**days: DaysKind) -> SchoolDays:
    """Give a calendar by names like `d20`, a day of November 2026."""
    return SchoolDays((), {date(2026, 11, int(name[1:])): (kind, "") for name, kind in days.items()})


def test_it_comes_once_a_day_from_the_chosen_time_on() -> None:
    assert not daily_due(at(MONDAY, "08:29"), TIMES, None, EVERY_DAY)
    assert daily_due(at(MONDAY, "08:30"), TIMES, None, EVERY_DAY)
    assert daily_due(at(MONDAY, "11:00"), TIMES, MONDAY - DAY, EVERY_DAY), "the computer was switched on late"
    assert not daily_due(at(MONDAY, "11:00"), TIMES, MONDAY, EVERY_DAY)


def test_quiet_hours_are_kept_over_midnight_too() -> None:
    assert not daily_due(at(MONDAY, "18:00"), TIMES, None, EVERY_DAY)
    early = replace(TIMES, at=time(5))
    assert early.daily_at == time(7)
    assert not daily_due(at(MONDAY, "05:30"), early, None, EVERY_DAY)
    assert daily_due(at(MONDAY, "07:00"), early, None, EVERY_DAY)
    none = replace(TIMES, quiet_from=time(7), quiet_until=time(7))
    assert daily_due(at(MONDAY, "23:59"), none, None, EVERY_DAY)


def test_nothing_comes_at_weekends_in_breaks_and_on_snow_days_but_when_the_school_is_open() -> None:
    days = calendar(d16=DaysKind.SNOW, d17=DaysKind.HOLIDAY, d18=DaysKind.EXAMS, d21=DaysKind.OPEN)

    found = [day.day for day in (MONDAY + DAY * number for number in range(7)) if school_day(days, day)]

    assert found == [18, 19, 20, 21]


def test_after_fridays_message_the_next_one_comes_on_monday() -> None:
    friday = MONDAY + 4 * DAY

    found = next_daily(at(friday, "09:00"), TIMES, friday, EVERY_DAY)

    assert found == at(MONDAY + 7 * DAY, "08:30")


def test_quiet_until_tomorrow_takes_one_day_and_a_year_of_holidays_has_no_next_message() -> None:
    hushed = replace(TIMES, quiet_to=MONDAY)

    assert not daily_due(at(MONDAY, "09:00"), hushed, None, EVERY_DAY)
    assert next_daily(at(MONDAY, "09:00"), hushed, None, EVERY_DAY) == at(MONDAY + DAY, "08:30")
    closed = SchoolDays((), {MONDAY + DAY * n: (DaysKind.BREAK, "") for n in range(500)})
    assert next_daily(at(MONDAY, "09:00"), TIMES, None, closed) is None


def test_a_snoozed_account_is_spoken_of_again_after_its_day() -> None:
    times = TIMES.snooze(X, MONDAY + 6 * DAY, MONDAY)

    assert not times.speaks_of(X, MONDAY + 6 * DAY)
    assert times.speaks_of(X, MONDAY + 7 * DAY)
    assert times.speaks_of(AccountId("y"), MONDAY)
    later = times.snooze(AccountId("y"), MONDAY + 9 * DAY, MONDAY + 8 * DAY)
    assert set(later.snoozed) == {"y"}, "what is over is forgotten"


@given(
    start=st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(DENVER)),  # noqa: DTZ001 - the strategy adds the zone
    chosen=st.times(),
    quiet_from=st.times(),
    quiet_until=st.times(),
)
def test_the_next_message_is_always_due_when_it_comes(
    start: datetime, chosen: time, quiet_from: time, quiet_until: time
) -> None:
    times = WarningTimes(chosen, quiet_from, quiet_until)

    found = next_daily(start, times, start.date(), EVERY_DAY)

    if found is not None:
        assert start.date() < found.date() <= start.date() + timedelta(days=4)
        assert daily_due(found, times, start.date(), EVERY_DAY)
        assert not times.quiet_at(found.time())


@pytest.mark.parametrize(("day", "wall"), [(date(2026, 3, 9), "08:30"), (date(2026, 11, 2), "08:30")])
def test_the_wall_clock_counts_across_daylight_saving(day: date, wall: str) -> None:
    friday = day - 3 * DAY

    found = next_daily(at(friday, "09:00"), TIMES, friday, EVERY_DAY)

    assert found == at(day, wall)
