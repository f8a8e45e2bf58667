"""Papers that stay inside (BAL-B1l4): their marks, not the word alone ("the confidential tip line")."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings, words_at
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading

_MARKER = regex.compile(
    r"(?m)^[^\w\n]*(?P<mark>(?i:confidential|confidencial))(?=\p{Zs}*(?:[:.!\-\u2013\u2014]|$))"
    r"|\b(?P<mark>CONFIDENTIAL|CONFIDENCIAL)\b"
)


class Confidential:
    """A marker of a paper that isn't for the public."""

    id: ClassVar[CheckId] = CheckId.CONFIDENTIAL

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give markers."""
        spans = {match.span for match in wordings(reading, context, self.id)}
        spans |= {Span(*match.span("mark")) for match in _MARKER.finditer(reading.text)}
        for span in sorted(spans):
            yield Hit(span, say("policy.confidential", words=words_at(reading, span)))
