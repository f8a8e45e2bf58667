"""Holding the record against the end that a page on paper names, by its links: seconds for a million rows."""

from collections.abc import Callable
from itertools import islice

from smadmin.domain.records import START, Head, as_read, links
from smadmin.domain.refused import MALFORMED
from smadmin.services.desk import Desk

SLICE = 5_000
"""Rows that are linked between two looks into the store; a look takes some hundredths of a second."""


def links_to(desk: Desk, seq: int, letters: str, told: Callable[[int, int], object]) -> bool:
    """Tell whether the stored rows up to a place link to the letters beside it on paper (an errand).

    Whoever rewrites a row changes every link after it; nothing but the page and the rows' own bytes is asked.

    Args:
        desk: whose record it is.
        seq: the place.
        letters: as they were read from the page.
        told: gets how many rows of how many are linked.
    """
    previous, place = START, 0
    while place < seq:
        with desk.look() as unit:
            rows = list(islice(unit.record.signed(after=place), min(SLICE, seq - place)))
        if not rows:
            return False
        try:
            for _, linked, _ in links(previous, rows):
                previous, place = linked, place + 1
        except MALFORMED:
            return False
        told(place, seq)
    return Head(seq, previous).letters == as_read(letters)
