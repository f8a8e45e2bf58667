"""Which days count, over leap days, New Year and whatever the school enters."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.ids import SchoolId
from smadmin.domain.public_holidays import public_holidays
from smadmin.domain.school_days import DAY, CalendarDays, DaysForm, DaysKind, SchoolDays, days_of

DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))


def span(kind: DaysKind, first: date, last: date | None = None) -> CalendarDays:
    return CalendarDays(f"{kind}-{first}", SchoolId("s"), kind, first, last or first, kind.value)


def test_what_the_school_says_goes_before_the_list_of_public_holidays() -> None:
    columbus = date(2026, 10, 12)
    public = public_holidays("US-MD", 2026)

    days = SchoolDays.of([span(DaysKind.OPEN, columbus)], public)

    assert columbus in public
    assert not days.rests(columbus)
    assert days.rests(date(2026, 11, 26))
    assert days.named[date(2026, 11, 26)][0] is DaysKind.HOLIDAY


def test_exams_are_quiet_and_yet_count() -> None:
    days = SchoolDays.of([span(DaysKind.EXAMS, date(2027, 5, 3), date(2027, 5, 14))], {})

    assert not days.rests(date(2027, 5, 5))
    assert days.named[date(2027, 5, 5)] == (DaysKind.EXAMS, "exams")


def test_where_the_policy_lets_nobody_rest_every_day_counts_and_still_has_its_name() -> None:
    snow = date(2027, 1, 20)

    days = SchoolDays.of([span(DaysKind.SNOW, snow)], {}, rests=False)

    assert not days.rests(snow)
    assert days.named[snow][0] is DaysKind.SNOW


@pytest.mark.parametrize(
    ("after", "until", "days"),
    [
        (date(2028, 2, 28), date(2028, 3, 1), 2),  # a leap year has a 29th
        (date(2026, 12, 31), date(2027, 1, 1), 1),
        (date(2027, 1, 1), date(2026, 12, 31), 0),
    ],
)
def test_days_are_counted_over_leap_days_and_new_year(after: date, until: date, days: int) -> None:
    assert SchoolDays().counted(after, until) == days


@given(st.lists(DAYS, max_size=40), DAYS, st.integers(0, 400))
def test_counting_is_what_counting_one_by_one_gives(resting: list[date], after: date, passed: int) -> None:
    days, until = SchoolDays().with_pauses(resting), after + DAY * passed

    assert days.counted(after, until) == sum(
        not days.rests(day) for day in days_of(after + DAY, until) if passed
    )


@given(st.lists(DAYS, max_size=40), DAYS, st.integers(0, 60))
def test_the_last_day_within_is_the_last_one(resting: list[date], after: date, number: int) -> None:
    days = SchoolDays().with_pauses(resting)

    last = days.last_within(after, number)

    assert days.counted(after, last) <= number < days.counted(after, last + DAY)


def test_days_that_end_before_they_begin_or_last_years_are_refused() -> None:
    today = date(2026, 12, 21)

    assert DaysForm(DaysKind.BREAK, today, today - DAY).blockers()[0].place == "last"
    assert DaysForm(DaysKind.BREAK, today, today + DAY * 400).blockers()
    assert not DaysForm(DaysKind.BREAK, today, today + DAY * 13, " Winter ").blockers()
    assert DaysForm(DaysKind.BREAK, today, today, " Winter ").name == "Winter"
