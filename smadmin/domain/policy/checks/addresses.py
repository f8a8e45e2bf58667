"""Where somebody lives (BAL-B1j1, WIC-G1). The school's own address, parks and halls are public places."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading, touches
from smadmin.domain.policy.removing import without

_STREETS = (
    "Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Way|Place|Pl|Circle|"
    "Cir|Terrace|Trail|"
    "Parkway|Pkwy|Loop|Row"
)
_ADDRESS = regex.compile(
    rf"(?<![\w$])\d{{1,5}}\p{{Zs}}(?:[NSEW]\.?\p{{Zs}})?(?:\p{{Lu}}[\p{{L}}'.-]*+\p{{Zs}}){{1,3}}?(?:{_STREETS})\b"
    r"|\b(?:[Cc]alle|[Aa]venida|[Aa]v\.|[Cc]amino|"
    r"[Pp]aseo)\p{Zs}(?:\p{Lu}[\p{L}]*+\p{Zs}){1,3}(?:#|[Nn]o\.?\p{Zs})?"
    r"\d{1,5}\b"
)
_HOME = regex.compile(
    r"\b(?:at|to) (?:the )?\p{L}{3,}s['\u2019],|\b(?:lives?|living|resid(?:es?|ing)|stay(?:s|ing)?) (?:at"
    r"|on|in|with)\b|"
    r"['\u2019]s? (?:house|home|apartment|place)\b"
    r"|\b(?:their|his|her|my) (?:house|home|apartment|place)\b|\bviv(?:e|en|ia|imos)\b|"
    r"\bcasa de\b|\bdomicilio\b"
    r"|['\u2019]s address\b|\b(?:his|her|their) address\b|\bdireccion de \p{L}"
)
_LIVES_THERE = regex.compile(
    r"\bwhere (?:he|she|they|I|we|(?:my|his|her|their|our|the) [\p{L}'\u2019]{2,}+(?: \p{L}{2,}+)?"
    r"|\p{Lu}[\p{L}'\u2019-]*+(?: (?:and )?\p{Lu}[\p{L}'\u2019-]*+){0,2}) "
    r"(?:lives?|stays?|is living|are living|resides?)\b"
    r"|\b(?:lives?|living|resides?|stays?) (?:there|here|at this address)\b"
)
"""As it is typed: “where Maya lives”, but not “where kindness lives”."""
_LIVES_ON = regex.compile(
    r"(?i:\b(?:lives?|living|lived|stays?|staying|resides?|house|home|apartment|moved|vive[n]?"
    r"|casa)\b[^.!?\n]{0,25}?"
    r"\b(?:on|at|off|down|en la|en)) (?P<street>(?:the )?(?:\d{1,3}(?:st|nd|rd|th)|\p{Lu}[\p{L}'.]*+)"
    rf"(?:\p{{Zs}}\p{{Lu}}[\p{{L}}'.]*+)?\p{{Zs}}(?:{_STREETS})\b)"
)
_PARTY = regex.compile(
    r"\b(?:birthday|b-?day|slumber|pool|cumpleanos)(?: \w+)? (?:party|bash)\b"
    r"|\bsleepover\b|\bplay ?date\b|\bfiesta de\b|\b(?:garage|yard|estate|moving) sale\b"
)
"""Such a party is at somebody's home."""
_NAMED = r"(?:\d{1,3}(?:st|nd|rd|th)|\p{Lu}[\p{L}'.]*+)"
_CORNER = regex.compile(
    rf"\b(?:corner|intersection) of (?P<streets>{_NAMED}(?:\p{{Zs}}(?:{_STREETS}))?"
    rf"\p{{Zs}}(?:and|&)\p{{Zs}}{_NAMED}(?:\p{{Zs}}(?:{_STREETS})\b)?)"
)
_ON_THE_WAY = regex.compile(
    r"\b(?:gets? (?:on|off)|drop(?:s|ped)? off|picked up|walks?|walking|waits?|waiting|catch(?:es)?)\b"
)


_REACH = 200


class StreetAddress:
    """A street and number, or a corner, beside words about somebody's home or a child's way."""

    id: ClassVar[CheckId] = CheckId.STREET_ADDRESS

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give private addresses."""
        for match in _ADDRESS.finditer(reading.text):
            if _about_a_home(reading, match.start()) or _childs_way(reading, match.start(), context):
                span = Span(*match.span())
                yield _hit(reading, span)
        known = [Span(*match.span()) for match in _ADDRESS.finditer(reading.text)]
        for match in _LIVES_ON.finditer(reading.text):
            if not touches(known, Span(*match.span("street"))):
                yield _hit(reading, Span(*match.span("street")))
        for match in _CORNER.finditer(reading.text):
            if _about_a_home(reading, match.start()) or _childs_way(reading, match.start(), context):
                yield _hit(reading, Span(*match.span("streets")))


def _hit(reading: Reading, span: Span) -> Hit:
    return Hit(span, say("policy.street-address"), without(reading, span))


def _childs_way(reading: Reading, position: int, context: Context) -> bool:
    """Tell whether the sentence says where a child of the school walks or waits."""
    if not _ON_THE_WAY.search(reading.sentence_folded(position)):
        return False
    sentence = reading.words_in(reading.sentence_at(position))
    return any(word.folded in context.people.children and word.written[0].isupper() for word in sentence)


def _about_a_home(reading: Reading, position: int) -> bool:
    """Tell whether the sentence, or the one before it, speaks of where somebody lives."""
    start = reading.sentence_at(position).start
    before = reading.sentence_folded(start - 1) if start else ""
    if _PARTY.search(reading.sentence_folded(position)):
        return True
    sentence = reading.sentence_at(position)
    following = reading.sentence_at(sentence.end) if sentence.end < len(reading.text) else sentence
    if _LIVES_THERE.search(reading.text, position, min(following.end, position + _REACH)):
        return True
    return any(_HOME.search(sentence) for sentence in (reading.sentence_folded(position), before))
