"""How old a password may grow under a district's policy, and when somebody is reminded. Pure.

Without a number in the policy nobody is told to change a password for its age alone: NIST SP 800-63B
(5.1.1.2; 3.1.1.2 in revision 4) advises against it, because people then choose weaker ones, and wants a
change where somebody may know it. So its age is said beside the yearly confirmation, once it is a year.
"""

import calendar
from datetime import date, timedelta

from smadmin.domain.yearly import YEAR, Stage

MOST_MONTHS = 60
FORTNIGHT = timedelta(days=14)
"""So long before its day a change is announced, and so long after it somebody else is told, too."""

_IN_A_YEAR = 12


def change_due(since: date, months: int) -> date:
    """Give the day by which a password is to be another one: the same day, or the last of a shorter month.

    Args:
        since: the day since which it is this one.
        months: how old it may grow, 1 at least.
    """
    years, month = divmod(since.month - 1 + months, _IN_A_YEAR)
    year = min(since.year + years, date.max.year)
    longest = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(since.day, longest))


def age_stage(since: date, today: date, months: int | None) -> Stage:
    """Judge a password by its age.

    Args:
        since: the day since which it is this one.
        today: in the school's zone.
        months: how old the policy lets it grow; None where it says nothing.
    """
    if months is None:
        return Stage.FINE
    left = change_due(since, months) - today
    if left > FORTNIGHT:
        return Stage.FINE
    if left > timedelta(0):
        return Stage.SOON
    return Stage.DUE if -left < FORTNIGHT else Stage.LATE


def worth_saying(since: date, today: date) -> bool:
    """Tell whether a password is so old that the yearly confirmation says so."""
    return today - since >= YEAR
