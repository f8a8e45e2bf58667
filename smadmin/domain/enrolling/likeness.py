"""Whether two names may be one child's, and whether they plainly are.

A number given to another child would carry a no, a consent and portraits to the wrong one, so a number alone
never says who somebody is: a name must agree with it.
"""

import re

from smadmin.domain.policy.reading import fold

_BETWEEN = re.compile(r"[\s,.\-]+")
_APOSTROPHES = re.compile("['\u2019`]")
_SMALL = frozenset(("de", "la", "las", "los", "del", "da", "di", "do", "dos", "der", "den", "van", "von")) | {
    "al",
    "el",
    "bin",
    "ibn",
    "jr",
    "sr",
    "ii",
    "iii",
    "iv",
}
"""Words that many names share."""
_SHORT_FORM = 3


def name_key(first: str, last: str) -> str:
    """Give a name as it is compared."""
    return f"{fold(first)} {fold(last)}"


def may_be_one(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two names (first, last) share a word."""
    return bool(_words(" ".join(one)) & _words(" ".join(other)))


def plainly_one(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two names (first, last) are written differently at most ("Ann", "Annabel")."""
    if _words(" ".join(one)) == _words(" ".join(other)):
        return True
    return _short_form(one[0], other[0]) and bool(_words(one[1]) & _words(other[1]))


def _short_form(one: str, other: str) -> bool:
    if _words(one) & _words(other):
        return True
    shorter, longer = sorted((fold(one), fold(other)), key=len)
    return len(shorter) >= _SHORT_FORM and longer.startswith(shorter)


def _words(name: str) -> frozenset[str]:
    words = frozenset(word for word in _BETWEEN.split(_APOSTROPHES.sub("", fold(name))) if word)
    # Initials and small words join strangers; where there is nothing else, they are the name.
    return frozenset(word for word in words if len(word) > 1 and word not in _SMALL) or words
