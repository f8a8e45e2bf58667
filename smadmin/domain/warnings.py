"""When a warning may reach somebody who has no window open: once on a school day, never in quiet hours.

All of it pure, on the school's own wall clock. What is due stands on Today whatever is set here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from smadmin.domain.school_days import DAY, DaysKind, SchoolDays

YEARLY = "yearly"
"""Under this what comes round with the years is snoozed, as an account is under its id."""

_FRIDAY = 4
_FARTHEST_DAYS = 400
"""So far ahead a school day is looked for; no break is longer than a year."""


@dataclass(frozen=True)
class WarningTimes:
    """When one computer may call somebody: a preference of whoever uses it, never the school's.

    Args:
        at: when the day's one message comes.
        quiet_from, quiet_until: between them nothing comes; over midnight where the first is the later one,
            and no quiet hours where both are the same.
        quiet_to: nothing comes up to this day, that day included; None for no such day.
        snoozed: accounts (or `YEARLY`) of which nothing is said up to a day, that day included.
    """

    at: time = time(8, 30)
    quiet_from: time = time(18)
    quiet_until: time = time(7)
    quiet_to: date | None = None
    snoozed: Mapping[str, date] = field(default_factory=dict)

    def quiet_at(self, moment: time) -> bool:
        """Tell whether a time lies in the quiet hours."""
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= moment < self.quiet_until
        return moment >= self.quiet_from or moment < self.quiet_until

    @property
    def daily_at(self) -> time:
        """When the day's message comes: as chosen, or when the quiet hours around that time are over."""
        return self.quiet_until if self.quiet_at(self.at) else self.at

    def speaks_of(self, about: str, today: date) -> bool:
        """Tell whether an account, or what comes round, isn't snoozed."""
        until = self.snoozed.get(about)
        return until is None or today > until

    def snooze(self, about: str, until: date, today: date) -> "WarningTimes":
        """Say nothing of an account, or of what comes round, up to a day; what is over is forgotten."""
        lasting = {one: day for one, day in self.snoozed.items() if day >= today}
        return replace(self, snoozed={**lasting, about: until})


def school_day(days: SchoolDays, day: date) -> bool:
    """Tell whether somebody is at school: a weekday without a break, or a day that is said to be open."""
    kind, _ = days.named.get(day, (None, ""))
    if kind is None or kind is DaysKind.EXAMS:
        return day.weekday() <= _FRIDAY
    return kind is DaysKind.OPEN


def daily_due(now: datetime, times: WarningTimes, told_on: date | None, days: SchoolDays) -> bool:
    """Tell whether the day's one message may come now.

    Args:
        now: by the school's wall clock.
        times: what was chosen.
        told_on: the day of the last message.
        days: the school's calendar.
    """
    today = now.date()
    return (
        told_on != today
        and now.time() >= times.daily_at
        and not times.quiet_at(now.time())
        and _called_on(today, times, days)
    )


def next_daily(now: datetime, times: WarningTimes, told_on: date | None, days: SchoolDays) -> datetime | None:
    """Give the moment from which the next message may come, or None where no school day is near."""
    if daily_due(now, times, told_on, days):
        return now
    for number in range(_FARTHEST_DAYS):
        day = now.date() + DAY * number
        at = datetime.combine(day, times.daily_at, now.tzinfo)
        if at > now and day != told_on and _called_on(day, times, days):
            return at
    return None


def _called_on(day: date, times: WarningTimes, days: SchoolDays) -> bool:
    return school_day(days, day) and (times.quiet_to is None or day > times.quiet_to)
