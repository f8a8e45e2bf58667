"""Levies, bonds and referendums (BLO-II-B): what is voted on and when is a fact; asking for a vote isn't."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import Message, say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings, words_at
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading, touches

_MONEY = regex.compile(
    r"\b(?:bonds?|levy|levies|referendum|mill levy|override|school tax|bono|bonos|impuesto)\b"
)
_A_VOTE = regex.compile(
    r"\b(?:vot(?:e|ing) (?:yes|no|in favor|for (?:it|our (?:kids|schools|students|children|teachers)))"
    r"|vot[ae]n? (?:si|no|a favor|en contra)|(?:we|our (?:kids|schools|students|teachers)) need (?:it|this"
    r"|your vote|you to vote)"
    r"(?: to pass)?|(?:help|get|make sure) (?:us )?(?:pass (?:it|this)|(?:it|this) pass\w*)"
    r"|let['\u2019]?s (?:pass|get) (?:it|this)"
    r"|(?:an?|your|every|one|each) (?:yes|no) vote|do (?:the right thing|what['\u2019]?s right)"
    r"|counting on (?:you|your vote)"
    r"|please (?:support|approve|pass) (?:it|this))\b"
)


class Levy:
    """Asking people to vote a certain way on money for the schools."""

    id: ClassVar[CheckId] = CheckId.LEVY

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give each such wording."""
        for span in asked(reading, context):
            yield Hit(span, _told(words_at(reading, span), context))


def _told(words: str, context: Context) -> Message:
    """Say what is found, and when the district votes where the pack knows it."""
    days = ", ".join(day.isoformat() for day in context.elections)
    return say("policy.levy-days", words=words, days=days) if days else say("policy.levy", words=words)


def asked(reading: Reading, context: Context) -> list[Span]:
    """Give where a vote on money is asked for, in order: the list's, and "vote yes" beside "bond"."""
    spans = [match.span for match in wordings(reading, context, CheckId.LEVY)]
    if _MONEY.search(reading.folded):
        votes = (Span(*match.span()) for match in _A_VOTE.finditer(reading.folded))
        spans += [span for span in votes if not touches(spans, span)]
    return sorted(spans)
