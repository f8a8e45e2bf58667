"""Full names that the words around them call a student's, for children no roster knows (BAL-B1j2).

"5th grader Jordan Lee" is one; "Student Art Show", "Principal Jordan Lee" and "Lincoln Elementary" aren't.
A common given name and a cue make one; the cue may stand beside the name, in its sentence, or in the next
one that goes on with "she". A cue further off than beside it says nothing of adults and of history.
"""

from collections.abc import Iterator, Sequence

import regex

from smadmin.domain.policy.findings import Span
from smadmin.domain.policy.reading import Reading, Word, one_of, touches
from smadmin.domain.policy.roster import People
from smadmin.domain.policy.wordlists import GIVEN_NAMES, PLACE_WORDS, PROPER, SCHOOL_WORDS, TITLES

_NTH = (
    r"(?:\d{1,2}(?:st|nd|rd|th)"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
)
_CUE_BEFORE = regex.compile(
    one_of(
        r"\b(?:students?|graders?|freshm[ae]n|sophomores?|juniors?|seniors?|kindergart[e]?ners?|scholars?|classmates?)",
        r"\b(?:valedictorian|salutatorian|estudiantes?)",
        r"\bof the (?:month|week|year)",
        r"\bdel mes",
    )
    + r"[\p{Zs},:\-\u2013\u2014!]{1,4}$"
)
_CUE_BEFORE_IN_SPANISH = regex.compile(r"\balumn[oa]s?[\p{Zs},:]{1,3}$")
"""In English an alumna is grown up."""
_SURE = regex.compile(
    rf"(?:(?:{_NTH}|kindergarten)[ -]grader|kindergart[e]?ner|valedictorian)[\p{{Zs}},:]{{1,3}}$"
)
"""After such a word two capitals are a name, however uncommon."""
_CUE_AFTER = regex.compile(
    r",?[\p{Zs}]{1,2}\(?(?:an? |our |una? |(?:is|was) (?:now )?in )?"
    + one_of(
        rf"{_NTH}[\p{{Zs}}-]grade",
        r"grade \d",
        r"(?:kindergart[e]?ner|freshman|sophomore|valedictorian)\b",
        r"class of (?:19|20)\d\d",
        r"(?:estudiante de\b|de (?:primer|segundo|tercer|cuarto|quinto|sexto) grado)",
    )
)
_CUE_IN_SENTENCE = regex.compile(
    r"\b"
    + one_of(
        r"(?:(?:he|she|they|who|ella?|quien)(?:['\u2019]s| is| was| are| were| esta) (?:in |en )?|from |de )"
        rf"(?:[\w.'\u2019]+ ){{0,3}}(?:{_NTH}[ -]grade|grades? \d|kindergarten)\b"
        r"(?!(?: level)? (?:hall|room|wing|team))",
        rf"(?:{_NTH}|kindergarten)[ -]grader",
        r"(?:from|of|in|de|del) (?:room \d+|salon \d+|\d[a-f]\b)",
        r"(?:from|of|in) [\w.]+ [\w.]+['\u2019]s? (?:class|homeroom)\b",
        r"(?:student|reader|writer|speller|scholar|citizen|mathlete|artist|athlete|friend|helper|star)s?"
        r" of the (?:day|week|month|quarter|semester|year)",
        r"(?:bee|fair|contest|essay|poster|chess|tournament|spelling|mathlete)"
        r" (?:winner|champion|champ|finalist)s?",
        r"(?:lost|loses?) (?:his|her|their) (?:first|front|\w+) tooth",
        r"(?:honor roll|perfect attendance|cuadro de honor)",
        r"(?:turn(?:s|ed|ing)?|cumpl(?:e|io)) (?:[5-9]|1[0-8])\b",
        r"(?:estudiante|alumn[oa]|lector|lectora)s? (?:del|de la) (?:mes|semana)",
        r"(?:primer|segundo|tercer|cuarto|quinto|sexto) (?:grado|ano)",
    )
)
_OF_ADULTS = regex.compile(
    r"\b"
    + one_of(
        r"teach\w*|taught|volunt\w+|coach\w*|substitut\w*|subs? (?:in|for)|lead(?:s|er)?|runs?",
        r"visit\w*|speaker|guest|crossing guard",
        r"m[ou]ms?|mothers?|dads?|fathers?|parents?|grand\w+|author|illustrator|principal|retir\w+|staff|employee",
        r"custodian|secretary|librarian|nurse|counselor|aide|para\w*|driver|officer|judges?|owner",
        r"pt[ao]|board|donat\w+|alum\w*|graduated?|maestr[oa]s?|profesor\w*|voluntari[oa]s?|mama|papa|madre|padre",
        r"abuel[oa]s?|autora?|director\w*|entrenador\w*",
    )
    + r"\b"
)
_OF_HISTORY = regex.compile(
    r"\b(?:learn\w*|read(?:ing)? about|stud(?:y|ied|ying)|books?|novels?|biograph\w+|history|songs?|museum"
    r"|aprend\w+|libros?|historia|estudi(?:o|amos|aron))\b"
)
_GOES_ON = regex.compile(r"\W*(?:he|she|his|her|they|el|ella)\b")
_LISTED = regex.compile(r"\p{Zs}{0,2}(?:,|&|and|y|e)(?:\p{Zs}{1,2}(?:and|y|e|&))?\p{Zs}{1,2}")
_REACH = 30
_SPACE = regex.compile(r"[\p{Zs}]{1,2}(?:\p{Lu}\.[\p{Zs}])?|-")


def described_students(
    reading: Reading, people: People, public: Sequence[Span] = ()
) -> Iterator[tuple[Span, Span]]:
    """Give (whole name, given name) of each person described as a student and not on the list of staff.

    Args:
        reading: the passage.
        people: whose names are known.
        public: where people stand whom everybody may name; only a cue beside them makes them students.
    """
    words = reading.words
    listed_after = -1
    for index, given in enumerate(words[:-1]):
        if given.folded not in GIVEN_NAMES and not _surely(reading, given):
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
        name = Span(given.start, family.end)
        goes_on = listed_after >= 0 and _LISTED.fullmatch(reading.text, listed_after, name.start)
        if goes_on or _beside(reading, name) or (not touches(public, name) and _told_of(reading, name)):
            listed_after = name.end
            yield name, given.span


def _looks_like_name(given: Word, family: Word) -> bool:
    return (
        given.written[0].isupper()
        and family.written[0].isupper()
        and len(family.folded) > 1
        and family.folded not in SCHOOL_WORDS | PLACE_WORDS | PROPER
    )


def _surely(reading: Reading, given: Word) -> bool:
    return (
        given.capitalised
        and _SURE.search(reading.folded[max(0, given.start - _REACH) : given.start]) is not None
    )


def _beside(reading: Reading, name: Span) -> bool:
    before = reading.folded[max(0, name.start - _REACH) : name.start]
    if reading.spanish and _CUE_BEFORE_IN_SPANISH.search(before) is not None:
        return True
    return _CUE_BEFORE.search(before) is not None or _CUE_AFTER.match(reading.folded, name.end) is not None


def _told_of(reading: Reading, name: Span) -> bool:
    sentence = _sentence_and_next(reading, name.start)
    return (
        _CUE_IN_SENTENCE.search(sentence) is not None
        and _OF_ADULTS.search(sentence) is None
        and _OF_HISTORY.search(sentence) is None
    )


def _sentence_and_next(reading: Reading, position: int) -> str:
    """Give the sentence of a name, and the next one where it goes on about the same person."""
    end = reading.sentence_at(position).end
    after = reading.sentence_folded(end) if end < len(reading.text) else ""
    return reading.sentence_folded(position) + (after if _GOES_ON.match(after) else "")
