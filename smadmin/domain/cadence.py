"""The cadence: how long an account has been silent, measured by what it is held to (docs/cadence.md).

All of it pure. Days are the school's own calendar days; the caller turns moments into days. A post is what
was published and seen, never what was drafted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.domain.school_days import DAY, EVERY_DAY, SchoolDays, days_of

ABANDONED_DAYS = 21
"""From here on an account counts as given up (SOC-O3: never three weeks of silence)."""
LONGEST_EXCUSE = timedelta(days=92)
"""The program's default: a summer. Longer silences are for holding or closing an account."""
EXCUSE_PART = "excuse"


class CadenceStage(StrEnum):
    """How long an account has been quiet, measured by what its policy allows."""

    RESTING = "resting"  # not live, on hold: nothing is asked
    EXCUSED = "excused"  # the principal excused it up to a day
    ON_TIME = "on-time"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    SILENT = "silent"
    ABANDONED = "abandoned"


_STAGES = tuple(CadenceStage)
_LATE = frozenset({CadenceStage.OVERDUE, CadenceStage.SILENT, CadenceStage.ABANDONED})


@dataclass(frozen=True)
class Promise:
    """So many posts within so many days that count, at any time.

    Args:
        days: once more of them have passed since the oldest of these posts, it is overdue.
        warn_day: *due soon* begins when so many have passed.
    """

    days: int
    warn_day: int
    posts: int = 1

    def own(self, days: int | None) -> "tuple[Promise, ...]":
        """Give the policy's promise and the account's own, a post every so many days, where it is stricter.

        Both are given where neither contains the other (three a week, and one every second day).
        """
        if days is None or days >= self.days:
            return (self,)
        mine = Promise(days, max(1, days - (self.days - self.warn_day)))
        return (mine,) if days * self.posts <= self.days else (self, mine)


@dataclass(frozen=True)
class Pace:
    """What an account is held to, on the days that count for it.

    Args:
        promises: each is to be kept; one at least.
        since: the day it went live, from which it is judged.
        days: which days count.
    """

    promises: tuple[Promise, ...]
    since: date
    days: SchoolDays = EVERY_DAY

    @property
    def most_posts(self) -> int:
        """How many of the newest posts must be known to judge it."""
        return max(one.posts for one in self.promises)

    @property
    def least_days(self) -> int:
        """The days of the strictest promise."""
        return min(one.days for one in self.promises)

    def due_on(self, posts: Sequence[date]) -> date:
        """Give the last day on which the next post is still on time.

        Args:
            posts: the days of the newest posts, the newest first.
        """
        return min(self.days.last_within(self._begun(posts, one), one.days) for one in self.promises)

    def stage(self, posts: Sequence[date], today: date) -> CadenceStage:
        """Judge an account by its newest posts, the newest first (SOC-M1, SOC-O3, BAL-B1e1, YEL-C3)."""
        stages = [self._kept(posts, one, today) for one in self.promises]
        return stages[0] if len(stages) == 1 else max(stages, key=_STAGES.index)

    def late(self, posts: Sequence[date], today: date) -> bool:
        """Tell whether the days of a promise are over."""
        # Days of rest only take away from the days between: where these are few, nothing else is asked.
        for one in self.promises:
            if (today - self._begun(posts, one)).days > one.days:
                return self.stage(posts, today) in _LATE
        return False

    def quiet_since(self, posts: Sequence[date]) -> date:
        """Give the day of the newest post, or of the beginning."""
        return max(self.since, posts[0]) if posts else self.since

    def _begun(self, posts: Sequence[date], promise: Promise) -> date:
        """Give the day from which a promise runs: of the oldest post that it asks for, or the beginning."""
        oldest = posts[promise.posts - 1] if len(posts) >= promise.posts else self.since
        return oldest if oldest > self.since else self.since  # thousands are asked: `max` takes twice as long

    def _kept(self, posts: Sequence[date], promise: Promise, today: date) -> CadenceStage:
        quiet = self.days.counted(self.quiet_since(posts), today)
        passed = self.days.counted(self._begun(posts, promise), today)
        given_up = abandoned_from(promise.days)
        if quiet >= given_up:
            return CadenceStage.ABANDONED
        if quiet > (promise.days + given_up) // 2:
            return CadenceStage.SILENT
        if passed > promise.days:
            return CadenceStage.OVERDUE
        return CadenceStage.DUE_SOON if passed >= promise.warn_day else CadenceStage.ON_TIME


@dataclass(frozen=True)
class Cadence:
    """An account's place between two posts.

    Args:
        quiet_days: whole days since the last post, or since it went live, those of holidays too.
        due_on: the last day on which a post is still on time.
        last_post: day of the last published and seen post, or None.
        excused_until: the last day of the principal's excuse, or None.
        closed: whether the school rests from that day on as long as a post would be on time.
    """

    account: AccountId
    stage: CadenceStage
    quiet_days: int
    due_on: date | None
    last_post: date | None
    excused_until: date | None = None
    closed: bool = False

    @property
    def needs_somebody(self) -> bool:
        """Tell whether a warning is due (`smadmin cadence` then ends with status 1 from overdue on)."""
        return self.late or self.stage is CadenceStage.DUE_SOON

    @property
    def late(self) -> bool:
        """Tell whether the policy's days are over."""
        return self.stage in _LATE


class PauseKind(StrEnum):
    """Why nothing is asked of an account for some days."""

    HOLD = "hold"
    EXCUSE = "excuse"


@dataclass(frozen=True)
class Pause:
    """Days on which nothing is asked of an account; a hold has no last day while it lasts."""

    kind: PauseKind
    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether a day is one of them."""
        return self.first <= day and (self.last is None or day <= self.last)

    def days(self, until: date) -> tuple[date, ...]:
        """Give its days up to one."""
        return days_of(self.first, until if self.last is None else min(self.last, until))


def excused_until(pauses: Iterable[Pause], today: date) -> date | None:
    """Give the last day of the excuse that holds today, or None; it ends by itself."""
    lasting = (one.last for one in pauses if one.kind is PauseKind.EXCUSE and one.holds(today))
    return max((day for day in lasting if day is not None), default=None)


def paused(days: SchoolDays, pauses: Iterable[Pause], today: date) -> SchoolDays:
    """Give the days that count for an account: neither its holds nor its excuses do."""
    return days.with_pauses(day for one in pauses for day in one.days(max(today, one.last or today)))


def begun(pauses: tuple[Pause, ...], today: date, until: date) -> tuple[Pause, ...]:
    """Give the pauses with an excuse from today on, in the place of one that holds."""
    return (*stopped(pauses, today), Pause(PauseKind.EXCUSE, today, until))


def stopped(pauses: tuple[Pause, ...], today: date, kind: PauseKind = PauseKind.EXCUSE) -> tuple[Pause, ...]:
    """Give the pauses where those of a kind that hold today ended yesterday."""
    ended = (
        replace(one, last=today - DAY) if one.kind is kind and one.holds(today) else one for one in pauses
    )
    return tuple(one for one in ended if one.last is None or one.first <= one.last)


def excuse_blockers(until: date, why: str, today: date) -> tuple[Reason, ...]:
    """List what speaks against an excuse: it ends on a day to come that isn't far, and says why."""
    reasons = []
    if not today <= until <= today + LONGEST_EXCUSE:
        reasons.append(Reason(say("excuses.day-wrong", n=LONGEST_EXCUSE.days), None, "until"))
    if not why.strip():
        reasons.append(Reason(say("excuses.why-missing"), None, "why"))
    return tuple(reasons)


def abandoned_from(days: int) -> int:
    """Give the day from which an account counts as given up, a week after its own promise at the earliest."""
    return max(ABANDONED_DAYS, days + 7)


def cadence(
    account: AccountId,
    *,
    today: date,
    pace: Pace | None,
    posts: Sequence[date],
    excused: date | None = None,
) -> Cadence:
    """Judge one account on one day (SOC-M1, SOC-O3, BAL-B1e1, BLO-IV-D1).

    Args:
        account: whose cadence it is.
        today: the day to judge, in the school's zone.
        pace: what it is held to; None while it isn't live.
        posts: the days of the newest posts that were published and seen, the newest first, none after today.
        excused: the last day of an excuse that holds today, or None.
    """
    last = posts[0] if posts else None
    if pace is None:
        return Cadence(account, CadenceStage.RESTING, 0, None, last)
    quiet = max(0, (today - pace.quiet_since(posts)).days)
    stage = pace.stage(posts, today) if excused is None else CadenceStage.EXCUSED
    due = pace.due_on(posts)
    closed = today <= due and not pace.days.counted(today - DAY, due)
    return Cadence(account, stage, quiet, due, last, excused, closed)
