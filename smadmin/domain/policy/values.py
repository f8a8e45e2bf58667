"""Values of a pack that are words: questions, reasons for removing a comment, notices. In several languages.

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
    """

    kind: str
    told: Told
    demands: tuple[str, ...]
    caution: bool = False


class NoticeKind(StrEnum):
    """What a notice is for."""

    ACCOUNT = "account"  # stands on each account's own page
    CLOSURE = "closure"  # the others are filled in and sent at once
    DELAY = "delay"
    SAFETY = "safety"


@dataclass(frozen=True)
class Notice:
    """A text that the district wants to be said.

    Args:
        told: the words; blanks to fill stand in braces (`{reason}`).
        verbatim: whether the district mandates these very words.
    """

    kind: NoticeKind
    told: Told
    demands: tuple[str, ...]
    verbatim: bool = False


@dataclass(frozen=True)
class Contact:
    """Somebody the policy tells people to call or write to, and about what (empty: about everything)."""

    office: str
    email: str | None = None
    phones: tuple[str, ...] = ()
    page: str | None = None
    about: str = ""
