"""What the calendar shows of a planned post beside how it stands: what a signature says of it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smadmin.domain.clashes import Clash
from smadmin.domain.ids import AccountId, PersonId, PostId, SlotId
from smadmin.domain.plan import SignedSlot, Slot, WeekPlan, monday_of
from smadmin.domain.scheduled import Schedule
from smadmin.domain.school_days import DaysKind, SchoolDays
from smadmin.domain.week import Afterwards, SlotStage


def is_free(days: SchoolDays, day: date) -> bool:
    """Tell whether the school rests on a day, whether or not its accounts may."""
    named = days.named.get(day)
    return days.rests(day) or (named is not None and named[0].rests)


def is_quiet(days: SchoolDays, day: date) -> bool:
    """Tell whether posts stay out of the way of exams on a day."""
    named = days.named.get(day)
    return named is not None and named[0] is DaysKind.EXAMS


class Signing(StrEnum):
    """What the principal's signature says of a planned post."""

    NONE = "none"  # its week isn't signed
    SIGNED = "signed"  # it stands as it was signed
    TOPIC = "topic"  # it came later, but its topic is signed for the week
    MOVED = "moved"  # it was signed for another day or topic
    LATER = "later"  # it came after the signature and isn't covered
    STRUCK = "struck"  # whoever signed left it out


def signing(slot: Slot, plans: Mapping[date, WeekPlan], named: Mapping[SlotId, SignedSlot]) -> Signing:
    """Say what signatures say of a planned post.

    Args:
        slot: as it stands in the plan.
        plans: the signed weeks, by their Mondays.
        named: what their signatures name, as it stood then.
    """
    signed, plan = named.get(slot.id), plans.get(monday_of(slot.day))
    if signed is not None:
        same = (signed.account, signed.day, signed.topic) == (slot.account, slot.day, slot.topic)
        return Signing.SIGNED if same else Signing.MOVED
    if plan is None:
        return Signing.NONE
    if plan.leaves_out(slot):
        return Signing.STRUCK
    return Signing.TOPIC if plan.signs(slot) else Signing.LATER


@dataclass(frozen=True)
class Entry:
    """A post on a day of the calendar, planned or gone out.

    Args:
        slot: what was planned; None for what went out besides the plan.
        post: the post that is written for it, or that went out.
        out_on: the day on which it went out, where that wasn't the planned one.
        after: what became of it once it was out.
        schedule: for when a released one is scheduled, where it goes out by itself.
    """

    account: AccountId
    day: date
    stage: SlotStage
    slot: Slot | None = None
    post: PostId | None = None
    author: PersonId | None = None
    out_on: date | None = None
    signing: Signing = Signing.NONE
    clashes: frozenset[Clash] = frozenset()
    after: Afterwards | None = None
    schedule: Schedule | None = None

    @property
    def fixed(self) -> bool:
        """Tell whether it can't be moved any more: it is out."""
        return self.slot is None or self.stage is SlotStage.PUBLISHED

    @property
    def kept(self) -> bool:
        """Tell whether it can't be taken out: something is written for it."""
        return self.fixed or self.post is not None
