"""The planning meeting: it repeats every so many weeks, and somebody says that it was held. Pure."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say

MOST_WEEKS = 8
OVERDUE = timedelta(weeks=1)
"""So long after a meeting that nobody held both Todays say so."""

_EARLY = timedelta(days=3)
"""A meeting may be held so many days before its own, and still be that one."""
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Meeting:
    """When it is.

    Args:
        first: the day of the first one; its weekday is theirs all.
        at: the time on the school's clock.
        every: so many weeks lie between two.
    """

    first: date
    at: time
    every: int = 1

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {"first": self.first.isoformat(), "at": self.at.isoformat("minutes"), "every": self.every}

    @classmethod
    def from_plain(cls, value: Mapping[str, Plain]) -> "Meeting":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: signed, and yet no meeting.
        """
        every = value["every"]
        if not isinstance(every, int) or not 0 < every <= MOST_WEEKS:
            raise ValueError("every so many weeks")
        first, at = date.fromisoformat(str(value["first"])), time.fromisoformat(str(value["at"]))
        return cls(first, at, every)

    def days(self, since: date) -> Iterator[date]:
        """Give the days from one on, without end."""
        step = self.every * _WEEK
        day = self.first + max(0, -((self.first - since) // step)) * step
        while True:
            yield day
            day += step

    def next(self, today: date, held: Collection[date] = ()) -> date:
        """Give the day of the next one; today's is still to come until it was held, if a little early."""
        return next(
            day for day in self.days(today) if not any(day - _EARLY <= one <= min(day, today) for one in held)
        )

    def missed(self, today: date, held: Collection[date]) -> date | None:
        """Give the last meeting that is a week ago or more and that nobody held, or None.

        Whoever held one since has caught up.
        """
        last = today - OVERDUE
        if last < self.first:
            return None
        day = self.first + (last - self.first) // (self.every * _WEEK) * self.every * _WEEK
        return None if any(one >= day - _EARLY for one in held) else day


def meeting_blockers(meeting: Meeting, today: date) -> tuple[Reason, ...]:
    """List why a meeting can't be set."""
    reasons = []
    if meeting.first < today:
        reasons.append(Reason(say("meetings.day-over"), None, "first"))
    if not 0 < meeting.every <= MOST_WEEKS:
        reasons.append(Reason(say("meetings.every-wrong", n=MOST_WEEKS), None, "every"))
    return tuple(reasons)
