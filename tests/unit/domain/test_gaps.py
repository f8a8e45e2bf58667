"""Gaps as the calendar draws them before they come true."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.cadence import Pace, Promise
from smadmin.domain.gaps import DRAWN, gap_spans
from smadmin.domain.school_days import SchoolDays, days_of

TODAY = date(2026, 11, 18)
LAST_POST = date(2026, 11, 16)
IN_TWENTY = date(2026, 12, 8)
WEEKLY = Pace((Promise(days=7, warn_day=5),), since=date(2026, 1, 1))


def ahead(number: int) -> date:
    return TODAY + timedelta(days=number)


def gaps(*planned: date, pace: Pace = WEEKLY, last: date = IN_TWENTY, first: date = TODAY) -> frozenset[date]:
    spans = gap_spans(pace, [LAST_POST], planned, today=TODAY, until=last)
    return frozenset(day for one in spans for day in days_of(max(one.first, first), one.last))


def test_without_a_plan_the_gap_begins_the_day_after_the_last_one_on_time() -> None:
    assert gaps() == set(days_of(date(2026, 11, 24), ahead(20)))


def test_a_planned_post_ends_a_gap_and_the_next_begins_when_its_days_are_over() -> None:
    assert gaps(ahead(8)) == {*days_of(ahead(6), ahead(7)), *days_of(ahead(16), ahead(20))}


def test_a_plan_that_keeps_the_pace_leaves_no_gap() -> None:
    assert gaps(ahead(2), ahead(9), ahead(16)) == frozenset()


def test_only_the_span_is_answered_for_and_nothing_before_today() -> None:
    assert gaps(first=ahead(10), last=ahead(11)) == {ahead(10), ahead(11)}
    (late,) = gap_spans(WEEKLY, [date(2026, 10, 1)], (), today=TODAY, until=ahead(1))
    assert (late.first, late.last, late.begins) == (TODAY, ahead(1), True)
    assert late.since == date(2026, 10, 9), "it isn't late from today on"


def test_a_gap_to_come_was_late_never_before() -> None:
    spans = gap_spans(WEEKLY, [LAST_POST], [ahead(8)], today=TODAY, until=ahead(60))

    assert [one.since for one in spans] == [None, None]


def test_a_gap_is_one_span_that_begins_once_and_is_drawn_for_two_weeks() -> None:
    (first, second) = gap_spans(WEEKLY, [LAST_POST], [ahead(8)], today=TODAY, until=ahead(60))

    assert (first.first, first.begins, second.first, second.begins) == (ahead(6), True, ahead(16), True)
    assert second.drawn(TODAY, ahead(60)) == (ahead(16), ahead(16) + DRAWN - timedelta(days=1))
    assert first.drawn(TODAY, ahead(60)) == (ahead(6), ahead(7))
    assert second.drawn(ahead(18), ahead(19)) == (ahead(18), ahead(19))


def test_a_post_that_isnt_enough_doesnt_begin_another_gap() -> None:
    three_a_week = Pace((Promise(days=7, warn_day=5, posts=3),), since=date(2026, 1, 1))
    spans = gap_spans(three_a_week, [date(2026, 10, 1)], [ahead(2)], today=TODAY, until=ahead(9))

    assert [(one.first, one.begins) for one in spans] == [(TODAY, True), (ahead(3), False)]


def test_no_gap_begins_on_a_day_on_which_the_school_rests() -> None:
    snow = Pace(WEEKLY.promises, WEEKLY.since, SchoolDays((TODAY,)))

    (late,) = gap_spans(snow, [date(2026, 10, 1)], (), today=TODAY, until=ahead(3))

    assert late.first == ahead(1)


def test_days_on_which_the_school_rests_move_the_gap_back() -> None:
    resting = tuple(days_of(date(2026, 11, 23), date(2026, 11, 27)))
    pace = Pace(WEEKLY.promises, WEEKLY.since, SchoolDays(resting))

    assert min(gaps(pace=pace)) == date(2026, 11, 29)


@given(st.sets(st.integers(0, 40), max_size=12))
def test_a_planned_post_never_makes_a_gap_longer(days: set[int]) -> None:
    planned = [ahead(one) for one in days]
    whole = gaps(*planned, last=ahead(45))

    for one in planned:
        rest = [day for day in planned if day != one]
        assert whole <= gaps(*rest, last=ahead(45))
