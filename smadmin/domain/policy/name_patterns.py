"""Full names that the words around them call a student's, for children no roster knows (BAL-B1j2).

"5th grader Jordan Lee" is one; "Student Art Show", "Principal Jordan Lee" and "Lincoln Elementary" aren't.
It wants a cue and a common given name: without both, it stays silent.
"""

from collections.abc import Iterator

import regex

from smadmin.domain.policy.findings import Span
from smadmin.domain.policy.reading import Reading, Word, one_of
from smadmin.domain.policy.roster import People
from smadmin.domain.policy.wordlists import GIVEN_NAMES, PLACE_WORDS, SCHOOL_WORDS, TITLES

_CUE_BEFORE = regex.compile(
    one_of(
        r"\b(?:students?|graders?|freshm[ae]n|sophomores?|juniors?|seniors?|kindergart[e]?ners?|scholars?|classmates?)",
        r"\b(?:valedictorian|salutatorian|estudiantes?|alumn[oa]s?)",
        r"\bof the (?:month|week|year)",
        r"\bdel mes",
    )
    + r"[\p{Zs},:\-\u2013\u2014!]{1,4}$"
)
_CUE_AFTER = regex.compile(
    r",?[\p{Zs}]{1,2}\(?(?:an? |our |una? )?"
    + one_of(
        r"\d{1,2}(?:st|nd|rd|th)[\p{Zs}-]grade",
        r"grade \d",
        r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth)[\p{Zs}-]grade",
        r"(?:kindergart[e]?ner|freshman|sophomore|valedictorian)\b",
        r"class of (?:19|20)\d\d",
        r"(?:estudiante de\b|de (?:primer|segundo|tercer|cuarto|quinto|sexto) grado)",
    )
)
_REACH = 30
_SPACE = regex.compile(r"[\p{Zs}]{1,2}(?:\p{Lu}\.[\p{Zs}])?|-")


def described_students(reading: Reading, people: People) -> Iterator[tuple[Span, Span]]:
    """Give (whole name, given name) of each person described as a student and not on the list of staff."""
    words = reading.words
    for index, given in enumerate(words[:-1]):
        if given.folded not in GIVEN_NAMES:
            continue
        last = min(index + (2 if len(words[index + 1].folded) == 1 else 1), len(words) - 1)
        family = words[last]
        if not _looks_like_name(given, family):
            continue
        if not _SPACE.fullmatch(reading.text, given.end, family.start):
            continue
        before = words[index - 1].folded if index else ""
        if before in TITLES or (given.folded, family.folded) in people.staff:
            continue
        after = words[last + 1] if last + 1 < len(words) else None
        if after and after.folded in PLACE_WORDS and after.capitalised:
            continue
        if _cued(reading, given.start, family.end):
            yield Span(given.start, family.end), given.span


def _looks_like_name(given: Word, family: Word) -> bool:
    return (
        given.written[0].isupper()
        and family.written[0].isupper()
        and len(family.folded) > 1
        and family.folded not in SCHOOL_WORDS | PLACE_WORDS
    )


def _cued(reading: Reading, start: int, end: int) -> bool:
    before = reading.folded[max(0, start - _REACH) : start]
    return _CUE_BEFORE.search(before) is not None or _CUE_AFTER.match(reading.folded, end) is not None
