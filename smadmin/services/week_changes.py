"""What became of a signed week: posts that stand otherwise than they were signed, and those that left it."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from smadmin.domain.calendar import Signing, signing
from smadmin.domain.ids import SlotId
from smadmin.domain.plan import SignedSlot, Slot, WeekPlan
from smadmin.domain.week import WEEK
from smadmin.services.plan import newest_signature
from smadmin.services.proof import Proven
from smadmin.storage.unit import Unit

_WEEKS_AROUND = 4
"""Within so many weeks of its signed one a moved post is still recognised, as in the calendar."""


@dataclass(frozen=True)
class Gone:
    """A post that was signed for a week and left it; `now` is where it stands, None if it was taken out."""

    signed: SignedSlot
    now: Slot | None


def signed_otherwise(proven: Proven, monday: date, slots: Iterable[Slot]) -> Mapping[SlotId, SignedSlot]:
    """Give what was signed of those posts that stand otherwise now: on another day, or with another topic.

    Args:
        proven: the record as it is proven.
        monday: the week's first day.
        slots: what is planned in it.
    """
    weeks = (monday + number * WEEK for number in range(-_WEEKS_AROUND, _WEEKS_AROUND + 1))
    plans = {plan.monday: plan for week in weeks if (plan := newest_signature(proven, week)) is not None}
    named = {one.id: one for plan in plans.values() for one in plan.signed}
    return {one.id: named[one.id] for one in slots if signing(one, plans, named) is Signing.MOVED}


def gone_since(unit: Unit, signed: WeekPlan | None, here: Container[SlotId]) -> tuple[Gone, ...]:
    """Give what was signed for a week and isn't in it any more, by the day for which it was signed.

    Args:
        unit: the store as it stands.
        signed: the week's signature, or None.
        here: what is planned in the week now.
    """
    left = () if signed is None else (one for one in signed.signed if one.id not in here)
    return tuple(Gone(one, unit.slots.maybe(one.id)) for one in sorted(left, key=lambda one: one.day))
