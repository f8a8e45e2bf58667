"""A child's own work (BAL-B1i3): its consents are others than those to a name or a face."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Severity, Span
from smadmin.domain.policy.reading import Reading, Word

_WORKS = "works"
_OF = regex.compile(
    r"\p{Zs}(?:(?:written|drawn|painted|made|created|built|escrit[oa]|hech[oa]) )?(?:by|por|de)\p{Zs}"
)
_GROUP = regex.compile(
    r"(?:our|the|a|an|one of our|some of our|nuestr[oa]s|los|las|un[oa]?)\p{Zs}(?:\w+[\p{Zs}-]){0,2}"
    r"(?:graders?|students?|class(?:es)?|kindergart[e]?ners?|artists|children|estudiantes?|alumn[oa]s?|nin[oa]s)\b"
)
_POSSESSIVE = regex.compile(r"['\u2019]s?\p{Zs}(?:\p{Ll}+[\p{Zs}-]){0,3}")
_LONGEST_WORK = 4
"""So many words lie at most between a child's name and the work: "Mei's little red clay bowl"."""


class StudentWork:
    """A poem by Mei, Finn's painting, drawings by our third graders."""

    id: ClassVar[CheckId] = CheckId.STUDENT_WORK

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give works of children; sure where the family of a child of that name said no to them."""
        works = context.lexicon.list(_WORKS)
        for index, word in enumerate(reading.words):
            if word.folded in works:
                found = _made_by(reading, index, context) or _owned(reading, index, context)
                if found:
                    span, refused = found
                    message = "policy.student-work-refused" if refused else "policy.student-work"
                    at_most = Severity.BLOCK if refused else Severity.HINT
                    yield Hit(span, say(message, words=reading.text[span.start : span.end]), at_most=at_most)


def _made_by(reading: Reading, index: int, context: Context) -> tuple[Span, bool] | None:
    word = reading.words[index]
    of = _OF.match(reading.text, word.end)
    if of is None:
        return None
    group = _GROUP.match(reading.folded, of.end())
    if group is not None:
        return Span(word.start, group.end()), False
    maker = next((one for one in reading.words[index + 1 : index + 4] if one.start == of.end()), None)
    if maker is None or not _child(maker, context):
        return None
    return Span(word.start, maker.end), maker.folded in context.people.workless


def _owned(reading: Reading, index: int, context: Context) -> tuple[Span, bool] | None:
    word = reading.words[index]
    for owner in reversed(reading.words[max(0, index - _LONGEST_WORK) : index]):
        if not _child(owner, context):
            continue
        if _POSSESSIVE.fullmatch(reading.text, owner.end, word.start):
            return Span(owner.start, word.end), owner.folded in context.people.workless
    return None


def _child(word: Word, context: Context) -> bool:
    return word.written[0].isupper() and word.folded in context.people.children
