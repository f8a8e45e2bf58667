"""The week's plan: what comes next on each account, and what a signature covers.

All of it pure. Days are the school's own calendar days; the caller turns moments into days.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from smadmin.domain.ids import AccountId, PersonId, SchoolId, SeriesId, SlotId
from smadmin.domain.people import OFFICE, Role

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


def occasions_of(slots: Iterable[Slot]) -> Mapping[SlotId, frozenset[SlotId]]:
    """Give for each slot those that one post to several accounts can fill together: same day, same topic."""
    every, together = tuple(slots), dict[tuple[date, str], set[SlotId]]()
    for one in every:
        together.setdefault((one.day, one.topic), set()).add(one.id)
    frozen = {occasion: frozenset(ids) for occasion, ids in together.items()}
    return {one.id: frozen[one.day, one.topic] for one in every}


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
        struck: the slots that whoever signed left out, each as it stood then.
        owed: whether somebody else entered it and the countersignature lacks; then it doesn't go on.
    """

    monday: date
    slots: tuple[Slot, ...]
    seq: int | None = None
    signed_by: PersonId | None = None
    topics: frozenset[tuple[AccountId, str]] = frozenset()
    signed: tuple[SignedSlot, ...] = ()
    struck: tuple[SignedSlot, ...] = ()
    owed: bool = False

    def leaves_out(self, slot: Slot) -> bool:
        """Tell whether a slot was struck and is still what was struck: changed, it is asked about anew."""
        return any(
            (one.id, one.account, one.day, one.topic) == (slot.id, slot.account, slot.day, slot.topic)
            for one in self.struck
        )

    def holds(self, account: AccountId, topic: str) -> bool:
        """Tell whether a topic was signed for every day: where one post of it was struck, only named ones."""
        struck = any((one.account, one.topic) == (account, topic) for one in self.struck)
        return (account, topic) in self.topics and not struck

    def signs(self, slot: Slot) -> bool:
        """Tell whether the signature covers a slot, by its topic or as the very one."""
        named = any(
            (one.id, one.account, one.topic) == (slot.id, slot.account, slot.topic) for one in self.signed
        )
        return named or (self.holds(slot.account, slot.topic) and not self.struck_as(slot.id))

    def struck_as(self, slot: SlotId | None) -> bool:
        """Tell whether this very post was struck, whatever it is called by now: no topic covers it."""
        return any(one.id == slot for one in self.struck) and all(one.id != slot for one in self.signed)


def monday_of(day: date) -> date:
    """Give the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def covers(
    plan: WeekPlan,
    accounts: tuple[AccountId, ...],
    topic: str,
    on: date,
    *,
    slot: SlotId | None = None,
    named: frozenset[AccountId] = frozenset(),
) -> bool:
    """Tell whether a signed week's plan covers a topic on all these accounts on a day.

    Signed topics hold for the signed week and go on for three weeks after it. Where a post of a topic was
    struck, only the posts that the signature names are covered: `named` are the accounts of those. A post
    for a planned one that was struck itself (`slot`) isn't covered under another topic either.
    """
    begun = plan.seq is not None and plan.monday <= on and not over(plan, on)
    covered = all(plan.holds(account, topic) or account in named for account in accounts)
    return begun and bool(accounts) and covered and not plan.struck_as(slot)


def beside(run: WeekPlan, struck: Collection[SignedSlot]) -> WeekPlan:
    """Give what a signed plan goes on to cover, though a later one doesn't stand in its place.

    Such is a page that waits for its countersignature, or a signature that was undone. It ends nothing that
    the principal signed; what was struck in it doesn't go out all the same.
    """
    topics, ids = {(one.account, one.topic) for one in struck}, {one.id for one in struck}
    kept = tuple(one for one in run.signed if (one.account, one.topic) not in topics and one.id not in ids)
    return replace(run, topics=run.topics - topics, signed=kept, struck=(*run.struck, *struck))


def over(plan: WeekPlan, on: date) -> bool:
    """Tell whether a week's plan goes on no longer."""
    return on > last_day(plan)


def last_day(plan: WeekPlan) -> date:
    """Give the last day on which a signed plan holds: a page that waits holds for its own week alone."""
    return plan.monday + timedelta(days=6) + (timedelta() if plan.owed else PLAN_GOES_ON)


def signed_together(plan: WeekPlan, slot: SlotId) -> tuple[SignedSlot, ...]:
    """Give a slot and what one post fills together with it, as the week's signature names them.

    Empty for a slot that the signature doesn't name, though its topic be signed for other days.
    """
    named = next((one for one in plan.signed if one.id == slot), None)
    if named is None:
        return ()
    return tuple(one for one in plan.signed if (one.day, one.topic) == (named.day, named.topic))
