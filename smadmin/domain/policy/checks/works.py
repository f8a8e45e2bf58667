"""A child's own work (BAL-B1i3): its consents are others than those to a name or a face."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Severity, Span
from smadmin.domain.policy.name_shapes import like_a_name
from smadmin.domain.policy.reading import Reading, Word, fold, one_of, touches
from smadmin.domain.policy.wordlists import GIVEN_NAMES, ORDINARY

_WORKS = "works"
_OF = regex.compile(
    r"\p{Zs}(?:(?:written|drawn|painted|made|created|built|escrit[oa]|hech[oa]) )?(?:by|por|de)\p{Zs}"
)
_GROUP = regex.compile(
    r"(?:our|the|a|an|one of our|some of our|nuestr[oa]s|los|las|un[oa]?)\p{Zs}(?:\w+[\p{Zs}-]){0,2}"
    r"(?:graders?|students?|class(?:es)?|kindergart[e]?ners?|artists|children|estudiantes?|alumn[oa]s?"
    r"|nin[oa]s)\b"
)
_ACCOUNT = regex.compile(r"@[\w.]++")
_POSSESSIVE = regex.compile(r"['\u2019]s?\p{Zs}(?:\p{Ll}+[\p{Zs}-]){0,3}")
_MAKES = regex.compile(
    r"\b(?:built|made|painted|wrote|drew|designed|created|sculpted|coded|sewed"
    r"|pinto|dibujo|escribio|hizo|construyo) "
    + one_of(
        r"(?P<shown>this|these|that|est[ae]s?) (?:[\w-]+ ){0,2}?\w+",
        r"(?:an?|the|his|her|their|un[ao]?|el|la|su) (?:[\w-]+ ){0,2}?(?P<work>\w+)",
    )
    + r"\b"
)
_QUOTED = regex.compile(
    r"[\u201d\"\u00bb],? (?:wrote|escribi[oó]) (?P<who>\p{Lu}\p{L}++)"
    r"|(?<!\p{L})(?P<who>\p{Lu}\p{L}++)(?: \p{Lu}[\p{L}'\u2019-]++)?"
    r" (?:wrote|escribi[oó])[:,]? [\u201c\"\u00ab]"
)
"""A child's written words; what a child only said is no work."""
_DONE_BY = regex.compile(
    r"\b(?P<work>\w+) (?:that |which )?(?:(?:our|a|one of our) )?(?:\w+[ -])?(?:grader|student"
    r"|kindergartner|artist|writer|poet)"
    r" (?:\p{L}+ )?(?:\p{L}+ )?(?:painted|wrote|drew|made|created|sculpted|built)\b"
)
_SEVERITY = {True: Severity.BLOCK, False: Severity.HINT}
"""How hard it bites, by whether the family of a child so called said no to its work."""
_MAKER_BEFORE = 60
"""So many characters lie at most between a child's name and what it did."""
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
                    yield _hit(reading, *found)
        for match in () if works.isdisjoint(reading.vocabulary) else _DONE_BY.finditer(reading.folded):
            if match["work"] in works:
                yield _hit(reading, Span(*match.span()), Severity.HINT)
        for match in _QUOTED.finditer(reading.text):
            maker = fold(match["who"])
            if maker in context.people.children:
                yield _hit(reading, Span(*match.span()), _SEVERITY[maker in context.people.workless])
        for match in _MAKES.finditer(reading.folded):
            makers = _makers(reading, match.start(), context)
            if makers and (match["shown"] or match["work"] in works):
                refused = not context.people.workless.isdisjoint(makers)
                yield _hit(reading, Span(*match.span()), _SEVERITY[refused])


def _hit(reading: Reading, span: Span, at_most: Severity) -> Hit:
    refused = at_most is Severity.BLOCK
    message = "policy.student-work-refused" if refused else "policy.student-work"
    return Hit(span, say(message, words=reading.text[span.start : span.end]), at_most=at_most)


def _makers(reading: Reading, position: int, context: Context) -> frozenset[str]:
    """Give the children named shortly before a verb, in its sentence."""
    since = max(reading.sentence_at(position).start, position - _MAKER_BEFORE)
    words = reading.words_in(Span(since, position))
    return frozenset(word.folded for word in words if _child(word, context))


def _made_by(reading: Reading, index: int, context: Context) -> tuple[Span, Severity] | None:
    word = reading.words[index]
    of = _OF.match(reading.text, word.end)
    if of is None:
        return None
    account = _ACCOUNT.match(reading.text, of.end())
    if account is not None:
        return Span(word.start, account.end()), Severity.HINT
    group = _GROUP.match(reading.folded, of.end())
    if group is not None:
        return Span(word.start, group.end()), Severity.HINT
    maker = next((one for one in reading.words[index + 1 : index + 4] if one.start == of.end()), None)
    if maker is None or not _child(maker, context):
        return None
    return Span(word.start, maker.end), _SEVERITY[maker.folded in context.people.workless]


def _owned(reading: Reading, index: int, context: Context) -> tuple[Span, Severity] | None:
    word = reading.words[index]
    public = [match.span for match in wordings(reading, context, "public-figures")]
    for owner in reversed(reading.words[max(0, index - _LONGEST_WORK) : index]):
        if not _somebody(owner, context) or touches(public, owner.span):
            continue
        if _POSSESSIVE.fullmatch(reading.text, owner.end, word.start):
            return Span(owner.start, word.end), _SEVERITY[owner.folded in context.people.workless]
    return None


def _child(word: Word, context: Context) -> bool:
    return word.written[0].isupper() and word.folded in context.people.children


def _somebody(word: Word, context: Context) -> bool:
    """Tell whether a word is the name of a child of the list, or of some other with a common given name."""
    if _child(word, context):
        return True
    named = (word.folded in GIVEN_NAMES and word.folded not in ORDINARY) or like_a_name(word, context)
    return named and word.written[0].isupper() and word.folded not in context.names
