"""The letters that bind a printed weekly page to the record's end, and to its own week (`keys.md`).

The record's letters say when it was printed, for every week alike; four more say for which week.
"""

import hashlib
from datetime import date

from smadmin.domain.records import crockford

HEAD_LETTERS = 16
_WEEK_LETTERS = 4


def week_letters(letters: str, monday: date) -> str:
    """Give the four letters of a week's page; `letters` are those of the record's end on it."""
    told = f"{letters}\0{monday.isoformat()}".encode()
    return crockford(hashlib.sha256(b"smadmin/1/week-page\0" + told).digest()[:5])[:_WEEK_LETTERS]


def page_letters(letters: str, monday: date) -> str:
    """Give all letters of a week's page: the record's and the week's."""
    return letters + week_letters(letters, monday)
