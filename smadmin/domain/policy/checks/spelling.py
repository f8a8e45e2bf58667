"""Words that no dictionary knows, and common misspellings with what was meant (SOC-O4, BLO-A8).

The list of common ones mends at once; of the others a person says what was meant. Names, acronyms, tags,
links and words of the other language are left in peace, and a capital in mid-sentence makes a name.
"""

from collections.abc import Iterable, Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings, words_at
from smadmin.domain.policy.context import Context, Speller
from smadmin.domain.policy.findings import SUGGEST, Hit, Remedy, Severity, Span
from smadmin.domain.policy.lexicon import Match
from smadmin.domain.policy.reading import TAG_SIGNS, Reading, Word, touches
from smadmin.domain.policy.wordlists import ACRONYMS, GIVEN_NAMES

_LEAST_LETTERS = 4
_LEAST = {"en": 4, "es": 3}
"""Shorter words are too often short for something; in Spanish an accent may be missing ("dia")."""
_PREFIXES = ("anti", "auto", "mini", "multi", "non", "over", "pre", "re", "super", "tele", "un", "under")
_VOWELS = "aeiouáéíóú"
_SMALL = regex.compile(r"(?<=\p{L}{3})it[oa]s?$")
_LAST_VOWEL = regex.compile(r"(?:i(?=[ao]))?[aeiou](?P<after>[^aeiou]*)$")
_PRONOUNS = regex.compile(r"(?<=\p{L}{4})(?:se)?(?:l[aoe]s?|me|nos|te)$")
_NO_ACCENTS = str.maketrans("áéíóú", "aeiou")
_ACCENTS = dict(zip("aeiou", "áéíóú", strict=True))
_FOUND_ELSEWHERE = ("slur", "profanity", "companies")
"""What these lists hold is written as it was meant."""
_NEIGHBOUR = 42
_LANGUAGES = ("en", "es")
_NO_PROSE = regex.compile(
    rf"[{TAG_SIGNS}][\w.]++|(?<![^\s@])[^\s@]++@\S++|(?<![\w-])[\w-]++(?:[.:][\w-]++)++"
)
"""Tags, addresses, names of hosts and of files, schemes."""
_DRAWN_OUT = regex.compile(r"(\p{L})\1\1|^(?:ha){2,}h?$|^(?:ja){2,}j?$", regex.I)
_PART = regex.compile(r"[\d\-\u2010\u2011'\u2019_/*]")
_SENTENCE_BEGINS = regex.compile(r"^[\W\d]*$")


class Spelling:
    """A misspelling, in the paragraph's own language."""

    id: ClassVar[CheckId] = CheckId.SPELLING

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give misspelled words: the common ones, then what the dictionary doesn't know."""
        common = [
            match
            for match in wordings(reading, context, self.id)
            if match.phrase.language == reading.language and not reading.in_link(match.span)
        ]
        spans = [match.span for match in common]
        yield from (_mended(reading, match) for match in common)
        if reading.language in _LANGUAGES:
            for word in _unknown(reading, context):
                if not touches(spans, word.span):
                    words = words_at(reading, word.span)
                    remedy = Remedy(say("policy.what-was-meant"), act=SUGGEST, judged=True)
                    yield Hit(word.span, say("policy.not-in-dictionary", words=words), remedy, Severity.HINT)


def _mended(reading: Reading, match: Match) -> Hit:
    right = match.phrase.note
    if words_at(reading, match.span)[0].isupper():
        right = right[0].upper() + right[1:]
    remedy = Remedy(say("policy.write-so", words=right), match.span, right)
    return Hit(match.span, say("policy.spelling", words=words_at(reading, match.span)), remedy)


def _unknown(reading: Reading, context: Context) -> Iterator[Word]:
    """Give the words that are prose, nobody's name, and in no dictionary of either language."""
    tags = (Span(*match.span()) for match in _NO_PROSE.finditer(reading.text))
    passed = tuple(_apart(sorted([*reading.links, *tags])))
    for word in reading.words:
        if not _is_prose(reading, word) or _is_known(word, context):
            continue
        if touches(passed, word.span) or _is_right(word.written, reading.language, context.speller):
            continue
        near = _near(word.written.lower(), reading.language, context.speller)
        if word.written[0].isupper():
            misspelled = near and not _goes_on_large(reading, word)
        else:
            misspelled = near or not _named_beside(reading, word, context)
        if misspelled and not any(word.folded in context.lexicon.list(name) for name in _FOUND_ELSEWHERE):
            yield word


def _named_beside(reading: Reading, word: Word, context: Context) -> bool:
    """Tell whether the word before or after is as strange: then both are a name in small letters."""
    around = Span(max(0, word.start - _NEIGHBOUR), word.end + _NEIGHBOUR)
    beside = (
        one for one in reading.words_in(around) if one.start - word.end == 1 or word.start - one.end == 1
    )
    return any(
        len(one.written) >= _LEAST_LETTERS
        and not _is_known(one, context)
        and not _is_right(one.written, reading.language, context.speller)
        and not _near(one.written.lower(), reading.language, context.speller)
        for one in beside
    )


def _goes_on_large(reading: Reading, word: Word) -> bool:
    """Tell whether a capital follows: "Kona Ice" is a name, though it begins a sentence."""
    after = reading.text[word.end : word.end + 2]
    return len(after) > 1 and after[0] == " " and after[1].isupper()


def _is_right(written: str, language: str, speller: Speller) -> bool:
    """Tell whether either language knows a word, as a name too, or what it is made of."""
    plain = written.lower()
    if speller.knows(plain, language):
        return True
    other = next(one for one in _LANGUAGES if one != language)
    if speller.knows(plain, other):
        # "Reunion" is English; in Spanish it lacks its accent.
        return language == "en" or not any(speller.knows(one, "es") for one in _accented(plain))
    ways = (
        plain.capitalize(),
        *_without_prefix(plain),
        *(_without_pronoun(plain) if language == "es" else ()),
    )
    return any(speller.knows(way, language) for way in ways) or speller.knows(plain.capitalize(), other)


def _accented(plain: str) -> Iterator[str]:
    """Give a word with an accent on its last vowel, and on the one before in "-ia" and "-io"."""
    match = _LAST_VOWEL.search(plain)
    for at in () if match is None else range(match.start(), match.end() - len(match["after"])):
        yield plain[:at] + _ACCENTS[plain[at]] + plain[at + 1 :]


def _without_prefix(plain: str) -> Iterator[str]:
    for prefix in _PREFIXES:
        if plain.startswith(prefix) and len(plain) >= len(prefix) + _LEAST_LETTERS:
            yield plain.removeprefix(prefix)


def _without_pronoun(plain: str) -> Iterator[str]:
    """Give the verb of "ciérrela" and "dígaselo", and what "abuelitos" and "poquito" are small ones of."""
    match = _PRONOUNS.search(plain)
    if match:
        yield plain[: match.start()].translate(_NO_ACCENTS)
    small = _SMALL.search(plain)
    if small:
        stem = regex.sub("qu$", "c", regex.sub("gu$", "g", plain[: small.start()]))
        yield from (stem + ending for ending in ("o", "a", "os", "as", "e"))


def _near(plain: str, language: str, speller: Speller) -> bool:
    """Tell whether one slip of the fingers makes a word of it; if not, it may be a name."""
    for at in range(len(plain)):
        before, letter, after = plain[:at], plain[at], plain[at + 1 :]
        slips = [before + after, before + letter * 2 + after, before + after[:1] + letter + after[1:]]
        slips += [before + vowel + after for vowel in _VOWELS if letter in _VOWELS]
        if any(speller.knows(slip, language) for slip in slips):
            return True
    return False


def _is_prose(reading: Reading, word: Word) -> bool:
    """Tell a written-out word from an acronym, a name, a part of one, and a cheer."""
    written = word.written
    if len(written) < _LEAST[reading.language] or not written[1:].islower() or _DRAWN_OUT.search(written):
        return False
    around = reading.text[max(0, word.start - 1) : word.start] + reading.text[word.end : word.end + 1]
    if _PART.search(around):
        return False
    return written[0].islower() or _begins_sentence(reading, word)


def _begins_sentence(reading: Reading, word: Word) -> bool:
    start = reading.sentence_at(word.start).start
    return _SENTENCE_BEGINS.match(reading.text[start : word.start]) is not None


def _is_known(word: Word, context: Context) -> bool:
    folded = word.folded
    people = context.people
    return (
        folded in context.lexicon.list("fine")
        or folded in ACRONYMS
        or folded in GIVEN_NAMES
        or folded in context.own_words
        or folded in people.given_forms
        or folded in people.family_forms
        or folded in people.joined
        or folded in context.names
    )


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Give the spans of which none overlaps the one before."""
    end = -1
    for span in spans:
        if span.start >= end:
            end = span.end
            yield span
