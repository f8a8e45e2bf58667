"""Full names of students, and names that must not stand at all (BAL-B1j2, BAL-B1i3, SOC-P2).

A first name alone is fine. Places, prizes and adults that bear a student's name aren't students; where
an opted-out child's name may be a place or an adult, the finding says that it isn't sure.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Remedy, Span
from smadmin.domain.policy.name_patterns import described_students
from smadmin.domain.policy.reading import Reading, Word
from smadmin.domain.policy.roster import Entry, People, Tokens
from smadmin.domain.policy.wordlists import ORDINARY, PLACE_WORDS, TITLES

_BETWEEN = regex.compile(
    r"[-\u2010\u2011_]|(?:[\p{Zs}\t\p{Cf}\p{So}\p{Sk}\uFE0F\"“”«»()'‘’]{0,12}(?:\r?\n[\p{Zs}\t]{0,4})?)"
)
_AFTER_INITIAL = regex.compile(r"\.?[\p{Zs}\t]{0,3}")
_COMMA = regex.compile(r"[\p{Zs}]{0,2},[\p{Zs}]{0,3}")
_LONGEST_FAMILY = 5
_MOST_MIDDLE_NAMES = 2


@dataclass(frozen=True)
class FullName:
    """A student's full name found in a text.

    Args:
        span: the whole name, without a possessive.
        given: the part to keep.
        entry: whose it is.
        doubtful: it may be a place or an adult of the same name.
    """

    span: Span
    given: Span
    entry: Entry
    doubtful: bool


def full_names(reading: Reading, people: People) -> Iterator[FullName]:
    """Give each full name of a rostered student, in the order of the text, none overlapping."""
    words = reading.words
    index = 0
    while index < len(words):
        found = _name_at(reading, people, index)
        if found is None:
            index += 1
            continue
        last, name = found
        if name is not None:
            yield name
        index = last + 1


def _name_at(reading: Reading, people: People, index: int) -> tuple[int, FullName | None] | None:
    word = reading.words[index]
    joined = _joined(reading, people, word)
    if joined:
        return index, joined
    for given, entry in people.by_given.get(word.folded, ()):
        after = index + len(given)
        if not _stands(reading, given, index):
            continue
        last = _family_end(reading, entry, after)
        if last is not None:
            return last, _judged(reading, people, entry, (index, last), given=(index, after - 1))
    for family, givens, entry in people.by_family.get(word.folded, ()):
        found = _reversed_end(reading, family, givens, index)
        if found and not (people.given & set(family)):
            first, last = found
            return last, _judged(reading, people, entry, (index, last), given=(first, last))
    return None


def _joined(reading: Reading, people: People, word: Word) -> FullName | None:
    """Find `#mariagarcia`, which stands as one word."""
    entry = people.joined.get(word.folded)
    if entry is None or not word.start or reading.text[word.start - 1] not in "#@＃＠":
        return None
    return FullName(Span(word.start - 1, word.end), Span(word.start, word.start), entry, doubtful=False)


def _stands(reading: Reading, tokens: Tokens, index: int) -> bool:
    """Tell whether these tokens stand at a word, each close to the next."""
    words = reading.words
    if index + len(tokens) > len(words):
        return False
    return all(
        words[index + step].folded == token and (step == 0 or _close(reading, index + step))
        for step, token in enumerate(tokens)
    )


def _close(reading: Reading, index: int) -> bool:
    """Tell whether a word belongs to the one before it (no comma, no full stop, at most one line break)."""
    before, word = reading.words[index - 1], reading.words[index]
    pattern = _AFTER_INITIAL if len(before.folded) == 1 else _BETWEEN
    if word.start - before.end > 2 * 12:
        return False
    return pattern.fullmatch(reading.text, before.end, word.start) is not None


def _family_end(reading: Reading, entry: Entry, start: int) -> int | None:
    """Give the last word of the family name that begins at `start` or after one or two middle names."""
    words = reading.words
    for skipped in range(_MOST_MIDDLE_NAMES + 1):
        first = start + skipped
        if first >= len(words) or not _close(reading, first):
            return None
        for length in range(min(_LONGEST_FAMILY, len(words) - first), 0, -1):
            tokens = tuple(word.folded for word in words[first : first + length])
            if tokens in entry.lasts and _stands(reading, tokens, first):
                return first + length - 1
        if not _middle_name(words[first]):
            return None
    return None


def _middle_name(word: Word) -> bool:
    return len(word.folded) == 1 or (
        word.capitalised and word.folded not in ORDINARY | PLACE_WORDS and not word.written.isupper()
    )


def _reversed_end(
    reading: Reading, family: Tokens, givens: frozenset[Tokens], index: int
) -> tuple[int, int] | None:
    """Find "García, Maria": the given name's first and last word."""
    words = reading.words
    comma = index + len(family)
    if comma >= len(words) or not _stands(reading, family, index):
        return None
    if not words[index].capitalised or not _COMMA.fullmatch(reading.text, words[comma - 1].end, words[comma].start):
        return None
    for given in sorted(givens, key=len, reverse=True):
        if _stands(reading, given, comma):
            return comma, comma + len(given) - 1
    return None


def _judged(
    reading: Reading, people: People, entry: Entry, name: tuple[int, int], *, given: tuple[int, int]
) -> FullName | None:
    """Tell a student from the verb, the place and the adult of the same name."""
    words = reading.words
    parts = words[name[0] : name[1] + 1]
    if all(not part.capitalised and part.folded in ORDINARY for part in parts):
        return None
    doubtful = (
        tuple(part.folded for part in parts) in people.staff
        or (name[0] > 0 and words[name[0] - 1].folded in TITLES and _titled(reading, name[0]))
        or _place_follows(reading, name[1])
    )
    if doubtful and not entry.person.opted_out:
        return None
    return FullName(
        Span(parts[0].start, parts[-1].end),
        Span(words[given[0]].start, words[given[1]].end),
        entry,
        doubtful,
    )


def _titled(reading: Reading, index: int) -> bool:
    before, word = reading.words[index - 1], reading.words[index]
    return reading.text[before.end : word.start].strip() in {"", "."}


def _place_follows(reading: Reading, index: int) -> bool:
    words = reading.words
    if index + 1 >= len(words):
        return False
    following = words[index + 1]
    gap = reading.text[words[index].end : following.start]
    return following.capitalised and following.folded in PLACE_WORDS and gap.strip(" \u00a0") == ""


class FirstNamesOnly:
    """Only first names of students (BAL-B1j2). The mend keeps the first name as it was written."""

    id: ClassVar[str] = "first-names-only"

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give full names of students who may be named, and of people described as students."""
        taken: list[Span] = []
        for name in full_names(reading, context.people):
            taken.append(name.span)
            if not name.entry.person.opted_out:
                yield _shorten(reading, name.span, name.given, name.entry.person.first)
        for span, given in described_students(reading, context.people):
            if not any(other.start < span.end and span.start < other.end for other in taken):
                first = reading.text[given.start : given.end]
                yield Hit(
                    span,
                    say("policy.looks-like-full-name", first=first),
                    Remedy(say("policy.keep-first-name", first=first), span, first),
                    doubtful=True,
                )


def _shorten(reading: Reading, span: Span, given: Span, on_roster: str) -> Hit:
    first = reading.text[given.start : given.end]
    replacement = first or reading.text[span.start] + "".join(on_roster.split())
    return Hit(
        span,
        say("policy.full-name", first=first or on_roster),
        Remedy(say("policy.keep-first-name", first=first or on_roster), span, replacement),
    )


class OptedOutName:
    """No name of a child whose family said no (BAL-B1i3, SOC-P2). A first name alone isn't looked at."""

    id: ClassVar[str] = "opted-out-name"

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give full names of opted-out children."""
        for name in full_names(reading, context.people):
            if name.entry.person.opted_out:
                message = "policy.opted-out-name-unsure" if name.doubtful else "policy.opted-out-name"
                yield Hit(name.span, say(message), _leave_out(reading, name), doubtful=name.doubtful)


def _leave_out(reading: Reading, name: FullName) -> Remedy:
    if reading.text[name.span.start] in "#@＃＠":
        return Remedy(say("policy.remove-word"), name.span, "")
    words = "un estudiante" if reading.spanish else "a student"
    starts = not reading.text[reading.sentence_at(name.span.start).start : name.span.start].strip()
    if starts:
        words = words.capitalize()
    return Remedy(say("policy.say-instead", words=words), name.span, words)
