"""A quotation says whose it is (BLO-A9). Titles and short words in quotation marks are none."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading

_QUOTE = regex.compile(r"\"[^\"\n]{12,600}\"|\u201c[^\u201d\n]{12,600}\u201d|\u00ab[^\u00bb\n]{12,600}\u00bb")
_WORDS = regex.compile(r"\p{L}+")
_LEAST_WORDS = 5
_SAYING = (
    r"(?:said|says?|saying|wrote|writes|ask(?:s|ed)|told|tells|explain(?:s|ed)|shared|added|"
    r"reported|according to|in the "
    r"words of|as \w+ put it|quot\w+|dij(?:o|eron)|dice[n]?|escribio|pregunto|explico|conto|segun|comento)"
)
_AFTER = regex.compile(
    rf"[\s,.]{{0,3}}(?:[-\u2013\u2014~]\s?\p{{L}}|\(\p{{L}}|(?:(?:written |drawn )?by|por|de)\s\p{{L}}|"
    rf"[^.!?\n]{{0,40}}\b{_SAYING}\b)"
)
_BEFORE = regex.compile(rf"\b{_SAYING}\b[^\n]{{0,40}}$")
_TITLE = regex.compile(
    r"\b(?:read|reads|reading|book|story|song|poem|called|titled|named|play|movie|film|theme|sang|"
    r"sing|musical|essay|"
    r"motto|sign|libro|cuento|cancion|poema|llamad[oa]|titulad[oa]|obra|pelicula|lema)\b[^.!?\n]{0,20}$"
)
_NOBODY = regex.compile(
    r"[\s,.]{0,3}(?:(?:said|says?|saying|wrote|writes|dijo|dice) )?(?:an?|one|some|un[oa]?) (?:[\w-]+ )?"
    r"(?:students?|parents?|moms?|dads?|teachers?|person|somebody|someone|visitors?|neighbors?|alum\w*"
    r"|madre|padre|estudiante)\b"
)
"""“A parent said” is no source."""
_SOMEBODY = regex.compile(r"\b(?:somebody|someone) (?:once |always )?(?:said|says|wrote)[\s,:]{0,3}$")
_REACH = 60


class QuoteSource:
    """Somebody's words without whose they are."""

    id: ClassVar[CheckId] = CheckId.QUOTE_SOURCE

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give quotations without a source beside them."""
        for match in _QUOTE.finditer(reading.text):
            if len(_WORDS.findall(match[0])) < _LEAST_WORDS:
                continue
            before = reading.folded[max(0, match.start() - _REACH) : match.start()]
            after = reading.folded[match.end() : match.end() + _REACH]
            nobody = _NOBODY.match(after) or _SOMEBODY.search(before)
            if nobody or not (_AFTER.match(after) or _BEFORE.search(before) or _TITLE.search(before)):
                yield Hit(Span(*match.span()), say("policy.quote-source"))
