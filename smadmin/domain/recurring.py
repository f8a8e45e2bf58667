"""What comes again: a topic every week until a day, and a week that is planned like another one.

Pure, on the school's own calendar days. Each post is planned by itself, so a single one is moved, left out or
signed like any other; what was planned together only shares its `series`.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from smadmin.domain.ids import SlotId
from smadmin.domain.plan import Slot, monday_of

WEEK = timedelta(weeks=1)
LONGEST = timedelta(weeks=53)
"""A series ends within a year and a week: the next school year is planned anew."""


def weekly(first: date, until: date, left_out: Callable[[date], bool]) -> tuple[date, ...]:
    """Give a day of the week, every week.

    Args:
        first: the first day; its weekday is kept.
        until: the last day that may be meant.
        left_out: whether a day is none for posts, a holiday for example.
    """
    days = (first + number * WEEK for number in range((min(until, first + LONGEST) - first) // WEEK + 1))
    return tuple(day for day in days if day <= until and not left_out(day))


def copied(
    slots: Iterable[Slot],
    to: date,
    *,
    there: Iterable[Slot],
    today: date,
    left_out: Callable[[date], bool],
    new_id: Callable[[], SlotId],
) -> tuple[Slot, ...]:
    """Plan a week like another one.

    What is planned there already for the same account, day and topic isn't planned twice; days that are over
    and days that are none for posts stay empty.

    Args:
        slots: the week that is copied.
        to: a day of the other week.
        there: what is planned in it.
        today: the school's own date.
        left_out: whether a day is none for posts.
        new_id: gives the copies their ids.
    """
    known = {(one.account, one.day, one.topic) for one in there}
    copies = []
    for slot in slots:
        day = same_weekday(slot.day, to)
        if day < today or left_out(day) or (slot.account, day, slot.topic) in known:
            continue
        known.add((slot.account, day, slot.topic))
        copies.append(replace(slot, id=new_id(), day=day, series=None, version=1))
    return tuple(copies)


def same_weekday(day: date, to: date) -> date:
    """Give the day of another week that is the same day of the week; `to` is any day of that week."""
    return monday_of(to) + timedelta(days=day.weekday())


def later_of(slot: Slot, slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """Give a post of a series with all that come after it, by day; alone where it is in none."""
    if slot.series is None:
        return (slot,)
    mine = (one for one in slots if one.series == slot.series and one.day >= slot.day)
    return tuple(sorted(mine, key=lambda one: one.day))
