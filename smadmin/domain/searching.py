"""What a search asks for and what it finds. Pure.

A text is found by words: each asked word must begin one of the text's, whatever their order, case or accents
(`fold`). The indexes keep folded words, so that they find exactly what `fits` would find one by one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from smadmin.domain.policy.reading import fold

MOST_ASKED = 8
"""Words of a question beyond these narrow nothing any more."""
LONGEST_WORD = 64
_WORD = re.compile(r"[^\W_]+")


class HitKind(StrEnum):
    """What was found, in the order in which it is shown."""

    ACCOUNT = "account"
    PERSON = "person"
    STUDENT = "student"
    DRAFT = "draft"
    POST = "post"
    WISH = "wish"
    COMMENT = "comment"


@dataclass(frozen=True)
class Hit:
    """One thing that was found.

    Args:
        id: its own.
        title: its name or first words.
        where: the account or person that it belongs to, where there is one.
        at: when it went out, was written or done, UTC.
        post, account: of what went out: what it was written as, empty for a post from before smadmin; where.
        row: the row that began it, where no screen but the record shows it any more; else 0.
    """

    kind: HitKind
    id: str
    title: str
    where: str = ""
    at: datetime | None = None
    post: str = ""
    account: str = ""
    row: int = 0


def words_of(text: str) -> tuple[str, ...]:
    """Give a text's words, folded, in their order."""
    return tuple(word[:LONGEST_WORD] for word in _WORD.findall(fold(text)))


def asked_of(text: str) -> tuple[str, ...]:
    """Give the words of a question, each once; none where nothing is asked."""
    return tuple(dict.fromkeys(words_of(text)))[:MOST_ASKED]


def fits(asked: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether each asked word begins one of these; nothing asked finds nothing."""
    return bool(asked) and all(any(word.startswith(one) for word in words) for one in asked)


def searchable(text: str) -> str:
    """Give a text as `fits_in` looks through it: one of many, again at each key."""
    return " " + " ".join(words_of(text))


def fits_in(asked: Sequence[str], text: str) -> bool:
    """Tell the same as `fits` of a text made ready by `searchable`."""
    return bool(asked) and all(f" {one}" in text for one in asked)
