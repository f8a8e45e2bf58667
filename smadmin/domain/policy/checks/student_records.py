"""What only a family may tell: grades, discipline, health, special education (BAL-B1j1, WIC-G1; FERPA).

A wording counts only where it is tied to a child: a name of the school's list stands in the sentence ("the
Haddad family" too), or before it and the sentence goes on with "she", or "one of our students" does. A name
on no list counts where it is a common given name, or a full name, and no adult's.
"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.name_patterns import described_students
from smadmin.domain.policy.name_shapes import Shape, like_a_name, shapes
from smadmin.domain.policy.reading import Reading, Word, touches
from smadmin.domain.policy.wordlists import GIVEN_NAMES, ORDINARY, TITLES

_NUMBERED = regex.compile(
    r"\b504 plans?\b|\bplan(?:es)? 504\b"
    r"|\b(?:got|scored|earned|received|made) (?:an? )?\d{1,3} ?(?:%|percent)? (?:on|in)"
    r" (?:his|her|their|the)\b"
    r"|\bow(?:e[sd]?|ing) (?:us |the school )?\$ ?\d[\d.,]*"
    r"|\ban? [a-f][+-]? to an? [a-f][+-]?(?!\w)|\b(?:got|has|have|with|made|earned) (?:all |straight "
    r"|an? )?[a-df][+-]?s?"
    r" (?:in|on) (?:the |his |her )?\p{L}+"
    r"|\b(?:tore|torn|pulled|strained|dislocated|fractured|shattered|broke|sprained|hurt|injured|twisted)"
    r" (?:his|her|their|an?|the) (?:\w+ )?(?:acl|mcl|meniscus|hamstring|ankle|knee|shoulder|elbow|hip|rib"
    r"|ribs|neck|back|thumb|toe|jaw"
    r"|skull|pelvis|arm|leg|wrist|hand|foot|finger|collarbone|nose|tailbone|head)\b"
    r"|\b(?:failing|flunking|failed|flunked|behind in) (?:\w+ )?(?:algebra|geometry|biology|chemistry"
    r"|history|spanish|civics|physics"
    r"|pe|gym|every|all|two|three|both|most)\b"
    r"|\b(?:still )?owes? (?:us |the \w+ )?(?:lunch|library|book|field trip)? ?(?:money|fees|fines|dues)\b"
    r"|\bmissed (?:\d{2,}|ten|twenty|thirty) days\b"
)
_ONE_CHILD = regex.compile(
    r"\b(?:one of our|un[oa] de nuestr[oa]s|a|an|un|una) (?:[\w-]+ ){0,3}?"
    r"(?:students?|graders?|kindergart[e]?ner|boy|girl|estudiantes?|alumn[oa]s?|nin[oa])\b"
)
_IN_GENERAL = regex.compile(
    r"^\W*(?:if|when|any|every|each|should|si|cuando|cada|todo)\b|\b(?:any|your|su) (?:child|"
    r"student|hij[oa])\b"
)
_NOT_A_NAME = frozenset(
    {"will", "may", "march", "april", "june", "august", "summer", "autumn", "spring", "day", "mark"}
)
_NAMES = GIVEN_NAMES - ORDINARY - _NOT_A_NAME
"""Given names that begin a sentence as other words far too often."""
_FAMILY = regex.compile(
    r"\bthe (?P<name>\p{L}+) (?:family|kids|children|twins|siblings|sisters|brothers|boys|girls)\b"
)
_NO_CHILD = regex.compile(
    r"\b(?:st\.?|saint|susan g\.? komen|make-a-wish|teacher|coach|principal|nurse|custodian|officer|author"
    r"|chef"
    r"|awareness|research|foundation|fund ?raisers?|charity|cookies?|lemonade|in (?:memory|honor) of"
    r"|lessons?|workshop"
    r"|maestr[oa]|director[a]?|enfermera|learn\w*|read(?:ing)? about|history of|books? (?:by|about)|museum)\b"
)
"""Beside these a name that no list knows is an adult's, a saint's or a charity's."""
_KIN = regex.compile(
    r"\b(?!today|yesterday|let|it|that|what|who|here|there|everyone)\p{L}{3,}['\u2019]s (?:parents|mom"
    r"|mommy|dad|daddy|mother|father|brother|sister"
    r"|grandma|grandmother|grandpa|family)\b"
)
_IN_A_GRADE = regex.compile(
    r"\b(?:in|from) (?:kindergarten|pre-?k|preschool|(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth"
    r"|fifth|sixth) grade)\b"
    r"|\bgrade (?:buddy|friend|kiddo|girl|boy)\b"
)
_PRAISE = regex.compile(
    r"\b(?:shout ?-?outs?|congrats|congratulations|kudos|props|way to go|felicidades|proud of)(?: to| a)? "
)
_NAMES_AFTER_COLON = regex.compile(r":\s(?:\p{Lu}\p{Ll}+(?:, (?:and |& |y )?| and | & )){1,8}\p{Lu}\p{Ll}+")
"""These families owe: Garza, Pham."""
_REACH = 400
_BEFORE = 200
"""So many characters before the sentence may hold the name that its "she" means."""
_GOES_ON = regex.compile(r"\b(?:he|she|his|her|him|el|ella)\b")


class StudentRecord:
    """Wording of a child's record, tied to a child."""

    id: ClassVar[CheckId] = CheckId.STUDENT_RECORD

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give the wordings."""
        spans = [match.span for match in wordings(reading, context, self.id)]
        numbered = (Span(*match.span()) for match in _NUMBERED.finditer(reading.folded))
        spans += [span for span in numbered if not touches(spans, span)]
        for span in sorted(spans):
            if _tied(reading, span, context):
                yield Hit(span, say("policy.student-record", words=reading.text[span.start : span.end]))


def _tied(reading: Reading, span: Span, context: Context) -> bool:
    sentence = reading.sentence_folded(span.start)
    if _IN_GENERAL.search(sentence):
        return False
    whole = reading.sentence_at(span.start)
    around = Span(max(whole.start, span.start - _REACH), min(whole.end, span.end + _REACH))
    if _child_named(reading, around, context) or _ONE_CHILD.search(sentence) or _of_a_family(sentence):
        return True
    before = Span(max(0, around.start - _BEFORE), around.start)
    return _GOES_ON.search(sentence) is not None and _child_named(reading, before, context)


def _of_a_family(sentence: str) -> bool:
    """Tell whether somebody's parents are spoken of, or a child of a grade and "she"."""
    return _KIN.search(sentence) is not None or (
        _IN_A_GRADE.search(sentence) is not None and _GOES_ON.search(sentence) is not None
    )


def _child_named(reading: Reading, where: Span, context: Context) -> bool:
    if any(
        word.folded in context.people.children
        and word.written[0].isupper()
        and word.folded not in _NOT_A_NAME
        for word in reading.words_in(where)
    ):
        return True
    families = _FAMILY.finditer(reading.folded, where.start, where.end)
    if any(match["name"] in context.people.family_forms for match in families):
        return True
    return _NO_CHILD.search(reading.folded, where.start, where.end) is None and _unlisted(
        reading, where, context
    )


def _unlisted(reading: Reading, where: Span, context: Context) -> bool:
    """Tell whether somebody on no list is named, with a common given name or a full one."""
    public = [match.span for match in wordings(reading, context, "public-figures")]
    if any(where.start <= name.start < where.end for name, _ in described_students(reading, context, public)):
        return True
    if _NAMES_AFTER_COLON.search(reading.text, where.start, where.end):
        return True
    full = (one for one in shapes(reading, context) if one.sure and where.start <= one.span.start < where.end)
    if any(not touches(public, one.span) and not _of_staff(one, context) for one in full):
        return True
    if any(like_a_name(word, context) for word in _praised(reading, where)):
        return True
    words = reading.words_in(where)
    return any(
        word.folded in _NAMES
        and word.written[0].isupper()
        and not (before and before.folded in TITLES)
        and not (after and len(after.folded) > 1 and after.capitalised and after.start - word.end == 1)
        and word.folded not in context.names
        and not touches(public, word.span)
        for before, word, after in zip((None, *words), words, (*words[1:], None), strict=False)
    )


def _praised(reading: Reading, where: Span) -> Iterator[Word]:
    """Give the word after "shout out to": a first name, however uncommon."""
    for match in _PRAISE.finditer(reading.folded, where.start, where.end):
        yield from reading.words_in(Span(match.end(), match.end() + 1))


def _of_staff(one: Shape, context: Context) -> bool:
    return (one.given.folded, one.family.folded) in context.people.staff
