"""Whether two texts say nearly the same: a post that went out twice by mistake looks careless.

Compared are pairs of neighbouring words without case, accents and links. Numbers count as words, so that next
week's game isn't last week's.
"""

import unicodedata

import regex

NEARLY_EQUAL = 0.8
"""From this share of common word pairs on two texts are nearly equal."""
_LEAST_PAIRS = 4
"""Shorter texts ("No school today.") are held to be the same only where they are."""

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++")
_LINK = regex.compile(r"https?://\S++", regex.IGNORECASE)
_MARK = regex.compile(r"\p{M}++")

Pairs = frozenset[tuple[str, str]]


def pairs_of(text: str) -> Pairs:
    """Give the pairs of neighbouring words of a text."""
    plain = _MARK.sub("", unicodedata.normalize("NFKD", _LINK.sub(" ", text).casefold()))
    words = _WORD.findall(plain)
    return frozenset(zip(("", *words), (*words, ""), strict=True)) if words else frozenset()


def nearly_equal(one: Pairs, other: Pairs) -> bool:
    """Tell whether two texts say nearly the same, by their pairs of words."""
    if min(len(one), len(other)) < _LEAST_PAIRS:
        return bool(one) and one == other
    return len(one & other) >= NEARLY_EQUAL * len(one | other)
