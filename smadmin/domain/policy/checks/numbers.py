"""Numbers and dates that lead to one child (BAL-B1j1, BAL-D6, SOC-P2)."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.removing import without
from smadmin.domain.policy.roster import ways_to_write

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
        for match in _BIRTH.finditer(reading.folded):
            year = _YEAR.search(match["n"])
            if year is None or int(year[0]) >= _FIRST_YEAR_OF_A_CHILD:
                span = Span(*match.span("n"))
                yield Hit(span, say("policy.birth-date"), without(reading, span))
