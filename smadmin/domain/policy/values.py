"""Values of a pack that are words: questions, grounds for removing, texts, contacts. In several languages.

The district's document is in one language; its readers aren't. What is mandated word for word stays so
in every language (`verbatim`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Told:
    """The same words in several languages (ISO 639-1); the first is what is shown where one is missing."""

    words: Mapping[str, str]

    def said(self, language: str) -> str:
        """Give the words in a language."""
        return self.words.get(language) or next(iter(self.words.values()))


@dataclass(frozen=True)
class Question:
    """What the writer is asked at *Read it back*. `demand` is the clause that asks it, or None."""

    told: Told
    demand: str | None = None


@dataclass(frozen=True)
class Removal:
    """A ground on which a visitor's comment may be removed.

    Args:
        kind: its name in the pack (`profanity`).
        told: as visitors may read it.
        demands: the clauses that name it.
        caution: it can hide a view that somebody may hold ("off topic"); the law of public forums then
            asks for care.
        second: a second person looks before the comment goes.
    """

    kind: str
    told: Told
    demands: tuple[str, ...]
    caution: bool = False
    second: bool = False


@dataclass(frozen=True)
class Statement:
    """A text that the district wants to stand on each account's own page.

    Args:
        told: the words.
        demands: the clauses that ask for it.
        verbatim: whether the district mandates these very words.
    """

    told: Told
    demands: tuple[str, ...]
    verbatim: bool = False


@dataclass(frozen=True)
class FollowKind:
    """A kind of account that the district's own accounts may follow.

    Args:
        kind: its name in the pack (`media`).
        told: as whoever fills in the form reads it.
        demands: the clauses that list it.
    """

    kind: str
    told: Told
    demands: tuple[str, ...]


CORRECTED = Told({"en": "Corrected on \u2039day\u203a.", "es": "Corregida el \u2039día\u203a."})
"""What a corrected post says of itself where the district has no words of its own (BLO-A5)."""


class NoticeKind(StrEnum):
    """What a notice is about."""

    CLOSURE = "closure"
    DELAY = "delay"
    SAFETY = "safety"


@dataclass(frozen=True)
class Notice:
    """Words that the district proposes for a notice, with blanks to fill (`domain/blanks.py`)."""

    kind: NoticeKind
    told: Told
    demands: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contact:
    """Somebody the policy tells people to call or write to, and about what (empty: about everything)."""

    office: str
    email: str | None = None
    phones: tuple[str, ...] = ()
    page: str | None = None
    about: str = ""
