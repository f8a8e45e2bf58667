"""The cadence over every odd day of the calendar: stages, promises, holidays, holds and excuses."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.cadence import (
    ABANDONED_DAYS,
    Cadence,
    CadenceStage,
    Pace,
    Pause,
    PauseKind,
    Promise,
    cadence,
    excused_until,
    paused,
)
from smadmin.domain.ids import AccountId
from smadmin.domain.school_days import DAY, EVERY_DAY, SchoolDays, days_of

X = AccountId("x")
MONDAY = date(2026, 11, 16)
DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))
STAGES = list(CadenceStage)
BORN = date(2020, 1, 1)


def held_to(
    days: int = 7, warn_day: int = 5, posts: int = 1, *, since: date = BORN, count: SchoolDays = EVERY_DAY
) -> Pace:
    return Pace((Promise(days, warn_day, posts),), since, count)


def judged(today: date, last_post: date | None, days: int = 7, warn_day: int = 5) -> Cadence:
    posts = () if last_post is None else (last_post,)
    return cadence(X, today=today, pace=held_to(days, warn_day), posts=posts)


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


@given(DAYS, st.integers(0, 60), st.integers(1, 30), st.integers(1, 30))
def test_an_account_never_recovers_by_waiting(last: date, passed: int, days: int, warn_day: int) -> None:
    today = judged(last + timedelta(days=passed), last, days=days, warn_day=warn_day)
    tomorrow = judged(last + timedelta(days=passed + 1), last, days=days, warn_day=warn_day)

    assert STAGES.index(today.stage) <= STAGES.index(tomorrow.stage)
    assert tomorrow.quiet_days == today.quiet_days + 1
    assert today.late == (passed > days)


@given(DAYS, st.integers(1, 30))
def test_a_post_makes_it_green_the_same_day(day: date, days: int) -> None:
    assert judged(day, day, days=days, warn_day=max(1, days - 2)).stage is CadenceStage.ON_TIME


@pytest.mark.demand("BLO-IV-D1")
def test_a_new_account_counts_from_the_day_it_went_live() -> None:
    found = cadence(X, today=MONDAY, pace=held_to(since=MONDAY - timedelta(days=6)), posts=())

    assert found.stage is CadenceStage.DUE_SOON
    assert found.last_post is None


def test_old_posts_don_t_count_against_an_account_that_goes_live_again() -> None:
    found = cadence(X, today=MONDAY, pace=held_to(since=MONDAY), posts=(MONDAY - timedelta(days=300),))

    assert found.stage is CadenceStage.ON_TIME


def test_an_account_that_isn_t_live_rests() -> None:
    found = cadence(X, today=MONDAY, pace=None, posts=())

    assert found.stage is CadenceStage.RESTING
    assert not found.needs_somebody
    assert found.due_on is None


def test_a_post_dated_tomorrow_is_no_negative_quiet() -> None:
    assert judged(MONDAY, MONDAY + timedelta(days=1)).quiet_days == 0


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (None, [(14, 10)]),
        (20, [(14, 10)]),
        (14, [(14, 10)]),
        (7, [(7, 3)]),
        (3, [(3, 1)]),
    ],
)
def test_the_stricter_promise_counts(own: int | None, expected: list[tuple[int, int]]) -> None:
    assert [(one.days, one.warn_day) for one in Promise(14, 10).own(own)] == expected


def test_an_own_promise_that_contains_so_many_a_week_stands_alone_and_any_other_beside_it() -> None:
    three_a_week = Promise(7, 5, 3)

    assert three_a_week.own(2) == (Promise(2, 1),)
    assert three_a_week.own(4) == (three_a_week, Promise(4, 2))


@pytest.mark.demand("SOC-O3")
@pytest.mark.demand("YEL-C3")
def test_three_weeks_are_abandoned_wherever_a_post_a_week_is_asked() -> None:
    assert ABANDONED_DAYS == 21


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


@pytest.mark.parametrize("posts", [2, 3, 7])
def test_so_many_a_week_are_kept_by_the_oldest_of_them(posts: int) -> None:
    pace = held_to(7, 6, posts)
    newest = tuple(MONDAY - DAY * number for number in range(posts))

    assert pace.stage(newest, MONDAY + DAY * (7 - posts)) is not CadenceStage.OVERDUE
    assert pace.due_on(newest) == newest[-1] + DAY * 7
    assert pace.stage(newest, newest[-1] + DAY * 8) is CadenceStage.OVERDUE


def test_one_post_a_week_where_three_are_asked_is_overdue_and_never_abandoned() -> None:
    weekly = tuple(MONDAY - DAY * 7 * number for number in range(3))

    assert held_to(7, 5, 3).stage(weekly, MONDAY + DAY * 6) is CadenceStage.OVERDUE


def test_a_new_account_has_its_whole_week_for_three_posts() -> None:
    pace = held_to(7, 5, 3, since=MONDAY)

    assert pace.stage((), MONDAY + DAY * 4) is CadenceStage.ON_TIME
    assert pace.stage((MONDAY,), MONDAY + DAY * 7) is CadenceStage.DUE_SOON
    assert pace.stage((MONDAY,), MONDAY + DAY * 8) is CadenceStage.OVERDUE


RESTING = st.lists(st.tuples(DAYS, st.integers(0, 80)), max_size=6).map(
    lambda spans: SchoolDays(
        tuple(sorted({day for first, length in spans for day in days_of(first, first + DAY * length)}))
    )
)


@given(RESTING, DAYS, st.lists(st.integers(0, 90), max_size=9), st.integers(0, 120), st.data())
def test_the_due_day_is_the_last_one_that_is_on_time(
    count: SchoolDays, last: date, back: list[int], passed: int, data: st.DataObject
) -> None:
    days, number = data.draw(st.integers(1, 30)), data.draw(st.integers(1, 4))
    pace = held_to(days, data.draw(st.integers(1, days)), number, count=count)
    posts = sorted((last - DAY * one for one in back), reverse=True)
    today = last + DAY * passed

    found = cadence(X, today=today, pace=pace, posts=posts)

    assert found.due_on is not None
    silent = found.stage in {CadenceStage.SILENT, CadenceStage.ABANDONED}
    assert found.late == (today > found.due_on) or silent
    assert not pace.days.rests(found.due_on + DAY)


@given(RESTING, DAYS, st.integers(0, 300), st.integers(1, 30))
def test_holidays_never_make_a_silence_worse_and_waiting_never_better(
    count: SchoolDays, last: date, passed: int, days: int
) -> None:
    today = last + DAY * passed
    everyday, restful = held_to(days, days), held_to(days, days, count=count)

    rested = STAGES.index(restful.stage((last,), today))

    assert rested <= STAGES.index(everyday.stage((last,), today))
    assert rested <= STAGES.index(restful.stage((last,), today + DAY))


@given(RESTING, DAYS, st.integers(0, 60))
def test_a_day_of_rest_changes_no_stage(count: SchoolDays, last: date, passed: int) -> None:
    today = last + DAY * passed
    pace = held_to(count=count)

    if count.rests(today + DAY):
        assert pace.stage((last,), today) is pace.stage((last,), today + DAY)


def test_a_hold_adds_nothing_to_a_silence() -> None:
    hold = Pause(PauseKind.HOLD, MONDAY + DAY, MONDAY + DAY * 30)
    today = MONDAY + DAY * 32

    pace = held_to(count=paused(EVERY_DAY, (hold,), today))

    assert pace.stage((MONDAY,), today) is CadenceStage.ON_TIME
    assert pace.due_on((MONDAY,)) == MONDAY + DAY * 37


def test_a_hold_that_lasts_has_no_last_day() -> None:
    hold = Pause(PauseKind.HOLD, MONDAY)

    assert hold.holds(MONDAY + DAY * 999)
    assert hold.days(MONDAY + DAY) == (MONDAY, MONDAY + DAY)


@pytest.mark.demand("YEL-C3")
def test_the_principals_excuse_ends_by_itself_on_its_day() -> None:
    today = MONDAY + DAY * 40
    excuse = Pause(PauseKind.EXCUSE, today, today + DAY * 14)

    def on(day: date) -> Cadence:
        excused = excused_until((excuse,), day)
        pace = held_to(count=paused(EVERY_DAY, (excuse,), day))
        return cadence(X, today=day, pace=pace, posts=(MONDAY,), excused=excused)

    assert on(today - DAY).stage is CadenceStage.ABANDONED
    assert on(today).stage is CadenceStage.EXCUSED
    assert on(today).excused_until == today + DAY * 14
    assert not on(today + DAY * 14).needs_somebody
    assert on(today + DAY * 15).stage is CadenceStage.ABANDONED
    assert on(today + DAY * 15).quiet_days == 55


def test_a_snow_day_on_the_last_day_of_a_promise_asks_for_nothing() -> None:
    last, snow = date(2026, 11, 9), date(2026, 11, 17)
    pace = Pace((Promise(7, 5),), since=date(2026, 1, 1), days=SchoolDays((snow,)))

    def on(day: date) -> Cadence:
        return cadence(X, today=day, pace=pace, posts=[last])

    assert (on(snow - DAY).due_on, on(snow - DAY).closed) == (snow, False)
    assert (on(snow).due_on, on(snow).closed, on(snow).stage) == (snow, True, CadenceStage.DUE_SOON)
    assert (on(snow + DAY).closed, on(snow + DAY).stage) == (False, CadenceStage.OVERDUE)


@pytest.mark.parametrize(
    ("last", "due"),
    [
        (date(2026, 12, 13), date(2027, 1, 3)),  # all its days were over before: the break's end
        (date(2026, 12, 14), date(2027, 1, 4)),  # its seventh day would lie in the break: the first one after
    ],
)
def test_a_due_day_inside_a_break_waits_for_its_end(last: date, due: date) -> None:
    first, end = date(2026, 12, 21), date(2027, 1, 3)
    pace = Pace((Promise(7, 5),), since=date(2026, 1, 1), days=SchoolDays(days_of(first, end)))

    def on(day: date) -> Cadence:
        return cadence(X, today=day, pace=pace, posts=[last])

    during = [on(day) for day in days_of(first, end)]

    assert {(one.due_on, one.stage) for one in during} == {(due, on(first - DAY).stage)}
    assert {one.closed for one in during} == {due <= end}, "no post could be on time on a day of school"
    assert (on(due).late, on(due + DAY).stage) == (False, CadenceStage.OVERDUE)
