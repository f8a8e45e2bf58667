"""What only a family may tell: grades, discipline, health, special education (BAL-B1j1, WIC-G1; FERPA).

A wording counts only where it is tied to a child: a name of the school's list stands in the sentence ("the
Haddad family" too), or before it and the sentence goes on with "she", or "one of our students" does.
"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading

_NUMBERED = regex.compile(
    r"\b504 plans?\b|\bplan(?:es)? 504\b"
    r"|\b(?:got|scored|earned|received|made) (?:an? )?\d{1,3} ?(?:%|percent)? (?:on|in)"
    r" (?:his|her|their|the)\b"
    r"|\bow(?:e[sd]?|ing) (?:us |the school )?\$ ?\d[\d.,]*"
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
"""Given names that begin a sentence as other words far too often."""
_FAMILY = regex.compile(
    r"\bthe (?P<name>\p{L}+) (?:family|kids|children|twins|siblings|sisters|brothers|boys|girls)\b"
)
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
        spans += [Span(*match.span()) for match in _NUMBERED.finditer(reading.folded)]
        for span in sorted(spans):
            if _tied(reading, span, context):
                yield Hit(span, say("policy.student-record", words=reading.text[span.start : span.end]))


def _tied(reading: Reading, span: Span, context: Context) -> bool:
    sentence = reading.sentence_folded(span.start)
    if _IN_GENERAL.search(sentence):
        return False
    whole = reading.sentence_at(span.start)
    around = Span(max(whole.start, span.start - _REACH), min(whole.end, span.end + _REACH))
    if _child_named(reading, around, context) or _ONE_CHILD.search(sentence):
        return True
    before = Span(max(0, around.start - _BEFORE), around.start)
    return _GOES_ON.search(sentence) is not None and _child_named(reading, before, context)


def _child_named(reading: Reading, where: Span, context: Context) -> bool:
    if any(
        word.folded in context.people.children
        and word.written[0].isupper()
        and word.folded not in _NOT_A_NAME
        for word in reading.words_in(where)
    ):
        return True
    families = _FAMILY.finditer(reading.folded, where.start, where.end)
    return any(match["name"] in context.people.family_forms for match in families)
