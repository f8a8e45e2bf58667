"""Numbers and dates that lead to one child (BAL-B1j1, BAL-D6, SOC-P2)."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Severity, Span
from smadmin.domain.policy.full_names import full_names
from smadmin.domain.policy.reading import Reading, touches
from smadmin.domain.policy.removing import without
from smadmin.domain.policy.roster import ways_to_write
from smadmin.domain.policy.wordlists import TITLES

_NUMBER = regex.compile(
    r"\b(?:student|pupil|lunch|school|matricula|estudiante|alumn[oa])\s?(?:id|i\.d\.|number|no\.|num\.|pin"
    r"|#|numero)"
    r"[\s:#.]{0,4}(?:(?:is|es)\s(?:\p{L}{2,6}\s)?)?(?P<n>[a-z]?\d{4,12})(?!\d)"
    r"|\b(?:id|i\.d\.)\s?(?:number|no\.?|#)[\s:#.]{0,4}(?P<n>[a-z]?\d{4,12})(?!\d)"
    r"|\b(?:numero de estudiante|matricula)[\s:#.]{0,4}(?P<n>[a-z]?\d{4,12})(?!\d)"
    r"|\b(?:ssn|social security)(?:\s?(?:number|no\.?|#))?[\s:#.]{0,4}(?:is\s)?"
    r"(?P<n>\d{3}[\s.]?\d{2}[\s.]?\d{4})(?!\d)"
    r"|(?<![\w-])(?P<n>(?!000|666|9)\d{3}-\d{2}-\d{4})(?![\w-])"
)
_BIRTH = regex.compile(
    r"\b(?:born (?:on )?(?=\p{L}{3,10}\.? \d|\d)|date of birth|d\.?o\.?b\.?|birth ?date"
    r"|nacid[oa] el|nacio el|fecha de nacimiento)"
    r"[\s:]{0,3}(?:is\s|es\s)?"
    r"(?P<n>\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2} de \p{L}{4,10}(?: de \d{4})?)"
)
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_MESES = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
_DAY = regex.compile(
    rf"\b(?:(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS})"
    rf"|\d{{1,2}} de (?:{_MESES})|\d{{1,2}}/\d{{1,2}})(?:(?:,? | del? |/)\d{{2,4}})?+(?![\w/])"
)
_AGES = (
    "three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen"
)
_TURNS = regex.compile(
    rf"\b(?:turn(?:s|ed|ing)?|will be|cumpl(?:e|en|io|ira))\s(?:[3-9]|1\d|{_AGES})(?!\w|[.,:%]\d)"
    r"(?!\p{Zs}(?:percent|points?|minutes?|hours?|days?|weeks?|laps|pages|miles|dolares|dollars))"
)
_BIRTHDAY = regex.compile(r"\b(?:birth|b-?)days?\b(?! (?:party|parties|bash))|\bcumpleanos\b")
_SHE = regex.compile(r"\b(?:he|she|they|ella|el|our student|our (?:son|daughter))\b")
_REACH = 400
"""So many characters to each side of a day may name the child: a writer may paste endless sentences."""
_TOKEN = regex.compile(r"(?<![\w-])(?:\p{L}{1,3}-?)?\d{2,12}(?:-\d{2,6}){0,3}+(?![\w-])")
_LEAST_DIGITS = 5
_YEAR = regex.compile(r"(?<!\d)\d{4}(?!\d)")
_FIRST_YEAR_OF_A_CHILD = 2000


class IdNumber:
    """A student's number or a social security number: by the words before it, or by the school's list."""

    id: ClassVar[CheckId] = CheckId.ID_NUMBER

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give the numbers themselves, without the words before them."""
        spans = {Span(*match.span("n")) for match in _NUMBER.finditer(reading.folded)}
        if context.people.numbers:
            spans |= {
                Span(*match.span())
                for match in _TOKEN.finditer(reading.text)
                if not context.people.numbers.isdisjoint(ways_to_write(match[0])) and _telling(match[0])
            }
        for span in sorted(spans):
            yield Hit(span, say("policy.id-number"), without(reading, span))


def _telling(number: str) -> bool:
    """Tell a student's number from a price or a year."""
    return not number.isdigit() or len(number) >= _LEAST_DIGITS


class BirthDate:
    """A date of birth. Whoever was born before 2000 is no student: the day belongs to history."""

    id: ClassVar[CheckId] = CheckId.BIRTH_DATE

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give dates of birth."""
        known = []
        for match in _BIRTH.finditer(reading.folded):
            year, span = _YEAR.search(match["n"]), Span(*match.span("n"))
            known.append(span)
            if year is None or int(year[0]) >= _FIRST_YEAR_OF_A_CHILD:
                yield Hit(span, say("policy.birth-date"), without(reading, span))
        for hit in _days_of_children(reading, context):
            if hit.span and not touches(known, hit.span):
                yield hit


def _days_of_children(reading: Reading, context: Context) -> Iterator[Hit]:
    """Give days in a sentence that says how old a child turns, or whose birthday it is.

    Where no child of the school's list is named, or the age isn't, it may be another day.
    """
    if not (_TURNS.search(reading.folded) or _BIRTHDAY.search(reading.folded)):
        return
    whole = [name.span for name in full_names(reading, context.people)]
    for match in _DAY.finditer(reading.folded):
        span, sentence = Span(*match.span()), reading.sentence_folded(match.start())
        turns, named = _TURNS.search(sentence) is not None, _child_named(reading, span, context, whole)
        birthday = named and _BIRTHDAY.search(sentence) is not None
        if birthday or (turns and (named or _SHE.search(sentence))):
            sure = Severity.BLOCK if turns and named else Severity.WARN
            yield Hit(span, say("policy.birth-date"), without(reading, span), sure)


def _child_named(reading: Reading, day: Span, context: Context, whole: list[Span]) -> bool:
    """Tell whether the sentence names a child of the list, by the first name or whole."""
    sentence = reading.sentence_at(day.start)
    near = Span(max(sentence.start, day.start - _REACH), min(sentence.end, day.end + _REACH))
    words = reading.words_in(near)
    for at, word in enumerate(words):
        if day.start <= word.start < day.end or word.folded not in context.people.children:
            continue
        after = words[at + 1] if at + 1 < len(words) else None
        other = after and after.written[0].isupper() and reading.text[word.end : after.start] == " "
        titled = at > 0 and words[at - 1].folded in TITLES
        if touches(whole, word.span) or (word.written[0].isupper() and not other and not titled):
            return True
    return False
