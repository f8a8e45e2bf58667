"""Earlier words of a draft, with who and when: kept by themselves, so that nobody must think of it.

Kept is what stood for a while, and what vanishes at once (a paste over everything); not every keystroke. Only
words: a photo that was taken off stays off.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import regex

from smadmin.domain.ids import AccountId, PersonId

_STOOD = timedelta(minutes=5)
_MOST = 30
_MOST_CHARACTERS = 100_000
_WORD = regex.compile(r"\w++")


@dataclass(frozen=True)
class Earlier:
    """Words as they were: for all accounts, and accounts' own; `at` is when they were saved last."""

    by: PersonId
    at: datetime
    text: str
    wordings: Mapping[AccountId, str] = field(default_factory=dict)

    @property
    def says_something(self) -> bool:
        """Whether there are any words."""
        return any(one.strip() for one in (self.text, *self.wordings.values()))

    @property
    def characters(self) -> int:
        """How much there is to keep, in code points."""
        return len(self.text) + sum(map(len, self.wordings.values()))


Versions = tuple[Earlier, ...]
"""The newest first."""


def with_version(versions: Versions, before: Earlier) -> Versions:
    """Keep words; the oldest make room where there are too many."""
    if not before.says_something or any(_same(one, before) for one in versions[:1]):
        return versions
    kept: list[Earlier] = []
    room = _MOST_CHARACTERS
    for one in (before, *versions)[:_MOST]:
        room -= one.characters
        if room < 0 and kept:
            break
        kept.append(one)
    return tuple(kept)


def written_over(versions: Versions, before: Earlier, after: Earlier) -> Versions:
    """Keep the words that are written over, where they are worth it.

    Args:
        versions: those kept so far.
        before: what stood until now.
        after: what is saved now, and when.
    """
    if _same(before, after):
        return versions
    stood = after.at - before.at >= _STOOD
    due = bool(versions) and before.at - versions[0].at >= _STOOD
    return with_version(versions, before) if stood or due or _vanishes(before, after) else versions


def _same(one: Earlier, other: Earlier) -> bool:
    return (one.text, dict(one.wordings)) == (other.text, dict(other.wordings))


def _vanishes(before: Earlier, after: Earlier) -> bool:
    """Tell whether more than half of the words are gone at one blow."""
    old = _WORD.findall(" ".join((before.text, *before.wordings.values())))
    new = set(_WORD.findall(" ".join((after.text, *after.wordings.values()))))
    return len(old) > 1 and sum(word in new for word in old) < len(old) / 2
