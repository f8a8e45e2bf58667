"""The planning meeting repeats, and is missed a week after nobody held it."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.meetings import Meeting, meeting_blockers

TUESDAY = date(2026, 11, 17)
WEEKLY = Meeting(TUESDAY, time(15, 30))


def test_it_repeats_every_so_many_weeks() -> None:
    fortnightly = Meeting(TUESDAY, time(15, 30), every=2)

    assert fortnightly.next(date(2026, 11, 1)) == TUESDAY
    assert fortnightly.next(TUESDAY) == TUESDAY
    assert fortnightly.next(date(2026, 11, 18)) == date(2026, 12, 1)


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(1, 8), st.integers(0, 4_000))
def test_the_next_one_is_the_first_of_its_days_from_today_on(first: date, every: int, days: int) -> None:
    meeting, today = Meeting(first, time(9), every), first - timedelta(days=40) + timedelta(days=days)

    found = meeting.next(today)

    assert found >= max(first, today)
    assert (found - first).days % (7 * every) == 0
    assert found == first or found - timedelta(weeks=every) < today


def test_one_that_nobody_held_is_missed_a_week_later() -> None:
    assert WEEKLY.missed(TUESDAY + timedelta(days=6), ()) is None
    assert WEEKLY.missed(TUESDAY + timedelta(days=7), ()) == TUESDAY
    assert WEEKLY.missed(TUESDAY + timedelta(days=15), ()) == TUESDAY + timedelta(days=7)


def test_held_on_the_day_shortly_before_or_later_is_held() -> None:
    day = TUESDAY + timedelta(days=7)
    for held in (TUESDAY, TUESDAY - timedelta(days=3), day):
        assert WEEKLY.missed(day, (held,)) is None
    assert WEEKLY.missed(day, (TUESDAY - timedelta(days=4),)) == TUESDAY


def test_what_is_signed_is_read_back_and_nonsense_isnt() -> None:
    meeting = Meeting(TUESDAY, time(15, 30), every=3)
    assert Meeting.from_plain(meeting.to_plain()) == meeting
    for changes in ({"every": 0}, {"every": 99}, {"every": "1"}, {"first": "soon"}, {"at": "25:00"}):
        with pytest.raises((ValueError, TypeError)):
            Meeting.from_plain({**meeting.to_plain(), **changes})


def test_a_day_that_is_over_isnt_set() -> None:
    assert meeting_blockers(WEEKLY, TUESDAY) == ()
    said = [one.message.id for one in meeting_blockers(Meeting(TUESDAY, time(9), 9), date(2026, 11, 18))]
    assert said == ["meetings.day-over", "meetings.every-wrong"]
