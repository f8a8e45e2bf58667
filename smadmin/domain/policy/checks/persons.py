"""Full names of people on none of the lists: colleagues, parents, helpers (BLO-A6, SOC-P2, WIC-S1).

Staff stand in the school's list, authors and public figures in a list of their own; whoever is named
with an office ("Senator", "author") is named for that.
"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Severity, Span
from smadmin.domain.policy.full_names import full_names
from smadmin.domain.policy.name_patterns import described_students
from smadmin.domain.policy.reading import Reading, Word, touches
from smadmin.domain.policy.wordlists import GIVEN_NAMES, ORDINARY, PLACE_WORDS, PROPER, SCHOOL_WORDS, TITLES

_OF_PRIVATE_PEOPLE = frozenset({"mr", "mrs", "ms", "miss", "mx", "sr", "sra", "srta"})
_LONG_AGO = regex.compile(r"(?<!\d)1[0-9]\d\d(?!\d)")
_GAPS = frozenset({" ", "\u00a0"})
_LONGEST = 5
"""So many words has a name at most."""
_SAINTS = frozenset({"san", "santa", "saint", "st"})
_NO_SURNAME = SCHOOL_WORDS | PLACE_WORDS | PROPER


class NamedPerson:
    """Somebody whose permission to be named nobody has recorded."""

    id: ClassVar[CheckId] = CheckId.NAMED_PERSON

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give full names of adults whom no list knows."""
        found = tuple(_names(reading, context))
        if not found:
            return
        public = [match.span for match in wordings(reading, context, "public-figures")]
        known = (
            [name.span for name in full_names(reading, context.people)],
            [span for span, _ in described_students(reading, context, public)],
            public,
        )
        for span in found:
            if any(touches(spans, span) for spans in known):
                continue
            # Whoever is told of with a year like 1863 is history.
            if not _LONG_AGO.search(reading.sentence_folded(span.start)):
                name = reading.text[span.start : span.end]
                yield Hit(span, say("policy.named-person", name=name), at_most=Severity.WARN)


def _names(reading: Reading, context: Context) -> Iterator[Span]:
    words, end = reading.words, 0
    for index in range(len(words) - 1):
        if words[index].start < end:
            continue
        given, family = words[index], words[index + 1]
        if given.folded not in GIVEN_NAMES or given.folded in ORDINARY or not given.written[0].isupper():
            continue
        if family.folded in _NO_SURNAME or len(family.folded) == 1:
            continue
        if not family.written[0].isupper() or family.written.isupper() != given.written.isupper():
            continue
        if reading.text[given.end : family.start] not in _GAPS:
            continue
        before = words[index - 1].folded if index else ""
        if before in _SAINTS or (before in TITLES and before not in _OF_PRIVATE_PEOPLE):
            continue
        after = words[index + 2] if index + 2 < len(words) else None
        if after and after.capitalised and after.folded in PLACE_WORDS:
            continue
        named = (given.folded, family.folded)
        if named not in context.people.staff and not _agreed(words[index : index + _LONGEST], context):
            end = family.end
            yield Span(given.start, end)


def _agreed(words: tuple[Word, ...], context: Context) -> bool:
    """Tell whether a recorded consent's whole name begins here, or its first and last word stand here."""
    folded = tuple(word.folded for word in words)
    return any(
        folded[: len(name)] == name or folded[:2] == (name[0], name[-1]) for name in context.consented if name
    )
