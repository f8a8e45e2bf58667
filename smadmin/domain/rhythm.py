"""The rhythm of an account: a year of weeks, each as dark as it was silent, against what was promised."""

from dataclasses import dataclass
from enum import IntEnum

from smadmin.domain.cadence import Pace
from smadmin.domain.week import PastWeek

YEAR_WEEKS = 52
_DAYS = 7


class Silence(IntEnum):
    """How silent a week was: the larger, the darker it is painted."""

    KEPT = 0
    SOME = 1
    NONE = 2
    LATE = 3  # the policy's days were over at its end


@dataclass(frozen=True)
class Rhythm:
    """Weeks, the oldest first.

    Args:
        promised: posts a week, which may be less than one; None where nothing is asked.
    """

    weeks: tuple[PastWeek, ...]
    promised: float | None = None

    @property
    def known(self) -> tuple[PastWeek, ...]:
        """The weeks of which anything is known."""
        return tuple(one for one in self.weeks if not one.before)

    @property
    def posts(self) -> int:
        """All posts of the year."""
        return sum(one.posts for one in self.weeks)

    @property
    def silent(self) -> int:
        """How many known weeks were over without a post; the present one isn't over."""
        return sum(not one.posts for one in self.weeks[:-1] if not one.before)

    @property
    def late(self) -> int:
        """At the end of how many weeks a post was overdue."""
        return sum(one.late for one in self.known)

    @property
    def most(self) -> int:
        """The posts of the busiest week."""
        return max((one.posts for one in self.weeks), default=0)

    def silence(self, week: PastWeek) -> Silence | None:
        """Say how silent a week was; None where nothing is known of it."""
        if week.before:
            return None
        if not week.posts:
            return Silence.LATE if week.late else Silence.NONE
        return Silence.SOME if self.promised is not None and week.posts < self.promised else Silence.KEPT


def promised_a_week(pace: Pace | None) -> float | None:
    """Give how many posts a week the strictest promise is; None for an account that isn't live."""
    return None if pace is None else max(one.posts * _DAYS / one.days for one in pace.promises)
