"""The word lists of the checks, ready to be looked up: one pass over a text finds every phrase of all lists.

The lists are data (`resources/words/<language>/<list>.txt`); a line more needs no code. A line is a phrase of
words, folded as texts are. `a/b` stands for either, `(word)` may be missing, `word*` begins so, `_` is any
word. `! phrase` is left alone wherever it stands; `phrase > other` also says what to write instead, or what
it means. A number may stand between two words ("tier 2 interventions").
A lookup costs the length of the text, whatever the length of the lists.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import regex

from smadmin.domain.policy.findings import Span
from smadmin.domain.policy.reading import Reading, fold

_BETWEEN = regex.compile(r"(?:['\u2019]s)?(?:[\s\-\u2010-\u2013.'\u2019&]{1,4}|\s#?\d{1,4}\s)")
_ANY = "_"
_PARTS = regex.compile(r"[()]|[^\s()]+")
_SPLIT = regex.compile(r"[\s\-\u2010-\u2013&]+")

Tokens = tuple[str, ...]
Rows = Mapping[tuple[str, str], Sequence[str]]
"""(language, name of the list) → its lines, as written."""


@dataclass(frozen=True)
class Phrase:
    """A phrase without alternatives.

    Args:
        tokens: folded words; a trailing `*` takes any ending, `_` any word.
        name: the list it is from.
        language: of that list.
        note: what stands after `>`, or empty.
        passes: whether it is an exception of its list.
    """

    tokens: tuple[str, ...]
    name: str
    language: str
    note: str = ""
    passes: bool = False


@dataclass(frozen=True)
class Match:
    """A phrase that stands in a text."""

    span: Span
    phrase: Phrase


@dataclass
class _Node:
    """A place in the tree of all phrases: where each next word leads, and what ends here."""

    words: "dict[str, _Node]" = field(default_factory=dict)
    stems: "dict[str, _Node]" = field(default_factory=dict)
    any_word: "_Node | None" = None
    ends: list[Phrase] = field(default_factory=list)

    def grow(self, token: str) -> "_Node":
        """Give the place after one more word, made where it is new."""
        if token == _ANY:
            self.any_word = self.any_word or _Node()
            return self.any_word
        if token.endswith("*"):
            return self.stems.setdefault(token[:-1], _Node())
        return self.words.setdefault(token, _Node())

    def after(self, word: str) -> "Iterator[_Node]":
        """Give the places to which a word leads."""
        node = self.words.get(word)
        if node is not None:
            yield node
        if self.any_word is not None:
            yield self.any_word
        for stem, further in self.stems.items():
            if word.startswith(stem):
                yield further


@dataclass(frozen=True)
class Lexicon:
    """All lists.

    Args:
        tree: every phrase, word by word.
        words: per list the single words of its lines, for lookups of one word.
        notes: (list, word) → what stands after `>`.
    """

    tree: _Node = field(default_factory=_Node)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    notes: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Rows) -> "Lexicon":
        """Prepare the lists once."""
        tree = _Node()
        words: defaultdict[str, set[str]] = defaultdict(set)
        notes: dict[tuple[str, str], str] = {}
        for (language, name), lines in rows.items():
            for line in lines:
                for phrase in phrases_of(line, name=name, language=language):
                    node = tree
                    for token in phrase.tokens:
                        node = node.grow(token)
                    node.ends.append(phrase)
                    if len(phrase.tokens) == 1 and not phrase.passes:
                        words[name].add(phrase.tokens[0])
                        notes[name, phrase.tokens[0]] = phrase.note
        return cls(tree, {name: frozenset(found) for name, found in words.items()}, notes)

    def list(self, name: str) -> frozenset[str]:
        """Give the single words of a list, of all languages."""
        return self.words.get(name, frozenset())

    def matches(self, reading: Reading) -> Mapping[str, tuple[Match, ...]]:
        """Give every phrase that stands in a text, by list and in order; none overlap in a list."""
        kept: Mapping[str, tuple[Match, ...]] | None = reading.kept.get(id(self))
        if kept is None:
            kept = self._found(reading)
            reading.kept[id(self)] = kept
        return kept

    def _found(self, reading: Reading) -> Mapping[str, tuple[Match, ...]]:
        found: defaultdict[str, list[Match]] = defaultdict(list)
        for index, word in enumerate(reading.words):
            for end, phrase in _from(reading, index, self.tree):
                found[phrase.name].append(Match(Span(word.start, end), phrase))
        return {name: tuple(_apart(matches)) for name, matches in found.items()}


def _from(reading: Reading, index: int, tree: _Node) -> Iterator[tuple[int, Phrase]]:
    """Give the phrases that begin at a word, with where they end."""
    words = reading.words
    places = list(tree.after(words[index].folded))
    while places:
        for place in places:
            for phrase in place.ends:
                yield words[index].end, phrase
        index += 1
        if index == len(words) or not _BETWEEN.fullmatch(
            reading.text, words[index - 1].end, words[index].start
        ):
            return
        places = [further for place in places for further in place.after(words[index].folded)]


def _apart(matches: list[Match]) -> Iterator[Match]:
    """Drop what an exception covers and what lies in a longer match."""
    end = passed = -1
    for match in sorted(matches, key=lambda one: (one.span.start, not one.phrase.passes, -one.span.end)):
        if match.phrase.passes:
            passed = max(passed, match.span.end)
        elif match.span.start >= end and match.span.end > passed:
            end = match.span.end
            yield match


def phrases_of(line: str, *, name: str, language: str) -> Iterator[Phrase]:
    """Give the phrases that a line of a list stands for."""
    passes = line.startswith("!")
    written, _, note = line.removeprefix("!").partition(">")
    for tokens in dict.fromkeys(_ways(_PARTS.findall(written))):
        if tokens:
            yield Phrase(tokens, name, language, note.strip(), passes)


def _ways(parts: list[str]) -> list[Tokens]:
    """Give every way to say a line; takes its parts from the list, up to the bracket that closes it."""
    ways: list[Tokens] = [()]
    while parts and (part := parts.pop(0)) != ")":
        further = [*_ways(parts), ()] if part == "(" else [tuple(_tokens(one)) for one in part.split("/")]
        ways = [(*way, *more) for way in ways for more in further]
    return ways


def _tokens(token: str) -> Iterator[str]:
    if token == _ANY:
        yield token
        return
    for part in _SPLIT.split(token.removesuffix("*")):
        folded = fold(part)
        if folded:
            yield folded + ("*" if token.endswith("*") else "")


EMPTY = Lexicon()
"""No lists at all."""
