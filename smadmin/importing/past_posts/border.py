"""What both sides of the border agree on: verbs, reasons and sizes, and which cells a row has."""

from enum import IntEnum

from smadmin.domain.past_posts import Source
from smadmin.jail.trade import FIRST_OWN_CODE

MOST_FILE_BYTES = 64 << 20
"""A larger list or file of an archive isn't read; 100,000 posts with their words are about 40 MB."""
MOST_ARCHIVE_BYTES = 4 * MOST_FILE_BYTES
"""So much of an archive's files is unpacked one after the other, by the sizes that it names itself."""
MOST_ROWS = 250_000
"""Of a list, and of all of an archive's files together."""
MOST_ANSWER_BYTES = 128 << 20
CELLS = 5
"""A row's: number, when, account, link, flaw."""
LONGEST_TITLE = 60
MOST_TITLES = 100
SOURCES = (Source.LIST, Source.FACEBOOK, Source.INSTAGRAM)
"""By their number in an answer."""


class Verb(IntEnum):
    """What the worker does beside listing an archive.

    POSTS: a file -> source, rows, line at which it broke off or 0, whether its titles are Spanish; the rows.
        With three numbers the columns of day, account and link as somebody chose them, from 1 on, 0 for none.
    TITLES: a list -> how many columns; a row for each with its title, shortened.
    ENTRY_POSTS: method, unpacked size, CRC, slice of the archive from the file's offset on -> the same.
    ENTRY_WHOSE: the same arguments -> how many; what the file says of whose archive it is, a row each.
    """

    POSTS = 11
    ENTRY_POSTS = 12
    ENTRY_WHOSE = 13
    TITLES = 14


class Reason(IntEnum):
    """Why the trade refuses a job."""

    BROKEN = FIRST_OWN_CODE + 32
    TOO_LARGE = FIRST_OWN_CODE + 33
    NO_TITLES = FIRST_OWN_CODE + 34
    UNKNOWN_SHAPE = FIRST_OWN_CODE + 35
