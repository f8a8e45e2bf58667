"""When the address of a post that a person carried there is asked for: the same school day. Pure.

The assisted way lets the address follow later on the same day (`product.md`, Publish). Nobody tells the
program when a school's day ends, so it reminds an hour before most do; from the next day on it is overdue.
"""

from datetime import datetime, time
from enum import StrEnum

REMINDS_AT = time(14, 0)


class AddressDue(StrEnum):
    """How urgent an address is."""

    LATER = "later"  # it may follow today
    REMIND = "remind"  # the school day ends soon
    OVERDUE = "overdue"  # it was promised for a day that is over


def address_due(handed_out: datetime, now: datetime) -> AddressDue:
    """Say how urgent the address is.

    Args:
        handed_out: when words and pictures were handed out, aware.
        now: by the school's wall clock, in its zone.
    """
    day = handed_out.astimezone(now.tzinfo).date()
    if day < now.date():
        return AddressDue.OVERDUE
    # What is handed out after that hour was just begun: nobody is reminded of what is in their hands.
    since = handed_out.astimezone(now.tzinfo).time()
    return AddressDue.REMIND if now.time() >= REMINDS_AT > since else AddressDue.LATER
