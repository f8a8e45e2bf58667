"""Running down other schools and teams (WIC-G11). Winning, and saying by how much, is fine."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings, words_at
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading, Word, one_of, touches
from smadmin.domain.policy.wordlists import GIVEN_NAMES, PROPER, SCHOOL_WORDS, TITLES

_CRUSHED = regex.compile(
    r"\b(?i:crush|destroy|humiliat|annihilat|demolish|obliterat|massacr|pulveriz|slaughter|smok|trounc"
    r"|embarrass|aplast|humill)"
    r"(?:e|es|ed|s|ing|ar|amos|aremos|aron)?\p{Zs}(?:the |those |a los |a las |a )?(?!(?i:it|him|her|"
    r"them)\b)\p{Lu}\p{Ll}+"
)
_OTHERS = one_of(
    r"(?:[Tt]he |[Tt]heir |[Tt]hose |[Tt]hat )(?:other|opposing|charter|private|visiting|rival|catholic"
    r"|neighboring)"
    r" (?:teams?|schools?|sides?|players?|kids|coach(?:es)?|fans)(?: down the \w+)?",
    r"[Tt]heir (?:teams?|schools?|players?|coach(?:es)?|fans|offense|defense|test scores|kids|goalie"
    r"|quarterback)",
    r"(?:[Tt]hose |[Tt]he )?(?:kids|players|fans|parents|girls|boys|refs|coaches|guys|clowns) (?:from|at"
    r"|over at) \p{Lu}\p{L}+",
    r"\p{Lu}\p{Ll}{3,}(?:['\u2019]s?)?(?: (?:Middle|Elementary|High|Academy|Prep|Charter))?(?: (?:team"
    r"|kids|players|fans"
    r"|offense|defense|school|coach|test scores))?",
)
_BADLY = one_of(
    r"(?:plays?|played|fights?|fought) dirty",
    r"(?:cheats?|cheated|choked|chokes)",
    r"(?:couldn['\u2019]?t|can['\u2019]?t|could not|cannot) (?:even )?(?:hit|catch|score|beat|shoot|throw"
    r"|play|win|keep up|handle)"
    r"(?: \w+){0,3}",
    r"(?:is|are|was|were) (?:just |such |all |really |so )?(?:a joke|trash|garbage|awful|terrible|horrible"
    r"|overrated|weak|a mess"
    r"|failing|sorry|dirty|cheaters|sore losers|pathetic|a dump|embarrassing|jealous|no match|scared of us"
    r"|the worst)",
    r"(?:didn['\u2019]?t|did not) (?:even )?(?:stand a chance|belong|show up|know what hit)",
    r"(?:got|getting) (?:what they deserved|owned|wrecked|schooled|smoked|their butts?)",
    r"(?:is|are) (?:just |simply )?(?:the )?(?:dirtiest|worst|weakest|slowest|laziest|dumbest|ugliest"
    r"|meanest|sorriest)",
    r"(?:steals?|stole|wastes?|wasted|takes) (?:our|your|taxpayers?) (?:money|funding|students|tax dollars"
    r"|kids)",
    r"(?:teach|teaches|learn|learns|know|knows) nothing",
    r"sound(?:s|ed) like (?:dying|a dying|screeching|cats)",
    r"(?:suck|sucks|sucked|stinks?|reeks?)",
)
_RUN_DOWN = regex.compile(rf"\b{_OTHERS},? (?:\w+ ){{0,2}}?{_BADLY}\b")
_ANY_BADLY = regex.compile(rf"\b{_BADLY}\b")
_UNLIKE = regex.compile(
    r"\b(?i:unlike|better than|smarter than|(?:glad|thankful|lucky|happy) (?:we|you)(?:['\u2019]re"
    r"| are)? (?:not|don['\u2019]?t)"
    r"(?: (?:like|go to|attend|live in|play for|teach at))?|sorry,?|at least we(?:['\u2019]re| are) not)"
    r" (?:those |the |some )?(?:(?:other|certain|charter|private) (?:schools?|teams?|districts?)"
    r"|(?:kids|people|folks) (?:at|from) \p{Lu}\p{L}+|(?P<named>\p{Lu}\p{Ll}{2,}))\b"
)
_OF_US = frozenset(
    {"unlike", "better", "smarter", "glad", "at", "those", "the", "their", "that", "kids", "parents"}
)
"""Words with which what is said of others begins."""
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
        run_down = _RUN_DOWN.finditer(reading.text) if _ANY_BADLY.search(reading.text) else ()
        for match in (*run_down, *_UNLIKE.finditer(reading.text)):
            span = Span(*match.span())
            if not touches(sorted(spans), span) and _of_another(reading, span, context):
                spans.add(span)
        for span in sorted(spans):
            yield Hit(span, say("policy.rival", words=words_at(reading, span)))


_KNOWN = GIVEN_NAMES | PROPER | SCHOOL_WORDS | TITLES


def _of_another(reading: Reading, span: Span, context: Context) -> bool:
    """Tell whether it speaks of another school or team, and not of ours, of a child, or of a day."""
    words = reading.words_in(span)
    if any(word.folded in context.names for word in words if word.capitalised):
        return False
    named = [word for word in words if word.capitalised and word.folded not in _OF_US]
    return not named or any(_a_place(word, context) for word in named)


def _a_place(word: Word, context: Context) -> bool:
    written = word.written.lower()
    return not (
        word.folded in _KNOWN
        or word.folded.removesuffix("s") in _KNOWN
        or word.folded in context.people.children
        or context.speller.knows(written, "en")
    )
