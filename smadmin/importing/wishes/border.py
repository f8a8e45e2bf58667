"""What both sides of the border agree on: the verb, reasons and sizes."""

from enum import IntEnum

from smadmin.jail.trade import FIRST_OWN_CODE

MOST_FILE_BYTES = 32 << 20
"""A larger file isn't read; an e-mail with photos takes less, for no mail server passes on more."""
MOST_ANSWER_BYTES = 1 << 20
PARTS = 3
"""Who it is from, its words, the names of its pictures."""


class Verb(IntEnum):
    """What the worker does.

    LETTER: a file -> of each of `PARTS` its bytes in UTF-8; the parts, one after the other.
    """

    LETTER = 31


class Reason(IntEnum):
    """Why the trade refuses a job."""

    TOO_LARGE = FIRST_OWN_CODE + 64
    NO_WORDS = FIRST_OWN_CODE + 65
