"""What each row of a list says of a child, or why it can't be taken.

Doubt about consent is read as a no and told: a child covered too much is mended in a minute, a child shown
isn't. A row that says nothing of a kind leaves what is known of it alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from smadmin.domain.enrolling.cells import (
    day,
    day_first,
    first_and_last,
    groups_in,
    is_error,
    is_formula,
    kinds_named,
    number_key,
    yes_or_no,
)
from smadmin.domain.enrolling.likeness import may_be_one
from smadmin.domain.enrolling.meanings import SAYS_MAY, SAYS_NO, Meaning, Meanings
from smadmin.domain.enrolling.tables import Line, Table
from smadmin.domain.messages import Message, say
from smadmin.domain.students import CONSENT_DAYS, MatchingConsent, OptOut
from smadmin.domain.typed import tidy

_BLANK = frozenset({"", "-", "--", "n/a", "na", "null"})
_LONGEST_NAME = 120


@dataclass(frozen=True)
class Entry:
    """A child as a row has it.

    Args:
        line: the row's number in the file.
        number: the school's own number of the child, or empty.
        groups: classes and clubs; None where no column tells them.
        said_no: the kinds that this row says no to.
        spoken_of: the kinds that this row says anything about; everything speaks of all.
        photos_yes: an explicit yes or no to photos, or None where nothing is said.
        matching: the consent to a face pattern, or None where the row has none.
        matching_ended: whether the row says that there is no such consent.
        notes: None where no column has them.
        portrait: the name of the portrait's file, or empty.
        left_on: the day on which the child left the school.
    """

    line: int
    number: str
    first_name: str
    last_name: str
    groups: tuple[str, ...] | None = None
    said_no: frozenset[OptOut] = frozenset()
    spoken_of: frozenset[OptOut] = frozenset()
    photos_yes: bool | None = None
    matching: MatchingConsent | None = None
    matching_ended: bool = False
    notes: str | None = None
    portrait: str = ""
    left_on: date | None = None

    @property
    def name(self) -> str:
        """The full name, for staff's eyes only."""
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True)
class Told:
    """Something about a row that a person should know: its line, who it is if that is known, and what."""

    line: int
    name: str
    what: Message


@dataclass(frozen=True)
class Entries:
    """All rows read: those that can be taken, those that can't and why, and what was read with doubt."""

    taken: tuple[Entry, ...]
    refused: tuple[Told, ...]
    doubts: tuple[Told, ...]


@dataclass
class _Row:
    """A row while it is read."""

    line: Line
    places: dict[Meaning, tuple[int, ...]]
    day_first: frozenset[Meaning]
    doubts: list[Message] = field(default_factory=list)

    def text(self, meaning: Meaning) -> str:
        """Give what the row says under a meaning, as it is kept."""
        if not self.places[meaning]:
            return ""
        texts = [tidy(self.line.cell(column)) for column in self.places[meaning]]
        return "; ".join(text for text in texts if text)

    def said(self, meaning: Meaning) -> str:
        """Give what the row says, empty where it says that there is nothing, or a sum went wrong."""
        text = self.text(meaning)
        return "" if text.casefold() in _BLANK or is_error(text) else text

    def each(self, meaning: Meaning) -> tuple[str, ...]:
        """Give what the row says, column by column, without those that say nothing."""
        texts = (tidy(self.line.cell(column)) for column in self.places[meaning])
        return tuple(text for text in texts if text.casefold() not in _BLANK)

    def day(self, meaning: Meaning) -> date | None:
        """Give a day; a doubt where something else stands there."""
        text = self.said(meaning)
        if not text:
            return None
        found = day(text, first=meaning in self.day_first)
        if found is None:
            self.doubts.append(say("enrolling.not-a-day", text=text))
        return found


def read_entries(table: Table, meanings: Meanings, *, today: date) -> Entries:
    """Read every row of a list.

    Args:
        table: the list.
        meanings: what its columns mean (`mapping_blockers` has nothing against them).
        today: the school's own date.
    """
    taken: list[Entry] = []
    refused: list[Told] = []
    doubts: list[Told] = []
    places: dict[str, int] = {}
    for row in _rows(table, meanings):
        entry, why = _entry(row, today)
        key = number_key(entry.number)
        if why is None and key and key in places:
            first = taken[places[key]]
            why = say("enrolling.number-twice", number=entry.number, line=first.line)
            if may_be_one((first.first_name, first.last_name), (entry.first_name, entry.last_name)):
                taken[places[key]] = with_noes(first, entry.said_no)
        if why is not None:
            refused.append(Told(entry.line, entry.name.strip(), why))
            continue
        if key:
            places[key] = len(taken)
        taken.append(entry)
        doubts += [Told(entry.line, entry.name, doubt) for doubt in row.doubts]
    return Entries(tuple(taken), tuple(refused), tuple(doubts))


def with_noes(entry: Entry, noes: frozenset[OptOut]) -> Entry:
    """Give a row that says no to these kinds too."""
    photos = None if noes & {OptOut.EVERYTHING, OptOut.PHOTOS} and entry.photos_yes else entry.photos_yes
    return replace(entry, said_no=entry.said_no | noes, photos_yes=photos)


def _rows(table: Table, meanings: Meanings) -> Iterator[_Row]:
    places = {
        meaning: tuple(column for column, meant in sorted(meanings.items()) if meant is meaning)
        for meaning in Meaning
    }
    days = (Meaning.MATCHING_FROM, Meaning.MATCHING_UNTIL, Meaning.LEFT)
    late = frozenset(
        meaning for meaning in days if any(day_first(table.values(column)) for column in places[meaning])
    )
    return (_Row(line, places, late) for line in table.lines)


def _entry(row: _Row, today: date) -> tuple[Entry, Message | None]:
    first, last = row.text(Meaning.FIRST_NAME), row.text(Meaning.LAST_NAME)
    if not (first and last):
        whole_first, whole_last = first_and_last(row.text(Meaning.WHOLE_NAME))
        first, last = first or whole_first, last or whole_last
    number = row.text(Meaning.NUMBER)
    said_no, spoken_of = _opt_outs(row)
    matching, ended = _matching(row, today)
    left = row.day(Meaning.LEFT)
    entry = Entry(
        line=row.line.number,
        number=number,
        first_name=first,
        last_name=last,
        groups=_groups(row),
        said_no=said_no,
        spoken_of=spoken_of,
        photos_yes=_photos_yes(row, said_no),
        matching=matching,
        matching_ended=ended,
        notes=row.said(Meaning.NOTES) if row.places[Meaning.NOTES] else None,
        portrait=row.said(Meaning.PORTRAIT),
        left_on=left if left is not None and left <= today else None,
    )
    return entry, _why_not(entry)


def _photos_yes(row: _Row, said_no: frozenset[OptOut]) -> bool | None:
    if said_no & {OptOut.EVERYTHING, OptOut.PHOTOS}:
        return False
    answers = {yes_or_no(text) for text in row.each(Meaning.MAY_PHOTOS)}
    return answers.pop() if len(answers) == 1 else None


def _why_not(entry: Entry) -> Message | None:
    if not entry.first_name or not entry.last_name:
        return say("enrolling.no-name")
    if any(is_formula(text) for text in (entry.first_name, entry.last_name, entry.number)):
        return say("enrolling.formula")
    if max(len(entry.first_name), len(entry.last_name), len(entry.number)) > _LONGEST_NAME:
        return say("enrolling.too-long")
    return None


def _groups(row: _Row) -> tuple[str, ...] | None:
    if not (row.places[Meaning.GROUPS] or row.places[Meaning.GRADE]):
        return None
    groups = groups_in(row.said(Meaning.GROUPS))
    grade = row.said(Meaning.GRADE)
    # A grade alone ("4") is no class that anybody would choose by; it helps where there is no class.
    return groups or ((grade,) if grade else ())


def _opt_outs(row: _Row) -> tuple[frozenset[OptOut], frozenset[OptOut]]:
    """Give the kinds that were said no to, and those that anything was said about."""
    no: frozenset[OptOut] = frozenset()
    spoken: frozenset[OptOut] = frozenset()
    for meaning, kinds in SAYS_NO.items():
        if row.places[meaning]:
            spoken |= _all_of(kinds)
            for text in row.each(meaning):
                no |= _refusals(row, text, kinds)
    for meaning, kinds in SAYS_MAY.items():
        for text in row.each(meaning):
            spoken |= _all_of(kinds)
            answer = yes_or_no(text)
            if answer is None:
                row.doubts.append(say("enrolling.read-as-no", text=text))
            no |= frozenset() if answer else kinds
    return no, spoken


def _refusals(row: _Row, text: str, kinds: frozenset[OptOut]) -> frozenset[OptOut]:
    answer = yes_or_no(text)
    if answer is not None:
        return kinds if answer else frozenset()
    named = kinds_named(text)
    if named is None:
        row.doubts.append(say("enrolling.read-as-no", text=text))
        return kinds
    return named


def _all_of(kinds: frozenset[OptOut]) -> frozenset[OptOut]:
    return frozenset(OptOut) if OptOut.EVERYTHING in kinds else kinds


def _matching(row: _Row, today: date) -> tuple[MatchingConsent | None, bool]:
    """Read the consent to a face pattern; without a day and a guardian it is none."""
    if row.said(Meaning.MATCHING_FROM) and yes_or_no(row.said(Meaning.MATCHING_FROM)) is False:
        return None, True
    since = row.day(Meaning.MATCHING_FROM)
    if since is None:
        return None, False
    guardian = row.said(Meaning.MATCHING_BY)
    until = row.day(Meaning.MATCHING_UNTIL)
    latest = since + timedelta(days=CONSENT_DAYS)
    until = latest if until is None else min(until, latest)
    if not guardian:
        row.doubts.append(say("enrolling.consent-by-nobody"))
        return None, False
    if since > today or until < today:
        row.doubts.append(say("enrolling.consent-over", day=until))
        return None, False
    return MatchingConsent(since, until, guardian), False
