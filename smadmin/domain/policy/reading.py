"""A text read once for all rules: words with their spans, sentences, links.

Words are folded (no accents, no case, no possessive) for comparing, while their spans point into the
text as typed. Every pattern here is linear: a writer may paste 100,000 characters of anything.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from string import ascii_lowercase, ascii_uppercase
from typing import Any

import regex

from smadmin.domain.policy.findings import TEXT, Span
from smadmin.domain.policy.letters import PLAIN_LETTERS, as_latin
from smadmin.domain.policy.wordlists import SMALL_ENGLISH, SMALL_OTHERS, SMALL_SPANISH

TAG_SIGNS = "#@\uff03\uff20"
"""They make the word after them a hashtag or a mention; the last two are their full-width forms."""
APOSTROPHES = "'\u2019\u02bc\u2018\u00b4`\u02bb\u02be\u02bf\u2032\ua78c"
"""The last five stand for one in Hawaiian, transcribed and Native American names."""
UNSEEN = r"\p{Cf}\p{DI}\x00-\x08\x0e-\x1f\x7f"
"""What nobody sees between two letters: fillers, and what a word processor marks hyphens with."""
_WORD = regex.compile(rf"[\p{{L}}\p{{M}}]++(?:[{APOSTROPHES}{UNSEEN}]++[\p{{L}}\p{{M}}]++)*+")
_HUMP = regex.compile(r"\p{Lu}\p{M}*+(?:\p{Ll}\p{M}*+)++|\p{Lu}++(?!\p{Ll})|(?:\p{Ll}\p{M}*+)++")
_APOSTROPHE_SET = frozenset(APOSTROPHES)
_NOT_COMPARED = regex.compile(rf"[{APOSTROPHES}{UNSEEN}\p{{M}}\u0640]++")
"""The last one only stretches an Arabic word."""
_SENTENCE_END = regex.compile(r"[.!?…]++(?=\s|$)|\n")
_GOES_ON_AFTER_INITIAL = regex.compile(r"(?<=\p{Zs}\p{Lu})\.\p{Zs}{1,2}\p{Ll}")
"""“Finn G. built it” is one sentence."""
_LINK = regex.compile(
    r"(?:https?://|www\.)\S++|(?<![\p{L}\d.-])[\p{L}\d-]++(?:\.[\p{L}\d-]++)++(?<=\p{L})/\S*+"
    r"|(?<![\p{L}\d.@/-])(?:[\p{L}\d-]++\.)++(?<=\.)(?:com|org|net|edu|gov|us|info|biz|co|io|app|site|online|shop|xyz|ru|cn|test|example)"
    r"(?![\w@-]|\.\w)",
    regex.I,
)
_NOT_ASCII = regex.compile(r"[^\x00-\x7f]")
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
_CONTROLS = "".join(map(chr, (*range(0x09), *range(0x0E, 0x20), 0x7F)))
_ASCII_COMPARED = str.maketrans(ascii_uppercase, ascii_lowercase, f"'`{_CONTROLS}")
_ABBREVIATIONS = frozenset({"mr", "mrs", "ms", "dr", "st", "jr", "sr", "prof", "sra", "dra", "no"})


def one_of(*patterns: str) -> str:
    """Join patterns into one that matches any of them, the first that does."""
    return f"(?:{'|'.join(patterns)})"


def touches(spans: Sequence[Span], span: Span) -> bool:
    """Tell whether a span overlaps one of these, which stand in order and never overlap one another."""
    # Only the last one that starts before the span's end can.
    index = bisect_left(spans, span.end, key=lambda one: one.start)
    return index > 0 and spans[index - 1].end > span.start


def fold(word: str) -> str:
    """Fold a word for comparing: no case, accents, apostrophes or invisible characters."""
    if word.isascii():
        return word.translate(_ASCII_COMPARED)
    plain = _NOT_COMPARED.sub("", unicodedata.normalize("NFKD", word).casefold())
    return as_latin(plain.translate(PLAIN_LETTERS))


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its span (without a possessive 's), its spelling and its folded form."""

    start: int
    end: int
    written: str
    folded: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital (true for scripts without case)."""
        return not self.written[0].islower()


def _word(text: str, start: int, end: int) -> Word:
    written = text[start:end]
    if written[-1] in "sS" and written[-2:-1] in _APOSTROPHE_SET:
        written = written[:-2]
        end -= 2
    return Word(start, end, written, fold(written))


def words_of(text: str) -> Iterator[Word]:
    """Give the words of a text in order; a hashtag's CamelCase parts are words of their own."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        if start and text[start - 1] in TAG_SIGNS and not match[0].islower() and not match[0].isupper():
            for hump in _HUMP.finditer(text, start, end):
                yield _word(text, *hump.span())
        else:
            yield _word(text, start, end)


@dataclass(frozen=True)
class Reading:
    """A passage (the post's text or a picture's alt text), read lazily and once."""

    text: str
    place: str = TEXT

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words, in order."""
        return tuple(words_of(self.text))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The folded words without order: a quick no where none of a rule's words stands."""
        return frozenset(word.folded for word in self.words)

    @cached_property
    def folded(self) -> str:
        """The text in lower case without accents, exactly as long as the text (for wordings)."""
        return str(_NOT_ASCII.sub(_fold_character, self.text)).translate(_SMALL)

    @cached_property
    def links(self) -> tuple[Span, ...]:
        """Web addresses, with or without a scheme."""
        return tuple(Span(*match.span()) for match in _LINK.finditer(self.text))

    @cached_property
    def _sentence_ends(self) -> tuple[int, ...]:
        ends = []
        for match in _SENTENCE_END.finditer(self.text):
            if match[0] == "." and (
                self._after_abbreviation(match.start())
                or _GOES_ON_AFTER_INITIAL.match(self.text, match.start())
            ):
                continue
            ends.append(match.end())
        return tuple(ends)

    def _after_abbreviation(self, position: int) -> bool:
        before = self.folded[max(0, position - 6) : position]
        return before.replace("(", " ").rpartition(" ")[2] in _ABBREVIATIONS

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """Give the words that begin in a span."""
        starts = self._word_starts
        return self.words[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    @cached_property
    def kept(self) -> dict[int, Any]:
        """What was looked up in this text already, by who looked it up."""
        return {}

    def sentence_at(self, position: int) -> Span:
        """Give the sentence around a position; a line break ends a sentence too."""
        index = bisect_right(self._sentence_ends, position)
        start = self._sentence_ends[index - 1] if index else 0
        end = self._sentence_ends[index] if index < len(self._sentence_ends) else len(self.text)
        return Span(start, end)

    def sentence_folded(self, position: int, *, reach: int = 400) -> str:
        """Give the folded sentence around a position, at most `reach` characters to each side."""
        sentence = self.sentence_at(position)
        return self.folded[max(sentence.start, position - reach) : min(sentence.end, position + reach)]

    def in_link(self, span: Span) -> bool:
        """Whether a span lies in a web address."""
        return touches(self.links, span)

    @cached_property
    def language(self) -> str:
        """The passage's language by its small words and letters: `en`, `es`, or empty where it is another."""
        if sum(len(match[0]) for match in _OTHER_SCRIPT.finditer(self.text)) * 2 > len(self.text):
            return ""
        small = [
            word.folded
            for word, following in pairwise((*self.words[:400], None))
            # "Los abuelos" begins a sentence, "De La Cruz" is a name.
            if word and (word.written.islower() or (following and following.written.islower()))
        ]
        counts = {language: sum(word in words for word in small) for language, words in _SMALL_WORDS.items()}
        other = sum(word in SMALL_OTHERS for word in small) + len(_OTHER_LETTERS.findall(self.text[:2_000]))
        if other > 2 * max(counts.values()) and other > 1:
            return ""
        spanish = counts["es"] + len(_SPANISH_LETTERS.findall(self.text[:2_000]))
        return "es" if spanish > counts["en"] else "en"

    @property
    def spanish(self) -> bool:
        """Whether the passage reads as Spanish."""
        return self.language == "es"


def _fold_character(match: regex.Match[str]) -> str:
    character = match[0]
    if character in APOSTROPHES:
        return "'"
    # One for one, so that offsets hold: of a letter that falls into several, the first stays.
    plain = unicodedata.normalize("NFKD", character)[0].lower().translate(PLAIN_LETTERS)
    return plain if len(plain) == 1 else character


_OTHER_SCRIPT = regex.compile(r"[^\P{L}\p{Latin}]++")
_OTHER_LETTERS = regex.compile(r"[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹđơưăçãõèêë]")
_SPANISH_LETTERS = regex.compile(r"[¿¡ñ]")
_SMALL_WORDS = {"es": SMALL_SPANISH, "en": SMALL_ENGLISH}
