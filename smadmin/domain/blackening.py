"""Covering words of a text that leaves the school: what was there can't be told from what is left. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from smadmin.domain.policy.findings import Span

COVERED = "\u2588\u2588\u2588\u2588\u2588\u2588"
"""What stands for every covered stretch: always as long, or its length would tell a name."""


@dataclass(frozen=True)
class Covered:
    """A text with its covers, and how many they are."""

    text: str
    covers: int


def cover(text: str, spans: Iterable[Span]) -> Covered:
    """Cover stretches of a text; those that touch or overlap get one cover."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    left, at = [], 0
    for span in joined:
        left += [text[at : span.start], COVERED]
        at = span.end
    return Covered("".join([*left, text[at:]]), len(joined))
