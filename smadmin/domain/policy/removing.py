"""Taking words out so that a sound sentence is left: the words that lead to them go along.

"Call Ana at 719-555-0178 or write a@b.example." becomes "Call Ana or write a@b.example.", then "Call Ana.".
Where the sentence says nothing without them ("Her address is 55 Pine Street."), the sentence goes.
"""

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.findings import Remedy, Span
from smadmin.domain.policy.reading import Reading, one_of

_NEAR = 400
"""So many characters to each side tell in which language a sentence is written."""

_LINK_WORD = one_of("at", "on", "to", "by", "via", "from", "in", "with", "al", "en", "a", "por", "de", "del")
_ASK = one_of(
    r"call|text|phone|ring|write|e-?mail|contact|reach|message|dm|visit",
    r"llam[ea]n?|escrib[ae]n?|mand[ea]n?|contact[ea]n?|visit[ea]n?",
)
_LABEL = one_of(
    r"(?:phone|cell|tel|e-?mail|address|ph|mobile|fax|telefono|correo|direccion)(?: (?:number|no))?\.?",
    r"(?:student |lunch |school )?(?:id|pin|number|no)\.?",
    r"(?:date of birth|birth ?date|d\.?o\.?b\.?|fecha de nacimiento|born(?: on)?|nacid[oa](?: el)?)",
)
_ANOTHER_FOLLOWS = regex.compile(r"\p{Zs}*(?:,|/|\b(?:or|and|o|y)\b)\p{Zs}+(?=[(+]?\d|[^\s@]{1,64}@)")
"""After what goes comes another number or address: the words before lead to that one too."""
_LEADS = regex.compile(
    rf"(?:[\p{{Zs}},;]*\b(?:or|and|o|y)\p{{Zs}}+{_ASK}(?:\p{{Zs}}+(?:him|her|them|me|us))?)?"
    rf"(?:[\p{{Zs}},;]*\b(?:or|and|o|y)\b)?(?:\p{{Zs}}*\b{_LINK_WORD}\b)?(?:\p{{Zs}}*[(\[#,])?\p{{Zs}}*$"
)
_LABELLED = regex.compile(
    rf"(?:^|[\p{{Zs}}]*[,;(]|\p{{Zs}}+{_LINK_WORD}\b)\p{{Zs}}*{_LABEL}\p{{Zs}}?(?:[:#]|\b)\p{{Zs}}*$"
)
_NOTHING_LEFT = regex.compile(
    rf"^[\W\d]*(?:(?:please|por favor|or|and|o|y)?\W*(?:{_ASK}|{_LABEL}|{_LINK_WORD})?"
    r"(?:\W+(?:us|me|him|her|them|now|today))?)?\W*$"
)
_DANGLES = regex.compile(
    r"\b(?:is|are|was|es|son|era|esta|lives?|living|vive|resides?|stays?|the|her|his|their|my|our|number|"
    rf"that|who|which|{_ASK}|{_LINK_WORD})[\p{{Zs}},:]*$"
)
_CLAUSE_ENDS = regex.compile(r"\p{Zs}*(?:[.,;!?)]|$|\b(?:and|or|y|o)\b)")
_REACH = 60


def without(reading: Reading, span: Span) -> Remedy:
    """Offer to take a stretch out, with what leads to it, or the sentence that is nothing without it."""
    sentence = _trimmed(reading, reading.sentence_at(span.start))
    start, end = _with_leads(reading, span, sentence)
    before = reading.folded[sentence.start : start]
    left = before + reading.folded[end : sentence.end]
    ends = _CLAUSE_ENDS.match(reading.folded, end, sentence.end)
    if _NOTHING_LEFT.match(left) or (ends and _DANGLES.search(before)):
        whole = _spaced(reading.text, sentence)
        return Remedy(say("policy.remove-sentence"), whole, "", judged=True)
    return Remedy(say("policy.remove-word"), _spaced(reading.text, Span(start, end)), "")


def _with_leads(reading: Reading, span: Span, sentence: Span) -> tuple[int, int]:
    another = _ANOTHER_FOLLOWS.match(reading.text, span.end, sentence.end)
    if another:
        return span.start, another.end()
    begins = max(sentence.start, span.start - _REACH)
    before = reading.folded[begins : span.start]
    led = _LABELLED.search(before) or _LEADS.search(before)
    start = span.start if led is None else begins + led.start()
    closing = reading.text[span.end : span.end + 1]
    opened = reading.text[start : span.start].count("(") > reading.text[start : span.start].count(")")
    return start, span.end + (opened and closing == ")")


def _trimmed(reading: Reading, sentence: Span) -> Span:
    written = reading.text[sentence.start : sentence.end]
    return Span(sentence.start + len(written) - len(written.lstrip()), sentence.end)


def _spaced(text: str, span: Span) -> Span:
    """Take one space along, so that none is doubled and none stands before a full stop."""
    start, end = span.start, span.end
    first = start == 0 or text[start - 1] == "\n"
    if first:
        while text[end : end + 1] == " ":
            end += 1
    elif text[start - 1] == " " and (end == len(text) or text[end] in " .,;:!?)\n"):
        start -= 1
    return Span(start, end)


def _around(reading: Reading, span: Span) -> Reading:
    """Read the paragraph around some words by itself: a bilingual post has one after the other."""
    text = reading.text
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _NEAR)
    end = text.find("\n", span.end, span.end + _NEAR)
    return Reading(text[start : span.end + _NEAR if end < 0 else end])


def nameless(reading: Reading, span: Span) -> Remedy:
    """Offer to put "a student" in a name's place, in the language that is written around it."""
    words = "un estudiante" if _around(reading, span).spanish else "a student"
    starts = not reading.text[reading.sentence_at(span.start).start : span.start].strip()
    if starts:
        words = words.capitalize()
    return Remedy(say("policy.say-instead", words=words), span, words)
