"""A named person is said to have done wrong (BLO-IV-B1, WIC-G2). Stolen bases and shows are none."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings, words_at
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.lexicon import Match
from smadmin.domain.policy.reading import Reading, Word
from smadmin.domain.policy.wordlists import GIVEN_NAMES, ORDINARY, TITLES

_BLAMED = regex.compile(
    r"\b(?:[Ww]e|I|[Ee]very(?:one|body)|[Yy]ou) (?:all )?knows? (?:it was|it['\u2019]?s|who did) "
    r"(?:(?:Mr|Mrs|Ms|Dr|Coach)\.? )?\p{Lu}\p{L}+(?:['\u2019]s \w+)?"
    r"|\b(?:[Tt]hanks to|[Bb]lame|[Ii]t was) (?:(?:Mr|Mrs|Ms|Dr"
    r"|Coach)\.? )?\p{Lu}\p{L}+(?:['\u2019]s)? (?:lying|lies|cheating|stealing"
    r"|stupidity|laziness|incompetence|who (?:did|broke|stole|started|lied))"
)
_REACH = 40
"""So many characters lie at most between the person and the deed."""


class Accusation:
    """Somebody and a misdeed."""

    id: ClassVar[CheckId] = CheckId.ACCUSATION

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give misdeeds said of a named person."""
        blamed = [Span(*match.span()) for match in _BLAMED.finditer(reading.text)]
        said = wordings(reading, context, self.id)
        listed = [match.span for match in said if _said_of_somebody(reading, match, context)]
        for span in sorted([*blamed, *listed]):
            yield Hit(span, say("policy.accusation", words=words_at(reading, span)))


def _said_of_somebody(reading: Reading, match: Match, context: Context) -> bool:
    since = max(reading.sentence_at(match.span.start).start, match.span.start - _REACH)
    before = reading.words_in(Span(since, match.span.start))
    return any(_is_person(word, before[:at], context) for at, word in enumerate(before))


def _is_person(word: Word, before: tuple[Word, ...], context: Context) -> bool:
    if not word.written[0].isupper() or word.folded in ORDINARY:
        return False
    titled = bool(before) and before[-1].folded in TITLES
    return titled or word.folded in context.people.children or word.folded in GIVEN_NAMES
