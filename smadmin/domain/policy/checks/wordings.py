"""Checks that are a list of wordings: the lists decide, the class says what is the matter.

What a list passes over stands in the list itself, after `!`.
"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.lexicon import Match
from smadmin.domain.policy.reading import Reading, touches


def wordings(reading: Reading, context: Context, name: str) -> tuple[Match, ...]:
    """Give the wordings of a list that stand in a passage."""
    return context.lexicon.matches(reading).get(name, ())


def _place(hit: Hit) -> Span:
    return hit.span or Span(0, 0)


def words_at(reading: Reading, span: Span) -> str:
    """Give the words of a span, as typed."""
    return reading.text[span.start : span.end]


class Wording:
    """Each wording of the list that is called like the check."""

    id: ClassVar[CheckId]

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give each wording."""
        for match in wordings(reading, context, self.id):
            if self.counts(reading, match, context):
                yield Hit(match.span, say(f"policy.{self.id}", words=words_at(reading, match.span)))

    def counts(self, _reading: Reading, _match: Match, _context: Context) -> bool:
        """Tell whether a wording means here what the check is about."""
        return True


class OnBehalf(Wording):
    """Only whom the superintendent authorised speaks for the whole district (BLO-IV-C3)."""

    id = CheckId.ON_BEHALF


class CheckIn(Wording):
    """Where students are at this moment (WIC-G4), also at a place with a name."""

    id = CheckId.CHECK_IN
    _AT_A_PLACE = regex.compile(
        r"(?:\b(?:is|are)|['\u2019]re) (?:all |now |here )?(?:at|in) (?:the )?"
        r"(?:\p{Lu}[\p{L}'\u2019]*+ ){1,4}"
        r"(?:right now|at the moment|until (?:\d|noon)|all day|(?:this|all) (?:morning|afternoon))\b"
    )

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give each such wording but those about the school's own house."""
        own = {word for word in context.names if len(word) > 1}
        yield from super().hits(reading, context)
        for match in self._AT_A_PLACE.finditer(reading.text):
            span = Span(*match.span())
            if not any(word.folded in own for word in reading.words_in(span)):
                yield Hit(span, say(f"policy.{self.id}", words=words_at(reading, span)))


class Away(Wording):
    """That a class is away is told after the return (SOC-O10); once is enough."""

    id = CheckId.AWAY
    _JOURNEY = regex.compile(
        r"(?i:\b(?:graders?|students?|class(?:es)?|team|choir|band|club|orchestra|squad)) "
        r"(?P<to>(?:is|are|will be) (?:heading|going|traveling|travelling|flying|driving|off)"
        r" to \p{Lu}\p{L}+)"
        r"|(?i:\bwe)(?P<to>(?: are|['\u2019]re) leaving for (?:the )?\p{Lu}\p{L}+)"
    )

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give the first such wording."""
        journeys = [Span(*match.span("to")) for match in self._JOURNEY.finditer(reading.text)]
        hits = [Hit(span, say(f"policy.{self.id}", words=words_at(reading, span))) for span in journeys]
        yield from sorted([*super().hits(reading, context), *hits], key=_place)[:1]


class TestMaterial(Wording):
    """Tests and the district's own curriculum (YEL-C4)."""

    id = CheckId.TEST_MATERIAL
    __test__ = False  # its name is no test's


class Claim(Wording):
    """Hearsay: who says so, and is it sure (WIC-P10, BLO-A4)?"""

    id = CheckId.CLAIM


class EngagementBait(Wording):
    """Games and quizzes for their own sake (SOC-O8)."""

    id = CheckId.ENGAGEMENT_BAIT


class Insult(Wording):
    """Insulting, harassing or discriminating wording (BLO-IV-B1, WIC-G2)."""

    id = CheckId.INSULT


class Slur(Wording):
    """Words that run down a whole group of people (BLO-A3)."""

    id = CheckId.SLUR


class Threat(Wording):
    """Threatening wording (BLO-IV-B1)."""

    id = CheckId.THREAT


class LegalMatter(Wording):
    """Lawsuits, charges and investigations (WIC-G11); in lessons they are only a subject."""

    id = CheckId.LEGAL_MATTER
    _LESSON = regex.compile(
        r"\b(?:mock|lessons?|learn\w*|stud(?:y|ied)|history|science|aprend\w+|leccion\w*)\b"
    )

    def counts(self, reading: Reading, match: Match, _context: Context) -> bool:
        """Leave lessons alone."""
        return not self._LESSON.search(reading.sentence_folded(match.span.start))


class AdultTopic(Wording):
    """Alcohol, tobacco, drugs and sex, but in lessons and prevention (BLO-A3)."""

    id = CheckId.ADULT_TOPIC

    def counts(self, reading: Reading, _match: Match, context: Context) -> bool:
        """Leave what is taught alone: the paragraph says so."""
        return not wordings(reading, context, "lessons")


class Profanity(Wording):
    """Swearing and obscenity (BLO-IV-B1), also behind asterisks."""

    id = CheckId.PROFANITY
    _MASKED = regex.compile(
        r"(?<!\w)(?:s[h*][i*!1@#]t|f[u*@#][c*@#][k*@#]\w{0,4}|b[i*!1]tch\w{0,2}|a[$*]{2}(?:hole)?|d[a*@]mn)(?!\w)"
    )

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give each word, plain or masked."""
        plain = [match.span for match in wordings(reading, context, self.id)]
        yield from super().hits(reading, context)
        for match in self._MASKED.finditer(reading.folded):
            span = Span(*match.span())
            if not match[0].isalpha() and not touches(plain, span):
                yield Hit(span, say(f"policy.{self.id}", words=words_at(reading, span)))
