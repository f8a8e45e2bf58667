"""Blanks: what is filled in before words go out, in ready-made texts, in signed notices and in packs alike.

A blank says what it asks for between single angle quotes, U+2039 and U+203A. Nobody types these by accident,
so words in brackets that a writer means stay words. Whatever else looks like a blank is a stray mark.
"""

import re
from collections.abc import Mapping

LONGEST_ASK = 40
BLANK = f"\u2039([^\u2039\u203a\\n]{{1,{LONGEST_ASK}}})\u203a"
"""The pattern of a blank, for whoever looks for them with other means; its group is what is asked for."""

_BLANK = re.compile(BLANK)
_TYPED = re.compile(rf"\[([^\[\]\u2039\u203a\n]{{1,{LONGEST_ASK}}})\]")
_MARKS = frozenset("[]{}\u2039\u203a")


def blanks_in(text: str) -> tuple[str, ...]:
    """Give what the blanks of a text ask for, in order; one that stands twice is given twice."""
    return tuple(_BLANK.findall(text))


def between_blanks(text: str) -> tuple[str, ...]:
    """Give the words before, between and after the blanks: one more than there are blanks."""
    return tuple(_BLANK.split(text)[::2])


def filled(text: str, values: Mapping[str, str]) -> str:
    """Fill the blanks, each with one line; a blank without a value stays as it is."""
    return _BLANK.sub(lambda found: " ".join(values.get(found[1], "").split()) or found[0], text)


def typed_blanks(text: str) -> tuple[tuple[int, int], ...]:
    """Give where somebody typed a blank in square brackets, `[day]`: first and last place of each."""
    return tuple((found.start(), found.end() - 1) for found in _TYPED.finditer(text))


def stray_marks(text: str) -> bool:
    """Tell whether brackets are left beside the blanks: they would go out as they stand."""
    return not _MARKS.isdisjoint(_BLANK.sub("", text))
