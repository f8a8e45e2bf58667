"""Gaps drawn before they come true: the days on which an account will be late if nothing more is planned.

Pure, on the school's own calendar days.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from smadmin.domain.cadence import Pace
from smadmin.domain.school_days import days_of

_DAY = timedelta(days=1)


def gap_days(
    pace: Pace, posts: Sequence[date], planned: Iterable[date], *, today: date, first: date, last: date
) -> frozenset[date]:
    """Give the days of a span on which the policy's days will be over, if everything goes out as planned.

    A planned post is taken to go out on its day; what is planned for days that are over helps nobody.

    Args:
        pace: what the account is held to.
        posts: the days of its newest posts, the newest first.
        planned: the days for which something is planned, in any order; those after the span don't matter.
        today: the school's own date; no day before it is a gap to come.
        first: the span's first day.
        last: its last.
    """
    out, found = list(posts), set[date]()
    ahead = sorted({day for day in planned if today <= day <= last})
    quick = pace.most_posts == 1  # then a post never helps for fewer days than the promise has
    for day in (*ahead, last + _DAY):
        if quick and out and day - out[0] <= timedelta(days=pace.least_days):
            out = [day]
            continue
        late_from = max(pace.due_on(out) + _DAY, today, first)
        found.update(days_of(late_from, day - _DAY))
        out = [day, *out][: pace.most_posts]
    return frozenset(found)
