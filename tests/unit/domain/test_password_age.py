"""How old a password may grow: by the policy's months alone, in stages that only grow more urgent."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.password_age import FORTNIGHT, MOST_MONTHS, age_stage, change_due, worth_saying
from smadmin.domain.yearly import Stage

SINCE = date(2026, 3, 1)
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
MONTHS = st.integers(1, MOST_MONTHS)


@pytest.mark.parametrize(
    ("since", "months", "due"),
    [
        (date(2026, 3, 1), 12, date(2027, 3, 1)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(9999, 12, 31), 60, date(9999, 12, 31)),
    ],
)
def test_it_is_due_on_the_same_day_or_the_last_of_a_shorter_month(
    since: date, months: int, due: date
) -> None:
    assert change_due(since, months) == due


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 8, 17), Stage.FINE),
        (date(2026, 8, 18), Stage.SOON),
        (date(2026, 8, 31), Stage.SOON),
        (date(2026, 9, 1), Stage.DUE),
        (date(2026, 9, 14), Stage.DUE),
        (date(2026, 9, 15), Stage.LATE),
    ],
)
def test_it_is_announced_a_fortnight_before_and_louder_a_fortnight_after(day: date, expected: Stage) -> None:
    assert age_stage(SINCE, day, 6) is expected


@given(DAYS, st.integers(0, 5_000))
def test_without_a_number_in_the_policy_no_password_is_ever_too_old(since: date, after: int) -> None:
    assert age_stage(since, since + timedelta(days=after), None) is Stage.FINE


@given(DAYS, MONTHS, st.integers(0, 5_000))
def test_it_only_grows_more_urgent_with_each_day(since: date, months: int, after: int) -> None:
    day = since + timedelta(days=after)

    assert age_stage(since, day, months) <= age_stage(since, day + timedelta(days=1), months)
    assert (age_stage(since, day, months) >= Stage.DUE) is (day >= change_due(since, months))


@given(DAYS, DAYS, MONTHS)
def test_a_stricter_policy_is_never_later_and_a_newer_password_never_more_urgent(
    since: date, today: date, months: int
) -> None:
    assert change_due(since, months) < change_due(since, months + 1)
    assert age_stage(since, today, months) >= age_stage(since, today, months + 1)
    assert age_stage(since + timedelta(days=1), today, months) <= age_stage(since, today, months)


@given(DAYS, MONTHS)
def test_a_new_password_is_never_due_at_once_and_a_month_is_never_longer_than_its_days(
    since: date, months: int
) -> None:
    days = (change_due(since, months) - since).days

    assert 28 * months <= days <= 31 * months
    assert age_stage(since, since, months) is Stage.FINE
    assert age_stage(since, change_due(since, months) - FORTNIGHT, months) is Stage.SOON


def test_its_age_is_worth_a_word_after_a_year() -> None:
    assert not worth_saying(SINCE, SINCE + timedelta(days=364))
    assert worth_saying(SINCE, SINCE + timedelta(days=365))
