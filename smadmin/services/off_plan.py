"""What went out in a week and fills none of its planned posts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from smadmin.domain.ids import AccountId
from smadmin.domain.plan import Slot
from smadmin.domain.week import WEEK, Afterwards, Planned, SlotStage
from smadmin.services.afterwards import NOTHING, PLAIN, AfterwardsOf
from smadmin.services.cadence import Posted
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class OffPlan:
    """A post that went out on a day without a slot of that week.

    Args:
        planned: the one it was written for.
        after: what became of it once it was out.
    """

    account: AccountId
    day: date
    planned: Slot | None = None
    after: Afterwards | None = None


def off_plan(
    unit: Unit, posted: Posted, week: Iterable[Planned], monday: date, after: AfterwardsOf = NOTHING
) -> tuple[OffPlan, ...]:
    """Give what went out in a week and fills none of its slots, by day.

    Args:
        unit: the store as it stands.
        posted: what is out.
        week: the week's slots, each with how it stands.
        monday: the week's first day.
        after: what became of posts once they were out.
    """
    filled = [one for one in week if one.stage is SlotStage.PUBLISHED]
    by_post = {(one.slot.account, one.post) for one in filled if one.post is not None}
    by_day = {(one.slot.account, one.slot.day) for one in filled if one.post is None}
    found = [
        OffPlan(
            one.account,
            day,
            None if one.slot is None else unit.slots.maybe(one.slot),
            after.get((one.post, one.account)),
        )
        for one, day in posted.out
        if monday <= day < monday + WEEK
        and not after.get((one.post, one.account), PLAIN).instead
        and (one.account, one.post) not in by_post
        and (one.slot is not None or (one.account, day) not in by_day)
    ]
    return tuple(sorted(found, key=lambda one: one.day))
