"""A week's slots as rows name them; whether somebody saw just those; whether any is left to sign."""

from collections.abc import Collection, Iterable
from datetime import date

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Conflict, Reason
from smadmin.domain.ids import SlotId
from smadmin.domain.messages import say
from smadmin.domain.plan import Slot
from smadmin.domain.week import WEEK
from smadmin.domain.week_signing import week_digest


def plan_part(monday: date, slots: Iterable[Slot], struck: frozenset[SlotId]) -> dict[str, Plain]:
    """Give a week as its signature's row names it."""
    every = tuple(slots)
    part: dict[str, Plain] = {
        "monday": monday.isoformat(),
        "slots": [slot_plain(one) for one in every if one.id not in struck],
    }
    left_out: list[Plain] = [slot_plain(one) for one in every if one.id in struck]
    return {**part, "struck": left_out} if left_out else part


def slot_plain(slot: Slot) -> dict[str, Plain]:
    """Give a slot as its rows and the week's signature name it."""
    said: dict[str, Plain] = {"id": slot.id, "account": slot.account, "day": slot.day.isoformat()}
    return {**said, "topic": slot.topic, **({} if slot.at is None else {"at": slot.at.isoformat("minutes")})}


def slots_digest(slots: Iterable[Slot]) -> str:
    """Digest a week's slots as they stand, in no order."""
    return week_digest(slot_plain(one) for one in slots)


def require_seen(seen: str | None, slots: Iterable[Slot]) -> None:
    """Refuse where a week's slots aren't those that somebody saw; None where nobody was shown any.

    Raises:
        Conflict: then.
    """
    if seen is not None and seen != slots_digest(slots):
        raise Conflict(say("plan.changed-meanwhile"), remedy=say("plan.look-again"))


def over_reasons(monday: date, today: date) -> tuple[Reason, ...]:
    """Say that a week is over on a day: nobody is asked to approve what has been."""
    return () if today < monday + WEEK else (Reason(say("plan.week-over")),)


def nothing_reasons(slots: Collection[SlotId]) -> tuple[Reason, ...]:
    """Say why there is nothing to sign: no post is planned, or every one is struck."""
    return (Reason(say("plan.all-struck"), None, "posts") if slots else Reason(say("plan.week-empty")),)
