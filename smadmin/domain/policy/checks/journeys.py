"""Where students are at this moment (WIC-G4), and that they are away (SOC-O10).

Both are told after the return.
"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings, words_at
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading, one_of, touches
from smadmin.domain.policy.wordlists import OF_JOURNEYS

_NOW = (
    r"(?:right now|at the moment|as we speak|this very (?:minute|moment)|until (?:\d|noon)|all day"
    r"|(?:this|all) (?:morning|afternoon))"
)
_NAMED = r"(?:the )?(?:\p{Lu}[\p{L}'\u2019]*+ ?){1,5}"
_AT_A_PLACE = regex.compile(
    rf"(?:\b(?i:is|are|here|all)|['\u2019](?:re|s)) (?:all |now |here |having \w+ |eating \w+ )?(?:at"
    rf"|in) {_NAMED} ?\b{_NOW}\b"
    rf"|(?i:\b{_NOW})[^.!?\n]{{0,40}} (?:at|in) (?:the )?\p{{Lu}}\p{{Ll}}+(?: \p{{Lu}}\p{{Ll}}+)+"
)
_WHO = r"(?:graders?|students?|class(?:es)?|kids|team|choir|band|club|kindergarten|\d[a-f])"
_VISITING = regex.compile(
    r"(?i:\b(?:we(?:['\u2019]re| are)|(?:having|eating|enjoying|grabbing|spending) (?:[\w']+ ){1,3}?"
    r"|playing|swimming|skating|bowling"
    r"|hanging out|stopped|staying|overnight|currently|here)) ?(?:(?i:all|now|here|so|out) )*(?:at"
    r"|in) (?:the )?"
    r"(?P<where>\p{Lu}[\p{L}'\u2019]*+(?: \p{Lu}[\p{L}'\u2019]*+){1,4})"
)
_OUTINGS = frozenset(
    {
        "zoo", "museum", "park", "center", "pizza", "lanes", "bowl", "cinema", "cinemas", "theater",
        "theatre", "rink", "arcade",
        "cafe", "beach", "farm", "aquarium", "capitol", "gardens", "mall", "lake", "ranch", "planetarium",
        "grill", "creamery",
        "observatory", "island", "mountain", "falls", "springs", "waterpark", "pool", "inn", "hotel",
        "resort", "lodge", "suites", "plaza", "square",
        "stadium", "arena",
    }
)  # fmt: skip
_AT_AN_OUTING = regex.compile(
    rf"\b(?:we(?:['\u2019]re| are)|{_WHO} (?:is|are)) (?:all |now |here |currently |finally )*(?:at"
    rf"|in) (?:the |a |an )(?:\w+ )?"
    r"(?:zoo|museum|aquarium|pool|beach|farm|movies|theater|capitol|planetarium|rink|arcade|waterpark"
    r"|hotel|bowling alley"
    r"|pumpkin patch|amusement park|trampoline park|water park|state park|lake)\b"
)
_OVER = regex.compile(
    r"\b(?:yesterday|last (?:week|month|year|friday|night)|will be|were|was|next|tomorrow|on (?:mon|tues"
    r"|wednes"
    r"|thurs|fri|satur|sun)day|join us|come|meet)\b"
)
_CORNER = regex.compile(
    r"(?i:\b(?:waiting|standing|stands?|waits?|meets?|meeting|walks?|walking|gathered|stuck|picked up"
    r"|dropped off|boards?|crosses)"
    r"\b[^.!?\n]{0,30}\b(?:at|on|by|near)(?: the)?(?: corner of| intersection of)?) "
    r"(?:\d{1,3}(?:st|nd|rd|th)|\p{Lu}\p{L}+)(?: (?i:st|street|ave|avenue|rd|road|dr|blvd))?\.? (?:and|&"
    r"|y) (?:\d{1,3}(?:st|nd|rd|th)|\p{Lu}\p{L}+)"
)
_ON_THE_WAY = frozenset(
    {
        "waiting",
        "standing",
        "stands",
        "waits",
        "meets",
        "walks",
        "walking",
        "stuck",
        "crosses",
        "picked",
        "dropped",
        "boards",
        "gathered",
        "meeting",
    }
)
_ALONE_WORDS = frozenset({"alone", "himself", "herself", "themselves", "unsupervised", "unattended"})
_ALONE = regex.compile(
    r"\b(?:walks?|walking|waits?|waiting|stands?|standing|bikes?|rides?|home|left|stays?)\b[^.!?\n]{0,30}"
    r"\b(?:alone|by (?:him|her)self|by themselves|unsupervised|unattended)\b"
)
_WE = (
    r"(?:we|graders?|students?|class(?:es)?|kids|team|choir|band|club|orchestra|squad|everyone"
    r"|kindergart[e]?ners?"
    r"|kindergarten|grades?|\d[a-f]|buses|bus|council|patrol|chaperones)"
)
_NO_JOURNEY = one_of(
    "lunch", "recess", "gym", "library", "cafeteria", "class", "classroom", "classes", "playground", "music",
    "pe", "art",
    "specials", "bed", "work", "school", "middle", "high", "kindergarten", "first", "second", "third",
    "fourth", "fifth",
    "sixth", r"\d", "college", "state", "nationals?", "regionals?", "finals?", "playoffs", "victory",
    "success", "weekend",
    "summer", "winter", "spring", "fall", "break", "polls", "next", "new", "bigger", "better", "greater",
    "great", "good",
    "wonderful", "strong", "fantastic", "fun", "fast", "start", "close", "long", "be", "have", "do", "make",
    "learn", "see",
    "get", "take", "try", "miss", "win", "need", "give", "hold", "and", "in", "our", "read", "help", "show",
    "grow", "use",
    "bring", "meet", "talk", "wear", "sing", "play", "vote", "tour", "stage", "auditorium", "office", "a",
)  # fmt: skip
"""One heads to these without leaving the house."""
_OFF = regex.compile(
    rf"\b{_WE}(?:['\u2019]re|(?: [\w'\u2019]+){{0,4}}?) (?:(?:is|are|will be|all|now|finally|just|currently"
    r"|on the bus|loaded up|packed|headed out|and) ){0,4}"
    r"(?P<to>(?:headed|heading|going|leaving|traveling|travelling|driving|flying|taking off|riding|off"
    r"|on (?:our|their|the) way|loading (?:up|the (?:bus|buses)))(?: \w+){0,3}? (?:to|for|out to|over to) "
    rf"(?:the |a |an )?+(?!{_NO_JOURNEY}\b)[\p{{L}}\d]+)"
    r"|(?:^|[.!?\n] ?)(?P<to>(?:heading|headed|off|on (?:our|the) way|leaving)(?: \w+){0,3}? (?:to|for) "
    rf"(?:the |a )?+(?!{_NO_JOURNEY}\b)\p{{L}}+)"
    r"|\bbus(?:es)? (?P<to>(?:leaves?|departs?|pulls? out|rolls? out)(?: \w+){0,2}? (?:for|to)\b)"
    r"|\b(?P<to>(?:won['\u2019]?t|will not) be back (?:until|till|before))"
    r"|\b(?P<to>(?:be|are|is|['\u2019]re) (?:gone|away|out of (?:town|the building|state))"
    r" (?:all (?:day|week|morning|afternoon)|until|till|from|for the))"
)
_BY_NAME = regex.compile(
    r"(?i:\bwe)(?P<to>(?: are|['\u2019]re) leaving for (?:the )?\p{Lu}\p{L}+)"
    r"|(?i:\b(?:graders?|students?|class(?:es)?|team|choir|band|club|orchestra|squad)) "
    r"(?P<to>(?:is|are|will be) (?:heading|going|traveling|travelling|flying|driving|off) to \p{Lu}\p{L}+)"
)
_PAST = regex.compile(
    r"\b(?:yesterday|last (?:week|month|year|friday|night)|were|was|went|returned|came back|ayer"
    r"|permission slips?)\b"
)


class CheckIn:
    """Where students are at this moment, also at a place with a name."""

    id: ClassVar[CheckId] = CheckId.CHECK_IN

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give each such wording but those about the school's own house."""
        own = {word for word in context.names if len(word) > 1}
        spans = [match.span for match in wordings(reading, context, self.id)]
        for match in _places_named(reading):
            span = Span(*match.span())
            if not touches(sorted(spans), span) and not _at_home(reading, span, own):
                spans.append(span)
        for match in _VISITING.finditer(reading.text):
            span, last = Span(*match.span()), match["where"].split()[-1].lower()
            there = last in _OUTINGS or "'s " in match["where"] or "\u2019s " in match["where"]
            over = not there or _OVER.search(reading.sentence_folded(span.start))
            if not over and not touches(sorted(spans), span) and not _at_home(reading, span, own):
                spans.append(span)
        for match in _AT_AN_OUTING.finditer(reading.folded):
            if not touches(sorted(spans), Span(*match.span())) and not _OVER.search(
                reading.sentence_folded(match.start())
            ):
                spans.append(Span(*match.span()))
        for match in () if _ALONE_WORDS.isdisjoint(reading.vocabulary) else _ALONE.finditer(reading.folded):
            if not touches(sorted(spans), Span(*match.span())):
                spans.append(Span(*match.span()))
        for span in sorted(spans):
            yield Hit(span, say("policy.check-in", words=words_at(reading, span)))


def _places_named(reading: Reading) -> Iterator[regex.Match[str]]:
    yield from _AT_A_PLACE.finditer(reading.text)
    if not _ON_THE_WAY.isdisjoint(reading.vocabulary):
        yield from _CORNER.finditer(reading.text)


def _at_home(reading: Reading, span: Span, own: set[str]) -> bool:
    return any(word.folded in own for word in reading.words_in(span) if word.capitalised)


class Away:
    """That a class is away is told after the return; once is enough."""

    id: ClassVar[CheckId] = CheckId.AWAY

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give the first such wording."""
        spans = [match.span for match in wordings(reading, context, self.id)]
        spans += [Span(*match.span("to")) for match in _BY_NAME.finditer(reading.text)]
        setting_out = () if OF_JOURNEYS.isdisjoint(reading.vocabulary) else _OFF.finditer(reading.folded)
        spans += [
            Span(*match.span("to"))
            for match in setting_out
            if not _PAST.search(reading.sentence_folded(match.start("to")))
        ]
        for span in sorted(spans)[:1]:
            yield Hit(span, say("policy.away", words=words_at(reading, span)))
