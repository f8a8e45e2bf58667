"""Full names that the words around them call a student's, for children no roster knows (BAL-B1j2).

"5th grader Jordan Lee" is one; "Student Art Show", "Principal Jordan Lee" and "Lincoln Elementary" aren't.
What is written like a name, and a cue make one; a cue further off than beside it says nothing of adults and
of history.
"""

from collections.abc import Iterator, Sequence

import regex

from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Span
from smadmin.domain.policy.name_cues import beside, of_others, surely_after, told_of
from smadmin.domain.policy.name_shapes import Shape, shapes
from smadmin.domain.policy.reading import Reading, touches

_LISTED = regex.compile(
    r"(?:\p{Zs}{1,2}\([^()\n]{1,30}\))?\p{Zs}{0,2}(?:,|;|&|\+|and|y|e)(?:\p{Zs}{1,2}(?:and|y|e"
    r"|&))?\p{Zs}{1,2}"
)

_READ = frozenset({"read", "reads", "reading", "about", "play", "plays", "played", "as", "named", "called"})
_WORD_BEFORE = 16


def described_students(
    reading: Reading, context: Context, public: Sequence[Span] = ()
) -> tuple[tuple[Span, Span], ...]:
    """Give (whole name, given name) of each person described as a student and not on the list of staff.

    Looked for once a passage, whoever asks.

    Args:
        reading: the passage.
        context: whose names are known.
        public: where people stand whom everybody may name; only a cue beside them makes them students.
    """
    kept: tuple[tuple[Span, Span], ...] | None = reading.kept.get(id(described_students))
    if kept is None:
        kept = tuple(_described(reading, context, public))
        reading.kept[id(described_students)] = kept
    return kept


def _described(reading: Reading, context: Context, public: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    listed_after = -1
    for shape in shapes(reading, context):
        name = shape.span
        if (shape.given.folded, shape.family.folded) in context.people.staff:
            continue
        goes_on = listed_after >= 0 and _LISTED.fullmatch(reading.text, listed_after, name.start)
        if goes_on or _of_a_student(reading, shape, public, context):
            listed_after = name.end
            yield name, shape.given.span


def _of_a_student(reading: Reading, shape: Shape, public: Sequence[Span], context: Context) -> bool:
    if not shape.named:
        return shape.given.capitalised and surely_after(reading, shape.span.start)
    if beside(reading, shape.span):
        return True
    if not shape.sure or _only_read_about(reading, shape) or touches(public, shape.span):
        return False
    return told_of(reading, shape.span) or _of_a_record(reading, shape.span, context)


def _only_read_about(reading: Reading, shape: Shape) -> bool:
    before = reading.words_in(Span(max(0, shape.span.start - _WORD_BEFORE), shape.span.start))
    return bool(before) and before[-1].folded in _READ


def _of_a_record(reading: Reading, name: Span, context: Context) -> bool:
    """Tell whether the sentence tells what stands in a child's record, and of no adult."""
    sentence = reading.sentence_at(name.start)
    told = [match.span for match in context.lexicon.matches(reading).get(CheckId.STUDENT_RECORD, ())]
    return touches(told, sentence) and not of_others(reading.sentence_folded(name.start))
