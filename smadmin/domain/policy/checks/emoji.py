"""Rows of emoji: a screen reader says each one's name. Switched on only by a pack whose clause asks."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Remedy, Span
from smadmin.domain.policy.reading import Reading

_ONE = (
    r"(?:\p{RI}\p{RI}|[0-9#*]\uFE0F?\u20E3"
    r"|(?![0-9#*\u00a9\u00ae\u2122])\p{Extended_Pictographic}\uFE0F?\p{EMod}?"
    r"(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{EMod}?)*)"
)
_EMOJI = regex.compile(_ONE)
_ROW = regex.compile(rf"{_ONE}(?:\p{{Zs}}?{_ONE}){{3,}}+")


class EmojiRow:
    """Four emoji or more in a row; the mend keeps the first."""

    id: ClassVar[CheckId] = CheckId.EMOJI_ROW

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give rows."""
        for match in _ROW.finditer(reading.text):
            span = Span(*match.span())
            first = _EMOJI.match(reading.text, span.start)
            if first is not None:
                remedy = Remedy(say("policy.keep-one", words=first[0]), span, first[0])
                yield Hit(span, say("policy.emoji-row"), remedy)
