"""The best in the state: says who (WIC-P10)? Switched on only by a pack whose clause asks for facts."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import words_at
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading

_BEST = regex.compile(
    r"(?:\b(?:best|greatest|finest|smartest|strongest|top|number one|most [a-z]{3,15})|"
    r"(?<!\w)#1)(?: [\w'-]+){0,3}?"
    r" in (?:(?=america)|the (?:whole |entire )?)(?:state|city|county|country|world|district|nation|league"
    r"|region|"
    r"universe|town|america|usa)\b"
    r"|\b(?:el|la|los|las) mejor(?:es)?(?: [\w'-]+){1,3}?"
    r" (?:de la|de todo el|de todo|del|de) (?:ciudad|estado|condado|pais|mundo|distrito|region)\b"
)


class Superlative:
    """A boast that somebody would have to measure."""

    id: ClassVar[CheckId] = CheckId.SUPERLATIVE

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give boasts."""
        for match in _BEST.finditer(reading.folded):
            span = Span(*match.span())
            yield Hit(span, say("policy.superlative", words=words_at(reading, span)))
