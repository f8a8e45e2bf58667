"""What both sides of the border agree on: the verb, reasons and sizes, and which cells a row has."""

from enum import IntEnum

from smadmin.jail.trade import FIRST_OWN_CODE

MOST_FILE_BYTES = 16 << 20
"""A larger file isn't read; a district's calendar of five years is about 3 MB."""
MOST_ROWS = 20_000
MOST_STEPS = 300_000
"""So many days are counted through for all the repeating entries of a file together."""
MOST_TIMES = 400
"""An entry that takes place more often in three years is about no days off."""
MOST_ANSWER_BYTES = 16 << 20
CELLS = 6
"""A row's: the entry's number, begin, end, name, time zone, flaw."""


class Verb(IntEnum):
    """What the worker does.

    ENTRIES: the ordinals of the first and the last day that matter, a file -> how many rows; the rows. A day
        is `2026-11-27`, a moment `2026-11-27T19:00:00`; both ends are part of it.
    """

    ENTRIES = 21


class Reason(IntEnum):
    """Why the trade refuses a job."""

    BROKEN = FIRST_OWN_CODE + 48
    TOO_LARGE = FIRST_OWN_CODE + 49
    NO_CALENDAR = FIRST_OWN_CODE + 50
