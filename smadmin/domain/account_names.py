"""Whether an account is called after its school: by the official name, no initials, nobody's own name.

Sources: BAL-B1d2, WIC-P14. Only words decide; what a club calls itself beside the school's name is its own.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import regex

from smadmin.domain.errors import Reason
from smadmin.domain.messages import say

_WORD = regex.compile(r"[\p{L}\p{N}]+(?:['\u2019][\p{L}]+)?")
_GENERAL = frozenset(
    {
        "academy", "and", "area", "at", "board", "center", "charter", "city", "college", "community",
        "county", "district", "early", "education", "elementary", "for", "grade", "high", "independent",
        "intermediate", "junior", "k", "kindergarten", "magnet", "middle", "no", "of", "preparatory",
        "primary", "public", "school", "schools", "secondary", "senior", "the", "unified", "upper", "lower",
    }
)  # fmt: skip
"""Words that many schools have in their names, so that they name none."""
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "coach", "principal", "sr", "sra", "srta"})
_LEAST_INITIALS = 2
_LEAST_SURNAME = 3


def name_blockers(name: str, official: Sequence[str], people: Iterable[str]) -> tuple[Reason, ...]:
    """List what speaks against an account's name; nothing where there is none yet.

    Args:
        name: of the account, as readers see it.
        official: names that it may be called after: the school's, for the district's accounts its own.
        people: real names of the school's people.
    """
    words = _words(name)
    if not words:
        return ()
    reasons = []
    short = _initials_in(name, official)
    if short:
        reasons.append(Reason(say("accounts.name-initials", initials=short), "WIC-P14", "name"))
    elif not any(_called_after(words, one) for one in official):
        reasons.append(Reason(say("accounts.name-not-school", school=official[0]), "BAL-B1d2", "name"))
    person = _person_in(words, official, people)
    if person:
        reasons.append(Reason(say("accounts.name-person", person=person), "BAL-B1d2", "name"))
    return tuple(reasons)


def _words(text: str) -> list[str]:
    found = (one.group().casefold().replace("\u2019", "'") for one in _WORD.finditer(text))
    return [word.removesuffix("'s") for word in found]


def _own(official: str) -> list[str]:
    """Give the words that are this school's own; all of them where every word is a general one."""
    words = _words(official)
    return [word for word in words if word not in _GENERAL] or words


def _called_after(words: list[str], official: str) -> bool:
    own = _own(official)
    return any(words[at : at + len(own)] == own for at in range(len(words)))


def _initials_in(name: str, official: Sequence[str]) -> str:
    """Give a word of capitals in a name that is made of the school's first letters."""
    known = {short for one in official for short in _initials(one)}
    for found in _WORD.finditer(name):
        if found.group().isupper() and found.group().casefold() in known:
            return found.group()
    return ""


def _initials(official: str) -> set[str]:
    """Give the short forms of a name: of all its words, and without the small ones or its last."""
    words = _words(official)
    large = [word for word in words if word not in {"of", "the", "and", "at", "for"}]
    forms = {"".join(word[0] for word in these) for these in (words, large, large[:-1])}
    return {form for form in forms if len(form) >= _LEAST_INITIALS}


def _person_in(words: list[str], official: Sequence[str], people: Iterable[str]) -> str:
    """Give whose name stands in it: a first and last name together, or a title with a last name."""
    schools = {word for one in official for word in _words(one)}
    for person in people:
        names = _words(person)
        if not names or len(names[-1]) < _LEAST_SURNAME:
            continue
        first, last = names[0], names[-1]
        whole = len(names) > 1 and first in words and last in words
        titled = any(title in _TITLES and name == last for title, name in pairwise(words))
        if titled or (whole and not {first, last} <= schools):
            return person
    for at, word in enumerate(words[:-1]):
        if word in _TITLES and words[at + 1] not in schools | _GENERAL:
            return f"{word.title()} {words[at + 1].title()}"
    return ""
