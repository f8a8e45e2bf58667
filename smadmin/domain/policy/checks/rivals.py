"""Running down other schools and teams (WIC-G11). Winning, and saying by how much, is fine."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings, words_at
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading

_CRUSHED = regex.compile(
    r"\b(?i:crush|destroy|humiliat|annihilat|demolish|obliterat|massacr|pulveriz|slaughter|smok|trounc|embarrass|aplast|humill)"
    r"(?:e|es|ed|s|ing|ar|amos|aremos|aron)?\p{Zs}(?:the |those |a los |a las |a )?(?!(?i:it|him|her|"
    r"them)\b)\p{Lu}\p{Ll}+"
)
_WE = regex.compile(r"\b(?:we|us|our|let'?s|lets|tonight|team|go|nosotros|nuestr[oa]s?|hoy|vamos|equipo)\b")


class Rival:
    """A rival run down."""

    id: ClassVar[CheckId] = CheckId.RIVAL

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give wording that runs down a rival."""
        spans = {match.span for match in wordings(reading, context, self.id)}
        spans |= {
            Span(*match.span())
            for match in _CRUSHED.finditer(reading.text)
            if _WE.search(reading.sentence_folded(match.start()))
        }
        for span in sorted(spans):
            yield Hit(span, say("policy.rival", words=words_at(reading, span)))
