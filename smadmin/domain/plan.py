"""The week's plan and the cadence: what comes next on each account, and how long it has been silent.

All of it pure. Days are the school's own calendar days; the caller turns moments into days.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from smadmin.domain.ids import AccountId, PersonId, SchoolId, SeriesId, SlotId
from smadmin.domain.people import OFFICE, Role

ABANDONED_DAYS = 21
"""From here on an account counts as given up (SOC-O3: never three weeks of silence)."""

PLAN_GOES_ON = timedelta(weeks=3)
"""An unsigned week silences nobody: the last signed plan goes on for three weeks (`product.md`, Plan)."""


PLANNERS = OFFICE | {Role.ADMINISTRATOR, Role.COMMUNICATIONS}
"""Who plans posts for an account."""


@dataclass(frozen=True)
class Slot:
    """A planned post: an account, a day and a topic.

    Args:
        at: the time of day on the school's clock, or None for any. It isn't part of what a signature covers.
        series: what it was planned with, every week; each of them is moved or left out by itself.
    """

    id: SlotId
    school: SchoolId
    account: AccountId
    day: date
    topic: str
    version: int = 1
    at: time | None = None
    series: SeriesId | None = None


def one_occasion(slot: Slot, slots: Iterable[Slot]) -> frozenset[SlotId]:
    """Give the slots that one post to several accounts can fill together: the same day, the same topic."""
    return frozenset(one.id for one in slots if (one.day, one.topic) == (slot.day, slot.topic))


@dataclass(frozen=True)
class PlannedDay:
    """What a post is written for, and the day on which that is asked; both days are the school's own."""

    topic: str
    day: date
    today: date


@dataclass(frozen=True)
class SignedSlot:
    """A planned post as a week's signature names it, whatever became of the slot since."""

    id: SlotId
    account: AccountId
    day: date
    topic: str


@dataclass(frozen=True)
class WeekPlan:
    """A week and whether the principal signed it.

    Args:
        monday: the week's first day.
        seq: the record's row that signed it, or None.
        topics: the topics that were signed, per account; slots added later aren't covered.
        signed: the slots that were signed, each as it stood then.
    """

    monday: date
    slots: tuple[Slot, ...]
    seq: int | None = None
    signed_by: PersonId | None = None
    topics: frozenset[tuple[AccountId, str]] = frozenset()
    signed: tuple[SignedSlot, ...] = ()


def monday_of(day: date) -> date:
    """Give the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def covers(plan: WeekPlan, accounts: tuple[AccountId, ...], topic: str, on: date) -> bool:
    """Tell whether a signed week's plan covers a topic on all these accounts on a day.

    Signed topics hold for the signed week and go on for three weeks after it.
    """
    begun = plan.seq is not None and plan.monday <= on and not over(plan, on)
    return begun and bool(accounts) and all((account, topic) in plan.topics for account in accounts)


def over(plan: WeekPlan, on: date) -> bool:
    """Tell whether a week's plan goes on no longer."""
    return on >= plan.monday + timedelta(weeks=1) + PLAN_GOES_ON


def signed_together(plan: WeekPlan, slot: SlotId) -> tuple[SignedSlot, ...]:
    """Give a slot and what one post fills together with it, as the week's signature names them.

    Empty for a slot that the signature doesn't name, though its topic be signed for other days.
    """
    named = next((one for one in plan.signed if one.id == slot), None)
    if named is None:
        return ()
    return tuple(one for one in plan.signed if (one.day, one.topic) == (named.day, named.topic))


def promised(*, days: int, warn_day: int, own: int | None) -> tuple[int, int]:
    """Give the days between posts and the day of the warning, by the stricter of policy and account.

    Args:
        days: the pack's days between posts.
        warn_day: the pack's day of the warning.
        own: the account's own promise in days, or None.
    """
    if own is None or own >= days:
        return days, warn_day
    return own, max(1, own - (days - warn_day))


class CadenceStage(StrEnum):
    """How long an account has been quiet, measured by what its policy allows."""

    RESTING = "resting"  # not live, on hold: nothing is asked
    ON_TIME = "on-time"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    SILENT = "silent"
    ABANDONED = "abandoned"


@dataclass(frozen=True)
class Cadence:
    """An account's place between two posts.

    Args:
        quiet_days: whole days since the last post, or since it went live.
        due_on: the last day on which a post is still on time.
        last_post: day of the last published and seen post, or None.
    """

    account: AccountId
    stage: CadenceStage
    quiet_days: int
    due_on: date | None
    last_post: date | None

    @property
    def needs_somebody(self) -> bool:
        """Tell whether a warning is due (`smadmin cadence` then ends with status 1 from overdue on)."""
        return self.stage not in {CadenceStage.RESTING, CadenceStage.ON_TIME}

    @property
    def late(self) -> bool:
        """Tell whether the policy's days are over."""
        return self.stage in {CadenceStage.OVERDUE, CadenceStage.SILENT, CadenceStage.ABANDONED}


def abandoned_from(days: int) -> int:
    """Give the day from which an account counts as given up, a week after its own promise at the earliest."""
    return max(ABANDONED_DAYS, days + 7)


def cadence(
    account: AccountId,
    *,
    today: date,
    live_since: date | None,
    last_post: date | None,
    days: int,
    warn_day: int,
) -> Cadence:
    """Judge one account on one day (SOC-M1, SOC-O3, BAL-B1e1, BLO-IV-D1).

    Args:
        account: whose cadence it is.
        today: the day to judge, in the school's zone.
        live_since: the day the account went live; None while it isn't live.
        last_post: day of the last post that was published and seen.
        days: a post every so many days (the pack's, or the account's stricter promise).
        warn_day: *due soon* begins when so many days have passed.
    """
    if live_since is None:
        return Cadence(account, CadenceStage.RESTING, 0, None, last_post)
    since = max(live_since, last_post or live_since)
    quiet = max(0, (today - since).days)
    if quiet < min(warn_day, days):
        stage = CadenceStage.ON_TIME
    elif quiet <= days:
        stage = CadenceStage.DUE_SOON
    elif quiet >= abandoned_from(days):
        stage = CadenceStage.ABANDONED
    elif quiet > (days + abandoned_from(days)) // 2:
        stage = CadenceStage.SILENT
    else:
        stage = CadenceStage.OVERDUE
    return Cadence(account, stage, quiet, since + timedelta(days=days), last_post)
