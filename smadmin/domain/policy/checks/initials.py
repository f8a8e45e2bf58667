"""A student's first name with the initial of the family name: "Diego R." (BAL-B1j2).

The initial tells more than a first name does. A child whose family said no to names is not looked for here:
`first_names.py` says more about it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from smadmin.domain.policy.findings import Severity, Span
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.roster import People

_INITIAL = regex.compile(r"\p{Zs}{1,2}(?P<letter>\p{Lu})(?:\.|(?![\w'\u2019-]))")
_WORDS_OF_ONE_LETTER = frozenset("aeioyu")
"""English and Spanish words, or "U" for you: without a full stop they are no initial ("Will I go?")."""


@dataclass(frozen=True)
class Initialled:
    """A first name with an initial.

    Args:
        span: both.
        given: the part to keep.
        at_most: sure enough to warn only where the family said no to something.
    """

    span: Span
    given: Span
    at_most: Severity


def initialled_students(reading: Reading, people: People) -> Iterator[Initialled]:
    """Give each first name that stands with the initial of a student of the school's list."""
    for word in reading.words:
        if word.folded not in people.given_forms or not word.written[0].isupper():
            continue
        match = _INITIAL.match(reading.text, word.end)
        if match is None:
            continue
        letter = match["letter"].lower()
        if letter in _WORDS_OF_ONE_LETTER and not match[0].endswith("."):
            continue
        person = people.abbreviated.get((word.folded, letter))
        if person is not None and not person.opted_out:
            at_most = Severity.WARN if person.guarded else Severity.HINT
            yield Initialled(Span(word.start, match.end()), word.span, at_most)
