"""A year of weeks: how silent each was, counted against what was promised."""

from datetime import date, timedelta

import pytest

from smadmin.domain.cadence import Pace, Promise
from smadmin.domain.rhythm import Rhythm, Silence, promised_a_week
from smadmin.domain.week import PastWeek

MONDAY = date(2026, 11, 16)


def week(posts: int, *, late: bool = False, before: bool = False) -> PastWeek:
    return PastWeek(MONDAY, posts, late=late, before=before)


def test_the_more_silent_a_week_the_darker_it_is() -> None:
    rhythm = Rhythm((), promised=2.0)

    found = [rhythm.silence(one) for one in (week(2), week(1), week(0), week(0, late=True))]

    assert found == [Silence.KEPT, Silence.SOME, Silence.NONE, Silence.LATE]
    assert found == sorted(found, key=lambda one: -1 if one is None else one)
    assert rhythm.silence(week(0, before=True)) is None


def test_a_post_in_two_weeks_is_kept_by_one_and_nothing_is_asked_of_what_is_not_live() -> None:
    assert Rhythm((), promised=0.5).silence(week(1)) is Silence.KEPT
    assert Rhythm((), promised=None).silence(week(1)) is Silence.KEPT


def test_the_present_week_is_not_over_and_so_never_counted_as_silent() -> None:
    rhythm = Rhythm((week(0, before=True), week(0), week(3), week(0, late=True), week(0)))

    assert (rhythm.posts, rhythm.silent, rhythm.late, rhythm.most, len(rhythm.known)) == (3, 2, 1, 3, 4)


@pytest.mark.parametrize(
    ("promises", "promised"),
    [
        ((Promise(7, 5),), 1.0),
        ((Promise(14, 10),), 0.5),
        ((Promise(7, 5, 3), Promise(2, 1)), 3.5),
    ],
)
def test_what_is_promised_a_week_is_the_strictest(promises: tuple[Promise, ...], promised: float) -> None:
    assert promised_a_week(Pace(promises, MONDAY - timedelta(weeks=9))) == promised
    assert promised_a_week(None) is None
