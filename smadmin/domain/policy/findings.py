"""What a rule found, and how to mend it.

Spans are Unicode code point offsets into the passage as the person typed it, so they survive any
normalising a rule does for itself. A finding about a picture has no span, only a place.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from smadmin.domain.messages import Message

SUGGEST = "suggest-spelling"
"""The act of a finding for which a dictionary has yet to be asked what was meant."""
TEXT = "text"
"""The place of the post's own text. Others are `alt:<picture id>` and `picture:<picture id>`."""


class Severity(StrEnum):
    """How much a finding weighs. A `block` keeps a post from going on; a `hint` waits for *Read it back*."""

    BLOCK = "block"
    WARN = "warn"
    HINT = "hint"

    def capped(self, at_most: "Severity") -> "Severity":
        """Give this severity, or the weaker one."""
        if at_most is Severity.BLOCK or self is Severity.HINT:
            return self
        return at_most if self is Severity.BLOCK else max(self, at_most, key=tuple(Severity).index)


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of a passage in code points: `start` inclusive, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True)
class Remedy:
    """A mend that one click does: put `replacement` into `span`, or open `act`.

    Args:
        label: what the button says.
        span: what is replaced, or None where the remedy is an act.
        replacement: the text put there.
        act: the id of something to do (`write-alt-text`), or None where text is replaced.
        judged: only a person can say whether it is true, so *Mend all* leaves it.
    """

    label: Message
    span: Span | None = None
    replacement: str = ""
    act: str | None = None
    judged: bool = False

    def mended(self, text: str) -> str:
        """Give the passage after this remedy; an act leaves it as it is."""
        if self.span is None:
            return text
        return text[: self.span.start] + self.replacement + text[self.span.end :]


@dataclass(frozen=True)
class Finding:
    """One thing that a careful colleague would point at.

    Args:
        rule: the rule's id (`first-names-only`).
        citation: the demand of the pack in force (`BAL-B1j2`).
        span: where in the passage, or None for a picture.
        text: the words of that span, as typed.
        message: what is the matter.
        severity: the pack's severity, or weaker where the rule itself is in doubt.
        remedy: the mend, or None where only the person knows it.
        place: `text`, `alt:<picture id>` or `picture:<picture id>`.
        judgement: whether it may be let stand with a reason.
    """

    rule: str
    citation: str
    span: Span | None
    text: str
    message: Message
    severity: Severity
    remedy: Remedy | None = None
    place: str = TEXT
    judgement: bool = True


@dataclass(frozen=True)
class Hit:
    """What a rule reports, before the pack gives it a severity and a citation.

    Args:
        span: where, or None for a picture or a whole paragraph.
        message: what is the matter.
        remedy: the mend, if there is one.
        at_most: the rule is sure of so much only, whatever the pack says.
    """

    span: Span | None
    message: Message
    remedy: Remedy | None = None
    at_most: Severity = Severity.BLOCK

    @property
    def doubtful(self) -> bool:
        """Whether the rule itself isn't sure."""
        return self.at_most is not Severity.BLOCK

    def shifted(self, by: int) -> "Hit":
        """Give the same hit in a text that has so many code points before this passage."""
        if not by:
            return self
        remedy = self.remedy
        if remedy and remedy.span:
            remedy = replace(remedy, span=_shifted(remedy.span, by))
        return Hit(_shifted(self.span, by), self.message, remedy, self.at_most)


def _shifted(span: Span | None, by: int) -> Span | None:
    return span and Span(span.start + by, span.end + by)
