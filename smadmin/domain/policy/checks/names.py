"""Full names of students, and names that must not stand at all (BAL-B1j2, BAL-B1i3, SOC-P2).

A first name alone is fine. What a full name is, `full_names` tells; where an opted-out child's name may be a
place or an adult, the finding says that it isn't sure.
"""

from collections.abc import Iterator
from typing import ClassVar

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.initials import Initialled, initialled_students
from smadmin.domain.policy.checks.wordings import wordings
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Remedy, Severity, Span
from smadmin.domain.policy.full_names import FullName, full_names
from smadmin.domain.policy.name_patterns import described_students
from smadmin.domain.policy.reading import TAG_SIGNS, Reading, touches
from smadmin.domain.policy.removing import nameless


class FirstNamesOnly:
    """Only first names of students (BAL-B1j2). The mend keeps the first name as it was written."""

    id: ClassVar[CheckId] = CheckId.FIRST_NAMES_ONLY

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give full names of students who may be named, and of people described as students."""
        taken: list[Span] = []
        for name in full_names(reading, context.people):
            taken.append(name.span)
            if not name.person.opted_out:
                yield _shorten(reading, name.span, name.given, name.person.first)
        public = [match.span for match in wordings(reading, context, "public-figures")]
        for short in initialled_students(reading, context.people):
            if not touches(taken, short.span):
                yield _initial_off(reading, short)
        for span, given in described_students(reading, context, public):
            if not touches(taken, span):
                first = reading.text[given.start : given.end]
                yield Hit(
                    span,
                    say("policy.looks-like-full-name", first=first),
                    Remedy(say("policy.keep-first-name", first=first), span, first),
                    at_most=Severity.WARN,
                )


def _initial_off(reading: Reading, short: Initialled) -> Hit:
    first = reading.text[short.given.start : short.given.end]
    remedy = Remedy(say("policy.keep-first-name", first=first), short.span, first)
    return Hit(short.span, say("policy.name-and-initial", first=first), remedy, short.at_most)


def _shorten(reading: Reading, span: Span, given: Span, on_roster: str) -> Hit:
    first = reading.text[given.start : given.end]
    # `#mariagarcia` has no first name of its own to keep: the roster's is put there.
    kept = first or "".join(on_roster.split())
    remedy = Remedy(say("policy.keep-first-name", first=kept), span, kept)
    return Hit(span, say("policy.full-name", first=kept), remedy)


class OptedOutName:
    """No full name of a child whose family said no (BAL-B1i3, SOC-P2)."""

    id: ClassVar[CheckId] = CheckId.OPTED_OUT_NAME

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give full names of opted-out children."""
        for name in full_names(reading, context.people):
            if name.person.opted_out:
                message = "policy.opted-out-name-unsure" if name.doubtful else "policy.opted-out-name"
                at_most = Severity.WARN if name.doubtful else Severity.BLOCK
                yield Hit(name.span, say(message), _leave_out(reading, name), at_most)


def _leave_out(reading: Reading, name: FullName) -> Remedy:
    if name.span.start and reading.text[name.span.start - 1] in TAG_SIGNS:
        return Remedy(say("policy.remove-word"), Span(name.span.start - 1, name.span.end), "")
    return nameless(reading, name.span)
