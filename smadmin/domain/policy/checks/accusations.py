"""A named person is said to have done wrong (BLO-IV-B1, WIC-G2). Stolen bases and shows are none."""

from collections.abc import Iterator
from typing import ClassVar

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings, words_at
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.lexicon import Match
from smadmin.domain.policy.reading import Reading, Word
from smadmin.domain.policy.wordlists import GIVEN_NAMES, ORDINARY, TITLES

_REACH = 40
"""So many characters lie at most between the person and the deed."""


class Accusation:
    """Somebody and a misdeed."""

    id: ClassVar[CheckId] = CheckId.ACCUSATION

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give misdeeds said of a named person."""
        for match in wordings(reading, context, self.id):
            if _said_of_somebody(reading, match, context):
                yield Hit(match.span, say("policy.accusation", words=words_at(reading, match.span)))


def _said_of_somebody(reading: Reading, match: Match, context: Context) -> bool:
    since = max(reading.sentence_at(match.span.start).start, match.span.start - _REACH)
    before = reading.words_in(Span(since, match.span.start))
    return any(_is_person(word, before[:at], context) for at, word in enumerate(before))


def _is_person(word: Word, before: tuple[Word, ...], context: Context) -> bool:
    if not word.written[0].isupper() or word.folded in ORDINARY:
        return False
    titled = bool(before) and before[-1].folded in TITLES
    return titled or word.folded in context.people.children or word.folded in GIVEN_NAMES
