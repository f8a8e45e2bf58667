"""Hearsay (WIC-P10, BLO-A4): who says so, and is it sure?

"We heard the choir" is none, "I heard there was" is.
"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings, words_at
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading, one_of
from smadmin.domain.policy.wordlists import OF_HEARSAY

_HEARD = regex.compile(
    r"\b"
    + one_of(
        r"(?:i|we|have|just|i['\u2019]?ve|been|i['\u2019]?m|also|keep) hear(?:d|ing)? (?:that|there|they"
        r"|he|she|it['\u2019]?s|some|someone"
        r"|somebody|about an?|our|from (?:a|the|some)|rumors?)\b[^.!?\n]{0,60}",
        r"(?:did )?(?:anyone|anybody|you guys|everyone|y'?all) (?:else )?hear(?:d|ing)? (?:about|that|if)?",
        r"(?:is it|is this|if (?:it['\u2019]?s|this is|its)) (?:really )?true\b",
        r"(?:does anyone|anyone|can anyone|somebody) (?:know if|confirm)",
        r"(?:someone|somebody|a (?:parent|friend|neighbor|student|teacher|mom)) (?:just )?(?:told (?:me"
        r"|us)|said|claims?)(?: that)?",
        r"(?:my|a|some|one|another) (?:\w+ )?(?:cousin|friend|neighbor|kid|parent|husband|wife|sister"
        r"|brother|mom|student|guy|lady|source)"
        r"(?: who| that)?(?: \w+){0,5}? (?:says?|said|swears|claims?|told (?:me|us)|heard)(?! (?:hello|hi"
        r"|thank|good|goodbye|yes|no|it best))",
        r"(?<![^.!?\n] )heard (?:that|there|they|the (?:school|principal|district)|it|a rumor)",
        r"(?:word|talk) is (?:that|there|they|we|he|she|it|the (?:school|principal|district|board))\b",
        r"(?:nothing|not|isn['\u2019]?t) official(?:ly)?(?: yet)?(?: but)?",
        r"(?<![\w'] )we hear (?!you|from|music|the (?:choir|band|bell)|birds|laughter|singing)\w+",
        r"from what (?:i|we)(?:['\u2019]ve)? (?:hear|heard|understand|gather)",
        r"(?:people|folks|parents|kids|they|everyone|everybody)(?:['\u2019]re| are"
        r"| keep)? (?:all )?(?:saying|talking about|claiming)\b",
        r"not (?:yet )?confirmed|can(?:no|['\u2019])?t confirm|take (?:this|it) with a grain of salt",
        r"(?:word|talk|gossip) (?:around|of|in the) (?:the )?(?:town|street|neighborhood|building)",
        r"don['\u2019]?t quote me",
        r"(?<![^.!?\n] )heard from (?:an?|some|one of)(?= )",
        r"(?:everyone|everybody) (?:in|at|around) (?:this|the|our) (?:building|school|town|district) knows"
        r"(?= ?[.!?,]|$)",
        r"(?:would ?n['\u2019]?t|would not) send (?:my|your) (?:kids?|child|children|son|daughter)",
        r"(?:me|nos) (?:dijeron|contaron) que|escuche que|oi que|dizque|a lo mejor es cierto|es cierto que",
    )
)
_LISTENED = regex.compile(
    r"hear(?:d|ing)? (?:our|from the|about a) (?:\w+ ){0,3}(?:choir|band|orchestra|students|story|stories"
    r"|songs?|bell)"
)


class Claim:
    """What somebody is said to have said."""

    id: ClassVar[CheckId] = CheckId.CLAIM

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give what the list knows, else the first such wording."""
        spans = [match.span for match in wordings(reading, context, self.id)]
        if spans or OF_HEARSAY.isdisjoint(reading.vocabulary):
            yield from (_hit(reading, span) for span in spans)
            return
        told = (
            Span(*match.span()) for match in _HEARD.finditer(reading.folded) if not _LISTENED.search(match[0])
        )
        yield from (_hit(reading, span) for span in [*told][:1])


def _hit(reading: Reading, span: Span) -> Hit:
    return Hit(span, say("policy.claim", words=words_at(reading, span)))
