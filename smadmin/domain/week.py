"""A week as people look at it: how each planned post stands, where a gap will come, and the weeks behind us.

All of it pure, on the school's own calendar days. Nothing here lets anybody release a post.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from smadmin.domain.cadence import Pace
from smadmin.domain.ids import AccountId, PersonId, PostId
from smadmin.domain.plan import Slot, monday_of
from smadmin.domain.posts import PostStage
from smadmin.domain.scheduled import Schedule
from smadmin.domain.school_days import DAY, SchoolDays

WEEK = timedelta(weeks=1)
_TO_SUNDAY = timedelta(days=6)
GAP_AHEAD = timedelta(days=1)
"""A slot for which nothing is written yet is a gap from the day before on, while there is still time."""


class SlotStage(StrEnum):
    """How a planned post stands."""

    PUBLISHED = "published"
    RELEASED = "released"
    IN_REVIEW = "in-review"
    SENT_BACK = "sent-back"
    DRAFTED = "drafted"
    PLANNED = "planned"
    GAP = "gap"  # its day is here or tomorrow, and nothing is written
    MISSED = "missed"  # its day is over, and nothing was written

    @property
    def empty(self) -> bool:
        """Tell whether nothing is written for it."""
        return self in {SlotStage.PLANNED, SlotStage.GAP, SlotStage.MISSED}


_OF_POST = {
    PostStage.DRAFT: SlotStage.DRAFTED,
    PostStage.SUBMITTED: SlotStage.IN_REVIEW,
    PostStage.SENT_BACK: SlotStage.SENT_BACK,
    PostStage.RELEASED: SlotStage.RELEASED,
    PostStage.PUBLISHED: SlotStage.PUBLISHED,
}


@dataclass(frozen=True)
class Afterwards:
    """The last that happened to a post once it was out, and on which of the school's own days.

    Args:
        gone: when it was seen to be taken down; says more than that it was corrected before.
        corrected: when the right words were out.
        instead: whether it is a correction that stands in the place of another post, which is listed.
        hidden: whether no visitor saw it when it was last looked at.
    """

    gone: date | None = None
    corrected: date | None = None
    instead: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Planned:
    """A slot, how it stands, and the post that is written for it.

    Args:
        out_on: the day on which it went out, where that wasn't the slot's own.
        after: what became of it once it was out.
        schedule: for when a released one is scheduled, where it goes out by itself.
    """

    slot: Slot
    stage: SlotStage
    post: PostId | None = None
    author: PersonId | None = None
    out_on: date | None = None
    after: Afterwards | None = None
    schedule: Schedule | None = None


def slot_stage(day: date, *, today: date, post: PostStage | None, out: bool) -> SlotStage:
    """Say how a planned post stands.

    Args:
        day: the slot's.
        today: the school's own date.
        post: the stage of the post written for it, or None.
        out: whether a post went out on its account on that very day, whoever wrote it where.
    """
    written = None if post is None else _OF_POST.get(post)
    if out and written is None:
        return SlotStage.PUBLISHED
    if written is not None:
        return written
    if day < today:
        return SlotStage.MISSED
    return SlotStage.GAP if day - today <= GAP_AHEAD else SlotStage.PLANNED


@dataclass(frozen=True)
class Gap:
    """A gap before it happens: `due` is the last day on which a post would still be on time."""

    account: AccountId
    due: date


def due_after(*, today: date, pace: Pace, posts: Sequence[date], planned: Iterable[date]) -> date:
    """Give the day by which a post is due if everything goes out as planned.

    While the school is closed for as long as a post would be on time, that is the first day it is open again.

    Args:
        today: the school's own date; slots before it help nobody any more.
        pace: what the account is held to.
        posts: the days of its newest posts, the newest first.
        planned: the days of this account's slots, in any order.
    """
    out = list(posts)
    due = _reached(pace.due_on(out), pace.days, today)
    for day in sorted(one for one in planned if one >= today):
        # Who is late already catches up with anything within a week.
        if day > (today + WEEK if due < today else due):
            break
        out.insert(0, day)
        due = max(day, pace.due_on(out))
    return due


def _reached(due: date, days: SchoolDays, today: date) -> date:
    """Give the day itself, or the first open one where the school is closed from today until then."""
    closed = today <= due and not days.counted(today - DAY, due)
    return due + DAY if closed else due


def planned_until(monday: date, today: date) -> date:
    """Give the last day whose planned posts change whether a week has a gap: nothing later need be read.

    What is planned counts up to the first gap, and who is late catches up within a week of today.
    """
    return max(monday, today) + WEEK


def gap_in_week(account: AccountId, monday: date, *, today: date, due: date | None) -> Gap | None:
    """Give the gap that an account will have in a week, or None.

    An account that is late already has its gap in the current week, until something is planned.

    Args:
        account: whose gap it is.
        monday: the week's first day.
        today: the school's own date.
        due: as `due_after` gives it; None where nothing is asked.
    """
    if due is None:
        return None
    late_now = due < today and monday == monday_of(today)
    inside = max(monday, today) <= due < monday + WEEK
    return Gap(account, due) if late_now or inside else None


@dataclass(frozen=True)
class PastWeek:
    """A week of an account's past.

    Args:
        posts: how many posts went out in it.
        late: whether the policy's days were over at its end.
        before: whether it lies before the first post that the program knows of, so that nothing can be said.
    """

    monday: date
    posts: int
    late: bool = False
    before: bool = False


def past_weeks(
    account: AccountId, *, today: date, number: int, pace: Pace | None, posted: Iterable[date]
) -> tuple[PastWeek, ...]:
    """Count an account's posts week by week, the oldest first; the last one is the current week.

    Args:
        account: whose they are.
        today: the school's own date.
        number: how many weeks.
        pace: what it is held to, or None while it isn't live.
        posted: the days of its posts in these weeks, and of the newest ones before them.
    """
    out = sorted(posted)
    begins = out[0] if out else (None if pace is None else pace.since)
    most = 1 if pace is None else pace.most_posts
    monday = monday_of(today) - (number - 1) * WEEK
    first, weeks = bisect_left(out, monday), []
    for _ in range(number):
        end = min(monday + _TO_SUNDAY, today)
        beyond = bisect_right(out, end, first)
        known = begins is not None and end >= begins
        late = known and pace is not None and pace.late(out[max(0, beyond - most) : beyond][::-1], end)
        weeks.append(PastWeek(monday, beyond - first, late=late, before=not known))
        first, monday = beyond, monday + WEEK
    return tuple(weeks)
