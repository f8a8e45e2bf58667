"""Full names of the children on the school's list, as people write them (BAL-B1j2, BAL-B1i3, SOC-P2).

Places, prizes and adults that bear a child's name aren't found; where an opted-out child's name may be one of
these, or stands otherwise than on the list (by a further given name, the family name first), it is in doubt.
"""

from bisect import insort
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import regex

from smadmin.domain.policy.beside import close, follows, stands, titled
from smadmin.domain.policy.disguises import as_seen
from smadmin.domain.policy.findings import Span
from smadmin.domain.policy.reading import TAG_SIGNS, UNSEEN, Reading, Word, fold, touches
from smadmin.domain.policy.roster import UNSPACED, People, PersonName, Tokens
from smadmin.domain.policy.wordlists import GIVEN_NAMES, ORDINARY, PLACE_WORDS, SCHOOL_WORDS, TITLES

_JOINT = regex.compile(rf"\p{{Ll}}\p{{M}}*[{UNSEEN}]*\p{{Lu}}")
_COMMA = regex.compile(r"[\p{Zs}]{0,2},[\p{Zs}]{0,3}")
_LIST_GOES_ON = regex.compile(r",|\s{1,2}(?:and|y|e|&)\s")
_LONGEST_FAMILY = 5
_SURE_LETTERS = 3
_MOST_MIDDLE_NAMES = 2


@dataclass(frozen=True)
class FullName:
    """A student's full name found in a text.

    Args:
        span: the whole name, without a possessive.
        given: the part to keep.
        person: whose it is.
        doubtful: it may be a place or an adult of the same name.
    """

    span: Span
    given: Span
    person: PersonName
    doubtful: bool


def full_names(reading: Reading, people: People) -> tuple[FullName, ...]:
    """Give each full name of a rostered student, in the order of the text, none overlapping."""
    kept: tuple[FullName, ...] | None = reading.kept.get(id(people))
    if kept is None:
        kept = tuple(_full_names(reading, people))
        if people.unnamed:
            kept = _with_hidden(reading, people, kept)
        reading.kept[id(people)] = kept
    return kept


def _with_hidden(reading: Reading, people: People, plain: tuple[FullName, ...]) -> tuple[FullName, ...]:
    """Add opted-out children's names that stand otherwise than as words of their own."""
    names = list(plain)
    hidden = (
        *_disguised(reading.text, people),
        *_unspaced(reading.text, people),
        *_possessive(reading, people),
    )
    for name in hidden:
        if not touches([one.span for one in names], name.span):
            insort(names, name, key=lambda one: one.span)
    return tuple(names)


def _disguised(text: str, people: People) -> Iterator[FullName]:
    """Find names in letters that are turned around, styled, borrowed from elsewhere or set apart."""
    seen = as_seen(text)
    if seen is None:
        return
    for name in _full_names(Reading(seen.text), people):
        if name.person.opted_out:
            yield replace(name, span=seen.typed(name.span), given=seen.typed(name.span))
    for run in seen.drawn:
        person = people.joined.get(fold("".join(seen.text[run.start : run.end].split())))
        if person is not None and person.opted_out:
            span = seen.typed(run)
            yield FullName(span, span, person, doubtful=False)


def _possessive(reading: Reading, people: People) -> Iterator[FullName]:
    """Find "Mia Quills kite", which lacks the apostrophe; it may be somebody else's, so it is in doubt."""
    stems = [
        word
        for word in reading.words
        if word.folded.endswith("s") and (word.folded[:-1],) in people.family_forms.get(word.folded[:-1], ())
    ]
    text = reading.text
    for word in stems:
        text = f"{text[: word.end - 1]} {text[word.end :]}"
    ends = {word.end - 1 for word in stems}
    for name in _full_names(Reading(text), people) if stems else ():
        if name.person.opted_out and name.span.end in ends:
            yield replace(name, span=Span(name.span.start, name.span.end + 1), doubtful=True)


def _unspaced(text: str, people: People) -> Iterator[FullName]:
    """Find names of scripts without spaces inside a row of letters; a name of two letters is in doubt."""
    lengths = {len(name) for name in people.unspaced}
    done = 0
    for row in UNSPACED.finditer(text) if lengths else ():
        for start in range(*row.span()):
            for end in sorted((start + length for length in lengths), reverse=True):
                person = people.unspaced.get(text[start:end]) if start >= done else None
                if person is not None:
                    done = end
                    yield FullName(Span(start, end), Span(start, start), person, end - start < _SURE_LETTERS)


def _full_names(reading: Reading, people: People) -> Iterator[FullName]:
    words = reading.words
    index = 0
    while index < len(words):
        known = words[index].folded in people.first_words or _initial(reading, words[index])
        found = _name_at(reading, people, index) if known else None
        if found is None:
            index += 1
            continue
        last, name = found
        if name is not None:
            yield name
        index = last + 1


def _name_at(reading: Reading, people: People, index: int) -> tuple[int, FullName | None] | None:
    """Give the last word of the name that begins here, and the name unless it is somebody else's."""
    word = reading.words[index]
    joined = _joined(reading, people, word)
    if joined:
        return index, joined
    if _initial(reading, word):
        return _initialled(reading, people, index)
    for given in people.given_forms.get(word.folded, ()):
        if found := _in_order(reading, people.names[given], given, index):
            person, last = found
            kept = (index, index + len(given) - 1)
            return last, _judged(reading, people, person, (index, last), given=kept)
    further = (word.folded,)
    if further in people.further and (found := _in_order(reading, people.further[further], further, index)):
        person, last = found
        return last, _in_doubt(_judged(reading, people, person, (index, last), given=(index, index)))
    return _family_first(reading, people, index)


def _family_first(reading: Reading, people: People, index: int) -> tuple[int, FullName | None] | None:
    """Find "García, Maria", and "Kim Min-jun" where the family said no."""
    for family in people.family_forms.get(reading.words[index].folded, ()):
        found = _reversed(reading, people, family, index)
        if found is None:
            continue
        person, last = found
        given = index + len(family)
        name = _judged(reading, people, person, (index, last), given=(given, last))
        comma = "," in reading.text[reading.words[given - 1].end : reading.words[given].start]
        return (last, name) if comma else (last, _in_doubt(name))
    return None


def _in_doubt(name: FullName | None) -> FullName | None:
    """Give an opted-out child's name as one that may be somebody else's; another child's is none."""
    return replace(name, doubtful=True) if name is not None and name.person.opted_out else None


def _joined(reading: Reading, people: People, word: Word) -> FullName | None:
    """Find `#mariagarcia` and `MariaGarcia`, which stand as one word."""
    person = people.joined.get(word.folded)
    tagged = word.start > 0 and reading.text[word.start - 1] in TAG_SIGNS
    if person is None or not (tagged or _JOINT.search(word.written)):
        return None
    return FullName(Span(word.start, word.end), Span(word.start, word.start), person, doubtful=False)


def _initial(reading: Reading, word: Word) -> bool:
    return len(word.written) == 1 and word.written.isupper() and reading.text[word.end : word.end + 1] == "."


def _initialled(reading: Reading, people: People, index: int) -> tuple[int, FullName | None] | None:
    """Find "L. Novak" of an opted-out child; it may be somebody else of that family, so it is in doubt."""
    words = reading.words
    if index + 1 >= len(words) or not words[index + 1].capitalised or not close(reading, index + 1):
        return None
    for family in people.family_forms.get(words[index + 1].folded, ()):
        person = people.initials.get((words[index].folded, family))
        if person is not None and person.opted_out and stands(reading, family, index + 1):
            last = index + len(family)
            return last, FullName(
                Span(words[index].start, words[last].end), words[index].span, person, doubtful=True
            )
    return None


def _in_order(
    reading: Reading, families: Mapping[Tokens, PersonName], given: Tokens, index: int
) -> tuple[PersonName, int] | None:
    """Find "Maria R. García", with up to two middle names: whose name it is and its last word."""
    if not stands(reading, given, index):
        return None
    words = reading.words
    for first in range(index + len(given), min(index + len(given) + _MOST_MIDDLE_NAMES + 1, len(words))):
        if not close(reading, first):
            return None
        for length in range(min(_LONGEST_FAMILY, len(words) - first), 0, -1):
            tokens = tuple(word.folded for word in words[first : first + length])
            if tokens in families and stands(reading, tokens, first):
                return families[tokens], first + length - 1
        if not _middle_name(words[first]):
            return None
    return None


def _middle_name(word: Word) -> bool:
    if len(word.folded) == 1:
        return True
    if not word.capitalised or word.written.isupper():
        return False
    return word.folded not in ORDINARY and word.folded not in PLACE_WORDS


def _reversed(reading: Reading, people: People, family: Tokens, index: int) -> tuple[PersonName, int] | None:
    """Find "García, Maria" and "García Maria": whose name it is and its last word.

    A family name that is a given name too is passed over in a list: "thanks to Kelly, James and Grace".
    """
    words = reading.words
    comma = index + len(family)
    if comma >= len(words) or not words[index].capitalised:
        return None
    between = _COMMA.fullmatch(reading.text, words[comma - 1].end, words[comma].start)
    beside = words[comma].capitalised and close(reading, comma)
    if not (between or beside) or not stands(reading, family, index):
        return None
    for given in people.given_forms.get(words[comma].folded, ()):
        last = comma + len(given) - 1
        if family in people.names[given] and stands(reading, given, comma):
            person = people.names[given][family]
            listed = family[0] in GIVEN_NAMES or family[0] in people.given_forms
            passed = listed and _in_a_list(reading, index, last) if between else not person.opted_out
            return None if passed else (person, last)
    return None


def _in_a_list(reading: Reading, first: int, last: int) -> bool:
    """Tell whether more first names stand before or after."""
    start, end = reading.words[first].start, reading.words[last].end
    before = reading.text[max(0, start - 3) : start].rstrip()
    return before.endswith(",") or _LIST_GOES_ON.match(reading.folded, end) is not None


def _judged(
    reading: Reading, people: People, person: PersonName, name: tuple[int, int], *, given: tuple[int, int]
) -> FullName | None:
    """Tell a student from the verb, the place and the adult of the same name."""
    words = reading.words
    parts = words[name[0] : name[1] + 1]
    only_words = all(part.folded in ORDINARY for part in parts)
    if only_words and not all(part.capitalised for part in parts):
        return None
    doubtful = (
        tuple(part.folded for part in parts) in people.staff
        or (name[0] > 0 and words[name[0] - 1].folded in TITLES and titled(reading, name[0]))
        or follows(reading, name[1], PLACE_WORDS)
        or (only_words and follows(reading, name[1], SCHOOL_WORDS))
    )
    if doubtful and not person.opted_out:
        return None
    return FullName(
        Span(parts[0].start, parts[-1].end),
        Span(words[given[0]].start, words[given[1]].end),
        person,
        doubtful,
    )
