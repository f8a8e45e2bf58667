"""Weeks, what a signature covers, and the cadence over every odd day of the calendar."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.ids import AccountId, SchoolId, SlotId
from smadmin.domain.plan import (
    ABANDONED_DAYS,
    Cadence,
    CadenceStage,
    Slot,
    WeekPlan,
    cadence,
    covers,
    monday_of,
    promised,
)

X, FACEBOOK = AccountId("x"), AccountId("facebook")
MONDAY = date(2026, 11, 16)
DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))


def judged(today: date, last_post: date | None, **other: int) -> Cadence:
    return cadence(
        X,
        today=today,
        live_since=date(2020, 1, 1),
        last_post=last_post,
        days=other.get("days", 7),
        warn_day=other.get("warn_day", 5),
    )


@pytest.mark.demand("SOC-M1")
@pytest.mark.parametrize(
    ("quiet", "stage"),
    [
        (0, CadenceStage.ON_TIME),
        (4, CadenceStage.ON_TIME),
        (5, CadenceStage.DUE_SOON),
        (7, CadenceStage.DUE_SOON),
        (8, CadenceStage.OVERDUE),
        (14, CadenceStage.OVERDUE),
        (15, CadenceStage.SILENT),
        (20, CadenceStage.SILENT),
        (21, CadenceStage.ABANDONED),
        (400, CadenceStage.ABANDONED),
    ],
)
def test_a_week_of_quiet_is_the_limit_where_a_post_a_week_is_asked(quiet: int, stage: CadenceStage) -> None:
    found = judged(MONDAY, MONDAY - timedelta(days=quiet))

    assert found.stage is stage
    assert found.quiet_days == quiet
    assert found.due_on == MONDAY - timedelta(days=quiet) + timedelta(days=7)
    assert found.late == (quiet > 7)
    assert found.needs_somebody == (quiet >= 5)


@pytest.mark.parametrize(
    ("last_post", "today", "quiet"),
    [
        (date(2028, 2, 28), date(2028, 3, 1), 2),  # a leap year has a 29th
        (date(2027, 2, 28), date(2027, 3, 1), 1),
        (date(2026, 12, 30), date(2027, 1, 2), 3),
    ],
)
def test_leap_days_and_new_year_count_as_days(last_post: date, today: date, quiet: int) -> None:
    assert judged(today, last_post).quiet_days == quiet


@pytest.mark.parametrize("zone", ["America/Denver", "America/New_York", "Pacific/Auckland", "UTC"])
@pytest.mark.parametrize(
    "noon", [datetime(2026, 3, 7, 20, tzinfo=UTC), datetime(2026, 10, 31, 20, tzinfo=UTC)]
)
def test_a_change_of_the_clocks_neither_adds_nor_loses_a_day(zone: str, noon: datetime) -> None:
    home = ZoneInfo(zone)
    posted = noon.astimezone(home)

    stages = [
        judged((posted + timedelta(days=passed)).date(), posted.date()).quiet_days for passed in range(9)
    ]

    assert stages == list(range(9))


@given(DAYS, st.integers(0, 60), st.integers(1, 30), st.integers(1, 30))
def test_an_account_never_recovers_by_waiting(last: date, passed: int, days: int, warn_day: int) -> None:
    order = list(CadenceStage)

    today = judged(last + timedelta(days=passed), last, days=days, warn_day=warn_day)
    tomorrow = judged(last + timedelta(days=passed + 1), last, days=days, warn_day=warn_day)

    assert order.index(today.stage) <= order.index(tomorrow.stage)
    assert tomorrow.quiet_days == today.quiet_days + 1
    assert today.late == (passed > days)


@given(DAYS, st.integers(1, 30))
def test_a_post_makes_it_green_the_same_day(day: date, days: int) -> None:
    assert judged(day, day, days=days, warn_day=max(1, days - 2)).stage is CadenceStage.ON_TIME


def test_a_new_account_counts_from_the_day_it_went_live() -> None:
    found = cadence(
        X, today=MONDAY, live_since=MONDAY - timedelta(days=6), last_post=None, days=7, warn_day=5
    )

    assert found.stage is CadenceStage.DUE_SOON
    assert found.last_post is None


def test_old_posts_don_t_count_against_an_account_that_goes_live_again() -> None:
    found = cadence(
        X, today=MONDAY, live_since=MONDAY, last_post=MONDAY - timedelta(days=300), days=7, warn_day=5
    )

    assert found.stage is CadenceStage.ON_TIME


def test_an_account_that_isn_t_live_rests() -> None:
    found = cadence(X, today=MONDAY, live_since=None, last_post=None, days=7, warn_day=5)

    assert found.stage is CadenceStage.RESTING
    assert not found.needs_somebody
    assert found.due_on is None


def test_a_post_dated_tomorrow_is_no_negative_quiet() -> None:
    assert judged(MONDAY, MONDAY + timedelta(days=1)).quiet_days == 0


@pytest.mark.parametrize(
    ("own", "expected"), [(None, (14, 10)), (20, (14, 10)), (14, (14, 10)), (7, (7, 3)), (3, (3, 1))]
)
def test_the_stricter_promise_counts(own: int | None, expected: tuple[int, int]) -> None:
    assert promised(days=14, warn_day=10, own=own) == expected


@pytest.mark.demand("SOC-O3")
@pytest.mark.demand("YEL-C3")
def test_three_weeks_are_abandoned_wherever_a_post_a_week_is_asked() -> None:
    assert ABANDONED_DAYS == 21


@given(DAYS)
def test_a_week_begins_on_its_monday(day: date) -> None:
    monday = monday_of(day)

    assert monday.weekday() == 0
    assert timedelta(0) <= day - monday < timedelta(days=7)


def signed(*, seq: int | None = 7) -> WeekPlan:
    slots = tuple(
        Slot(SlotId(name), SchoolId("s"), X, MONDAY, topic) for name, topic in (("1", "Fair"), ("2", "New"))
    )
    return WeekPlan(MONDAY, slots, seq, topics=frozenset({(X, "Fair"), (FACEBOOK, "Fair")}))


@pytest.mark.demand("BAL-D3")
@pytest.mark.demand("BLO-IV-B2")
def test_the_signature_covers_signed_topics_on_all_accounts() -> None:
    assert covers(signed(), (X, FACEBOOK), "Fair", MONDAY)
    assert not covers(signed(), (X,), "New", MONDAY)
    assert not covers(signed(), (X, AccountId("blog")), "Fair", MONDAY)
    assert not covers(signed(), (), "Fair", MONDAY)
    assert not covers(signed(seq=None), (X,), "Fair", MONDAY)


def test_the_last_signed_week_goes_on_for_three_weeks() -> None:
    last = MONDAY + timedelta(weeks=4) - timedelta(days=1)

    assert covers(signed(), (X,), "Fair", last)
    assert not covers(signed(), (X,), "Fair", last + timedelta(days=1))
    assert not covers(signed(), (X,), "Fair", MONDAY - timedelta(days=1))


@pytest.mark.demand("BAL-B1e1")
@pytest.mark.parametrize("days", [1, 2, 7, 14, 21, 30, 60])
def test_every_promise_passes_through_every_stage(days: int) -> None:
    stages = [
        judged(MONDAY, MONDAY - timedelta(days=quiet), days=days, warn_day=max(1, days - 2)).stage
        for quiet in range(days + 30)
    ]

    assert list(dict.fromkeys(stages)) == [
        CadenceStage.ON_TIME,
        CadenceStage.DUE_SOON,
        CadenceStage.OVERDUE,
        CadenceStage.SILENT,
        CadenceStage.ABANDONED,
    ]
