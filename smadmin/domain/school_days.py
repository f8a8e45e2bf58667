"""The school's calendar: public holidays, breaks, snow days, and which days count towards a silence.

All of it pure, on the school's own calendar days. Where a policy lets accounts rest, a day on which the
school rests adds nothing to a silence; everywhere else every day counts, weekends too.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import SchoolId
from smadmin.domain.messages import say
from smadmin.domain.typed import straight

DAY = timedelta(days=1)
LONGEST_SPAN = timedelta(days=366)
_FARTHEST = timedelta(days=3660)
"""So far ahead a due day is looked for; nobody enters breaks of ten years."""


class DaysKind(StrEnum):
    """What is special about days of the school's calendar."""

    BREAK = "break"
    HOLIDAY = "holiday"  # the school's or the district's own
    SNOW = "snow"  # closed at short notice, for whatever reason
    EXAMS = "exams"  # posts stay out of the way; the school doesn't rest
    OPEN = "open"  # the school works, whatever the list of public holidays says

    @property
    def rests(self) -> bool:
        """Tell whether the school rests on such days."""
        return self in {DaysKind.BREAK, DaysKind.HOLIDAY, DaysKind.SNOW}


@dataclass(frozen=True)
class DaysForm:
    """What is entered, or read from a calendar's file: both days are part of it."""

    kind: DaysKind
    first: date
    last: date
    name: str = ""

    def __post_init__(self) -> None:
        """Leave out what no row can hold."""
        object.__setattr__(self, "name", straight(self.name))

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {
            "kind": self.kind.value,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "name": self.name,
        }

    def blockers(self) -> tuple[Reason, ...]:
        """List why it can't stand in the calendar."""
        if self.last < self.first:
            return (Reason(say("schooldays.ends-before"), None, "last"),)
        if self.last - self.first >= LONGEST_SPAN:
            return (Reason(say("schooldays.too-long"), None, "last"),)
        return ()


@dataclass(frozen=True)
class CalendarDays:
    """Days of the school's calendar as they are stored; `source` is the SHA-256 of the file that had them."""

    id: str
    school: SchoolId
    kind: DaysKind
    first: date
    last: date
    name: str = ""
    source: str = ""
    version: int = 1

    @property
    def form(self) -> DaysForm:
        """What was entered."""
        return DaysForm(self.kind, self.first, self.last, self.name)

    @property
    def days(self) -> tuple[date, ...]:
        """Each of its days."""
        return days_of(self.first, self.last)


def days_of(first: date, last: date) -> tuple[date, ...]:
    """Give each day from the first to the last, both included."""
    return tuple(first + DAY * number for number in range((last - first).days + 1))


@dataclass(frozen=True)
class SchoolDays:
    """Which days add nothing to a silence.

    Args:
        resting: those days, in order, each once.
        named: what the school calls days, exams too, for calendars to show.
    """

    resting: tuple[date, ...] = ()
    named: Mapping[date, tuple["DaysKind", str]] = field(default_factory=dict, hash=False)

    @classmethod
    def of(
        cls, spans: Iterable[CalendarDays], public: Mapping[date, str], *, rests: bool = True
    ) -> "SchoolDays":
        """Take the school's own days and the public holidays by name; the school's own word goes first.

        Args:
            spans: the school's, the newest last.
            public: the public holidays.
            rests: whether the policy lets accounts rest while the school does.
        """
        own = {day: (span.kind, span.name) for span in spans for day in span.days}
        named = {**{day: (DaysKind.HOLIDAY, name) for day, name in public.items()}, **own}
        resting = (day for day, (kind, _) in named.items() if rests and kind.rests)
        return cls(tuple(sorted(resting)), named)

    def with_pauses(self, pauses: Iterable[date]) -> "SchoolDays":
        """Give the same with further days that add nothing (an account's holds and excuses)."""
        further = set(pauses)
        return SchoolDays(tuple(sorted({*self.resting, *further})), self.named) if further else self

    def rests(self, day: date) -> bool:
        """Tell whether a day adds nothing."""
        place = bisect_right(self.resting, day)
        return place > 0 and self.resting[place - 1] == day

    def counted(self, after: date, until: date) -> int:
        """Count the days after one up to another, that one included; none where it lies before."""
        if until <= after:
            return 0
        resting = bisect_right(self.resting, until) - bisect_right(self.resting, after)
        return (until - after).days - resting

    def last_within(self, after: date, days: int) -> date:
        """Give the last day up to which no more than so many days count after one."""
        low, high = days, days + _FARTHEST.days
        while low < high:
            middle = (low + high + 1) // 2
            if self.counted(after, after + DAY * middle) <= days:
                low = middle
            else:
                high = middle - 1
        return after + DAY * low


EVERY_DAY = SchoolDays()
"""Where nobody rests."""
