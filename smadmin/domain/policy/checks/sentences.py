"""Incomplete sentences (WIC-P10). Switched on only by a pack whose clause asks for whole ones."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading

_FRAGMENT = regex.compile(
    r"(?<!\S)(?P<all>(?:Because|Although|Even though|Unless|Whereas|Porque|Aunque)"
    r"(?:\p{Zs}[^\s,.!?;:]+){2,8}[.!])(?=\s|$)"
)


class Fragment:
    """A sentence that begins with "because" and never gets to its main part."""

    id: ClassVar[CheckId] = CheckId.FRAGMENT

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give such sentences."""
        for match in _FRAGMENT.finditer(reading.text):
            before = reading.text[: match.start()].rstrip()
            if not before or before[-1] in '.!?\u2026"\u201d':
                yield Hit(Span(*match.span("all")), say("policy.fragment"))
