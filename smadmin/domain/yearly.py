"""What is confirmed once a year, and when somebody is reminded of it. Pure.

A reminder comes in stages: a word a month before, the day itself, and a month later whoever answers for more
than one account is told, too (BAL-B1b4: log-ins are confirmed with communications at least annually).
"""

from datetime import date, timedelta
from enum import IntEnum

YEAR = timedelta(days=365)
MONTH = timedelta(days=30)
WEEK = timedelta(days=7)


class Stage(IntEnum):
    """How a yearly confirmation stands."""

    FINE = 0
    SOON = 1
    DUE = 2
    LATE = 3


def due_on(last: date) -> date:
    """Give the day by which it is to be confirmed again; a planted day at the calendar's end is clamped."""
    return min(last, date.max - YEAR) + YEAR


def stage(last: date, today: date) -> Stage:
    """Judge a confirmation by its day.

    Args:
        last: the day of the last one (or of the beginning).
        today: in the school's zone.
    """
    left = due_on(last) - today
    if left > MONTH:
        return Stage.FINE
    if left > timedelta(0):
        return Stage.SOON
    return Stage.DUE if -left < MONTH else Stage.LATE


def set_by(made: date) -> date:
    """Give the day by which a password that was made here is to be set on its platform."""
    return made + WEEK


def set_stage(made: date, today: date) -> Stage:
    """Judge such a password; whoever made it is reminded from the first day on.

    Args:
        made: the day on which it was made and kept.
        today: in the school's zone.
    """
    left = set_by(made) - today
    if left > timedelta(0):
        return Stage.SOON
    return Stage.DUE if -left < MONTH else Stage.LATE
