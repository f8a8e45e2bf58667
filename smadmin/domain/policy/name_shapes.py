"""What is written like a person's full name, whoever bears it (BAL-B1j2, BLO-A6).

Two capitals of which the first is a common given name, or a word that no dictionary knows in small letters:
so "Itzel Torres" is one and "Spelling Bee" isn't. Whether it is a student's, the words around it tell
(`name_patterns.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Span
from smadmin.domain.policy.reading import TAG_SIGNS, Reading, Word, one_of
from smadmin.domain.policy.wordlists import (
    ACRONYMS,
    GIVEN_NAMES,
    ORDINARY,
    PARTICLES,
    PLACE_WORDS,
    PROPER,
    SCHOOL_WORDS,
    TITLES,
    WORDS_AS_SURNAMES,
)

_GAP = regex.compile(r"[\p{Zs}]{1,2}(?:\p{Lu}\.[\p{Zs}])?|[-\u2010\u2011]")
_HYPHEN = regex.compile(r"[-\u2010\u2011]")
_NO_SURNAME = SCHOOL_WORDS | PLACE_WORDS | PROPER
_NO_NAME = _NO_SURNAME | TITLES | ACRONYMS
_OF_NAMES = GIVEN_NAMES | WORDS_AS_SURNAMES
_MOST_WORDS = 5
"""So many words has a name at most, without "de la"."""
_BEFORE_A_THING = frozenset(
    {
        "the", "a", "an", "our", "this", "that", "these", "every", "el", "la", "los", "las", "un", "una",
        "nuestra",
        "nuestro", "at", "in", "near", "on", "visit", "visited", "visiting", "explored", "toured", "en",
    }
)  # fmt: skip
"""After one of these an uncommon name is a place's or a thing's: "the Denver Broncos", "at Mesa Verde"."""
_GIVEN_TO = regex.compile(
    one_of(
        r"\bcongrat\w*", r"shout[- ]?outs?", r"\bkudos", r"\bprops", r"\bfelici\w+", r"\bthank\w*", r"\bgoes",
        r"\bbirthday", r"\bawarded", r"\bgiven", r"\bluck", r"\bhats off", r"\bapplause", r"\bwelcome",
        r"\bhand",
        r"\bgood ?bye", r"\bthoughts", r"\bwishes", r"\bcheers", r"\blove", r"\bcredit", r"\bbravo",
        r"\bwent out", r"\bsend\w*", r"\bsent",
    )
    + r"(?: [\w-]+){0,3} (?:to|a) $"
)  # fmt: skip
_A_CHILD_IS = regex.compile(
    r"\b(?:kid|child|student|boy|girl|son|daughter|grader|player)(?: \w+){0,2} (?:is|named) $"
)
_SEVERAL = regex.compile(r"\p{Zs}(?:twins|triplets|brothers|sisters|siblings|kids|family)\b")
_REACH = 60
_LEAST_LETTERS = 2
_TO = frozenset({"to", "a"})
_BEFORE_SMALL_LETTERS = _TO | {"is", "named"}
_MOST_PARTICLES = 2


@dataclass(frozen=True, slots=True)
class Shape:
    """What is written like a full name.

    Args:
        span: all of it.
        given: its first word.
        family: the word after that.
        common: whether the first word is a common given name.
        named: whether the first word can only be a name; a cue beside it makes the whole a student's.
        sure: whether no other reading of the whole is likely, so that a cue further off does.
    """

    span: Span
    given: Word
    family: Word
    common: bool
    named: bool
    sure: bool


def shapes(reading: Reading, context: Context) -> tuple[Shape, ...]:
    """Give what is written like a full name, in order; no two names overlap. Who has a title is left out."""
    kept: tuple[Shape, ...] | None = reading.kept.get(id(shapes))
    if kept is None:
        kept = tuple(_shapes(reading, context))
        reading.kept[id(shapes)] = kept
    return kept


def like_a_name(word: Word, context: Context) -> bool:
    """Tell whether a word has a capital and no dictionary knows it in small letters."""
    written = word.written
    if len(written) < _LEAST_LETTERS or not written[0].isupper() or written.isupper() or "'" in written[-2:]:
        return False
    if word.folded in _NO_NAME or word.folded in context.lexicon.list("fine"):
        return False
    return not any(context.speller.knows(written.lower(), language) for language in ("en", "es"))


def _shapes(reading: Reading, context: Context) -> Iterator[Shape]:
    words, index = reading.words, 0
    while index < len(words) - 1:
        last = _last_word(reading, index, context) if _may_begin(reading, index) else None
        if last is None:
            index += 1
            continue
        shape = _shape(reading, index, last, context)
        if shape is not None:
            yield shape
        # "The Ewa Shanker twins": the name begins after a word that can't begin one.
        if shape is not None and shape.named:
            index = last
        index += 1


def _may_begin(reading: Reading, index: int) -> bool:
    """Tell whether a name may begin here: with a capital, or after "shout out to"."""
    if reading.words[index].written[0].isupper():
        return True
    return index > 0 and reading.words[index - 1].folded in _BEFORE_SMALL_LETTERS


def _last_word(reading: Reading, index: int, context: Context) -> int | None:
    """Give the last word of the run of capitals that begins here, or nothing where it is no name."""
    words, last, written = reading.words, index, 1
    while last + 1 < len(words) and written < _MOST_WORDS:
        step = _next_of_name(reading, last)
        if step is None:
            break
        word = words[step]
        hyphened = _HYPHEN.fullmatch(reading.text, words[last].end, word.start) is not None
        if word.folded in _NO_SURNAME or not (hyphened or written == 1 or _goes_on(word, context)):
            break
        last, written = step, written + 1
    return last if written > 1 else None


def _goes_on(word: Word, context: Context) -> bool:
    return word.folded in _OF_NAMES or like_a_name(word, context)


def _next_of_name(reading: Reading, last: int) -> int | None:
    """Give the next capitalised word that belongs to the one before, over "de la" and an initial."""
    words, step = reading.words, last + 1
    small = words[last].written.islower() and words[step].written.islower()
    while step < len(words) and step - last <= _MOST_PARTICLES + 1:
        if not _GAP.fullmatch(reading.text, words[step - 1].end, words[step].start):
            return None
        word = words[step]
        if len(word.folded) == 1 and reading.text[word.end : word.end + 1] == ".":
            after = step + 1
            close = after < len(words) and reading.text[word.end : words[after].start] == ". "
            return after if close and words[after].written[0].isupper() else None
        if word.written[0].isupper() or (small and step == last + 1):
            return step if len(word.folded) > 1 else None
        if word.folded not in PARTICLES:
            return None
        step += 1
    return None


def _shape(reading: Reading, index: int, last: int, context: Context) -> Shape | None:
    words = reading.words
    given = words[index]
    common = given.folded in GIVEN_NAMES and given.written[0].isupper()
    if index and words[index - 1].folded in TITLES:
        return None
    after = words[last + 1] if last + 1 < len(words) else None
    if after and after.capitalised and after.folded in PLACE_WORDS and after.start - words[last].end == 1:
        return None
    family = words[last] if last == index + 1 else words[index + 1]
    if given.written.islower():
        strange = _in_small_letters(reading, index, last, context)
        return (
            Shape(Span(given.start, words[last].end), given, words[last], common=False, named=True, sure=True)
            if strange
            else None
        )
    named = common or _named(reading, index, words[last], context)
    sure = common or (named and _surely(reading, index, words[last], context))
    return Shape(Span(given.start, words[last].end), given, family, common, named, sure)


def _in_small_letters(reading: Reading, index: int, last: int, context: Context) -> bool:
    """Tell whether two strange words after "shout out to" are a name in small letters."""
    given, family = reading.words[index], reading.words[last]
    before = reading.folded[max(0, given.start - _REACH) : given.start]
    if last != index + 1 or not (_GIVEN_TO.search(before) or _A_CHILD_IS.search(before)):
        return False
    return (given.folded in GIVEN_NAMES or _strange(given, context)) and _strange(family, context)


def _strange(word: Word, context: Context) -> bool:
    if (
        len(word.written) <= _LEAST_LETTERS
        or word.folded in _NO_NAME
        or word.folded in context.lexicon.list("fine")
    ):
        return False
    return not any(context.speller.knows(word.written.lower(), language) for language in ("en", "es"))


def _named(reading: Reading, index: int, family: Word, context: Context) -> bool:
    given = reading.words[index]
    if not like_a_name(given, context) or reading.text[max(0, given.start - 1)] in TAG_SIGNS:
        return False
    return not any(word in context.names for word in (given.folded, family.folded))


def _surely(reading: Reading, index: int, family: Word, context: Context) -> bool:
    """Tell whether an uncommon name is likelier a person's than a place's or a thing's."""
    if not (family.folded in _OF_NAMES or family.folded in ORDINARY or like_a_name(family, context)):
        return False
    before = reading.words[index - 1] if index else None
    start = reading.words[index].start
    if before is None or reading.text[before.end : start].strip():
        return True
    if before.folded in _TO:
        return _GIVEN_TO.search(reading.folded[max(0, start - _REACH) : start]) is not None
    return before.folded not in _BEFORE_A_THING or _SEVERAL.match(reading.folded, family.end) is not None
