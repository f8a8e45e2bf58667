"""When a token for programs ends, and how near that is: a word in four stages, and another once it is over.

The day is the last on which it works, as the platform told whoever made it. Pure.
"""

from datetime import date
from enum import IntEnum


class TokenEnd(IntEnum):
    """How near a token's end is."""

    FAR = 0
    MONTH = 1
    FORTNIGHT = 2
    WEEK = 3
    DAY = 4
    OVER = 5


_FROM = ((30, TokenEnd.MONTH), (14, TokenEnd.FORTNIGHT), (7, TokenEnd.WEEK), (1, TokenEnd.DAY))
"""From so many days before its last one on, the farthest first."""


def token_end(last: date, today: date) -> TokenEnd:
    """Judge a token by its last day.

    Args:
        last: the last day on which it works.
        today: in the school's zone.
    """
    left = (last - today).days
    if left < 0:
        return TokenEnd.OVER
    return max((stage for days, stage in _FROM if left <= days), default=TokenEnd.FAR)
