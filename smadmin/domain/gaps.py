"""Gaps drawn before they come true: from when to when an account will be late if nothing more is planned.

Pure, on the school's own calendar days.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.cadence import Pace
from smadmin.domain.school_days import DAY

DRAWN = timedelta(days=14)
"""So much of a gap is drawn: further ahead nobody has planned yet, and a gap there would say nothing."""


@dataclass(frozen=True)
class GapSpan:
    """Days on end on which an account will be late.

    Args:
        first: the first of them from today on, none on which the school rests.
        last: the last of them, or of what was asked about.
        begins: whether the account isn't late before; else a planned post came, and wasn't enough.
        since: from which day on it was late already, where that lies before `first` and it is late today.
    """

    first: date
    last: date
    begins: bool = True
    since: date | None = None

    def drawn(self, first: date, last: date) -> tuple[date, date]:
        """Give the first and the last day that are drawn of a span of days; the last may lie before."""
        return max(self.first, first), min(self.last, last, self.first + DRAWN - DAY)


def gap_spans(
    pace: Pace, posts: Sequence[date], planned: Iterable[date], *, today: date, until: date
) -> tuple[GapSpan, ...]:
    """Give the days on which the policy's days will be over, if everything goes out as planned.

    A planned post is taken to go out on its day; what is planned for days that are over helps nobody.

    Args:
        pace: what the account is held to.
        posts: the days of its newest posts, the newest first.
        planned: the days for which something is planned, in any order; those after the last don't matter.
        today: the school's own date; no day before it is a gap to come.
        until: the last day that is asked about.
    """
    out, found, free_from = list(posts), list[GapSpan](), today
    ahead = sorted({day for day in planned if today <= day <= until})
    quick = pace.most_posts == 1  # then a post never helps for fewer days than the promise has
    for day in (*ahead, until + DAY):
        if quick and out and day - out[0] <= timedelta(days=pace.least_days):
            out, free_from = [day], day + DAY
            continue
        late_from = pace.due_on(out) + DAY
        first = _counting(pace, max(late_from, free_from), day)
        if first < day:
            begins = not found or not out or late_from > out[0]
            began = _counting(pace, late_from, first) if free_from == today else first
            found.append(GapSpan(first, day - DAY, begins, began if began < first else None))
        out, free_from = [day, *out][: pace.most_posts], day + DAY
    return tuple(found)


def _counting(pace: Pace, first: date, end: date) -> date:
    """Give the first day that counts for the account, or the end: while the school rests, nothing is due."""
    while first < end and pace.days.rests(first):
        first += DAY
    return first
