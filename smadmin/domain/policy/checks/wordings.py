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


def words_at(reading: Reading, span: Span) -> str:
    """Give the words of a span, as typed."""
    return reading.text[span.start : span.end]


def _stands_in(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1))


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

    def counts(self, reading: Reading, match: Match, context: Context) -> bool:
        """Let pass what a person or office says whom the pack names for that."""
        sentence = reading.sentence_at(match.span.start)
        words = tuple(word.folded for word in reading.words_in(sentence))
        return not any(_stands_in(name, words) for name in context.speakers if name)


class TestMaterial(Wording):
    """Tests and the district's own curriculum (YEL-C4)."""

    id = CheckId.TEST_MATERIAL
    _NUMBERED = regex.compile(
        r"\b(?:number|question|problem|item|#) ?#?\d+ (?:of|on|from|in) (?:[\w'\u2019]+ ){1,4}?(?:test"
        r"|quiz|exam|final|midterm)\b"
        r"|\b(?:test|quiz|exam|final|midterm)\b[,:;]? (?:\w+ ){0,2}(?:number|question|problem|#) ?\d+"
        r" (?:is|was|asks)\b"
    )

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give what the list knows, and a numbered question of a test."""
        known = [match.span for match in wordings(reading, context, self.id)]
        yield from super().hits(reading, context)
        for match in self._NUMBERED.finditer(reading.folded):
            if not touches(known, Span(*match.span())) and "practice" not in match[0]:
                yield Hit(
                    Span(*match.span()),
                    say(f"policy.{self.id}", words=words_at(reading, Span(*match.span()))),
                )

    __test__ = False  # its name is no test's


class EngagementBait(Wording):
    """Games and quizzes for their own sake (SOC-O8); told once a sentence."""

    id = CheckId.ENGAGEMENT_BAIT

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give the first such wording of each sentence, together with the question that leads to it."""
        told: list[tuple[Span, Span]] = []
        for match in wordings(reading, context, self.id):
            sentence, span = reading.sentence_at(match.span.start), match.span
            if told and told[-1][0] == sentence:
                continue
            if told and told[-1][0].end == sentence.start and reading.text[sentence.start - 1] == "?":
                span = Span(told.pop()[1].start, span.end)
            told.append((sentence, span))
        for _sentence, span in told:
            yield Hit(span, say(f"policy.{self.id}", words=words_at(reading, span)))


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
        r"(?<!\w)(?:s[h*][i*!1@#]t|f[u*@#][c*@#][k*@#]\w{0,4}|b[i*!1]tch\w{0,2}|a[$*]{2}(?:hole)?"
        r"|d[a*@]mn)(?!\w)"
    )

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give each word, plain or masked."""
        plain = [match.span for match in wordings(reading, context, self.id)]
        yield from super().hits(reading, context)
        for match in self._MASKED.finditer(reading.folded):
            span = Span(*match.span())
            if not match[0].isalpha() and not touches(plain, span):
                yield Hit(span, say(f"policy.{self.id}", words=words_at(reading, span)))
