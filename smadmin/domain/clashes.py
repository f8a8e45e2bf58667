"""Clashes in the plan: two posts within an hour on one account, and a post on a day that is kept quiet.

Pure. A clash is shown and hinders nobody: people may have their reasons.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, time
from enum import StrEnum
from itertools import pairwise

from smadmin.domain.ids import AccountId, SlotId
from smadmin.domain.plan import Slot
from smadmin.domain.school_days import DaysKind
from smadmin.domain.week import Planned, SlotStage

HOUR_MINUTES = 60


class Clash(StrEnum):
    """What stands against a planned post."""

    SAME_HOUR = "same-hour"
    QUIET_DAY = "quiet-day"


def clashes(slots: Iterable[Slot], quiet: Callable[[date], bool]) -> dict[SlotId, frozenset[Clash]]:
    """Find what stands against each planned post; those without are left out.

    Args:
        slots: of whole days; posts without a time are never too close to each other.
        quiet: whether the school is silent on a day, for exams for example.
    """
    found: defaultdict[SlotId, set[Clash]] = defaultdict(set)
    by_day: defaultdict[tuple[AccountId, date], list[tuple[int, SlotId]]] = defaultdict(list)
    for slot in slots:
        if quiet(slot.day):
            found[slot.id].add(Clash.QUIET_DAY)
        if slot.at is not None:
            by_day[slot.account, slot.day].append((_minute(slot.at), slot.id))
    for timed in by_day.values():
        timed.sort()
        for (one, first), (other, second) in pairwise(timed):
            if other - one < HOUR_MINUTES:
                found[first].add(Clash.SAME_HOUR)
                found[second].add(Clash.SAME_HOUR)
    return {slot: frozenset(what) for slot, what in found.items()}


def week_clashes(
    week: Sequence[Planned], named: Mapping[date, tuple[DaysKind, str]]
) -> dict[SlotId, tuple[Clash, ...]]:
    """Find what stands against each planned post of a week, as the calendar does; none that is out.

    Args:
        week: its posts.
        named: what the school calls days of the week.
    """
    found = clashes([one.slot for one in week], lambda day: day in named and named[day][0] is DaysKind.EXAMS)
    out = {one.slot.id for one in week if one.stage is SlotStage.PUBLISHED}
    return {slot: tuple(sorted(what)) for slot, what in found.items() if slot not in out}


def _minute(at: time) -> int:
    return at.hour * HOUR_MINUTES + at.minute
