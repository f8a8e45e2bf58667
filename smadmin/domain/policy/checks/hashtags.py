"""Hashtags in CamelCase: a screen reader then reads words, not a long one of its own."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Remedy, Span
from smadmin.domain.policy.reading import Reading, fold

_TAG = regex.compile(r"(?<![\w&/])[#\uff03](?P<words>[\p{Ll}]{6,60})(?P<number>\d{0,4})(?![\w])")
_LONG = 14
"""So many small letters are more than one word, whether or not the list knows them."""
_SHORT_WORDS = frozenset("aiyeo")


class HashtagCase:
    """Several words run together in small letters."""

    id: ClassVar[CheckId] = CheckId.HASHTAG_CASE

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give such hashtags, with each word begun large where the words are known."""
        known = context.lexicon.list("hashtag-words")
        for match in _TAG.finditer(reading.text):
            span = Span(*match.span())
            if reading.in_link(span):
                continue
            words = cut(fold(match["words"]), known)
            if len(words) > 1:
                camel = match[0][0] + "".join(word.capitalize() for word in words) + match["number"]
                remedy = Remedy(say("policy.write-so", words=camel), span, camel)
                yield Hit(span, say("policy.hashtag-case"), remedy)
            elif not words and len(match["words"]) >= _LONG:
                yield Hit(span, say("policy.hashtag-case"))


def cut(letters: str, known: frozenset[str]) -> tuple[str, ...]:
    """Cut a row of letters into as few known words as possible; empty where it isn't made of them."""
    best: list[tuple[str, ...] | None] = [()] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - _LONG), end):
            before, word = best[start], letters[start:end]
            if before is None or not (word in known if len(word) > 1 else word in _SHORT_WORDS):
                continue
            here = best[end]
            if here is None or len(before) + 1 < len(here):
                best[end] = (*before, word)
    return best[-1] or ()
