"""Shouting: runs of words in capitals (BAL-B1k, SOC-O4). Acronyms, cheers and single words are left alone."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Remedy, Span
from smadmin.domain.policy.reading import TAG_SIGNS, Reading, Word, fold
from smadmin.domain.policy.wordlists import ACRONYMS, PROPER

_BETWEEN = regex.compile(r"[^\p{L}\n]{0,12}")
_SENTENCE_STARTS_AFTER = ".!?:\n"
_OPENERS = ' \t\u00a1\u00bf\u201c"('
_LOOK_BACK = 20
_LONG_WORD = 4
_LONG_WORDS_OF_A_SHOUT = 2
_SMALL_WORDS_OF_A_SHOUT = 4
_LETTERS_OF_A_SHOUT = 12
"""Shorter ones are cheers and labels: "FREE PIZZA", "GO TEAM"."""


class AllCaps:
    """Words in capitals, hard to read and read as shouting."""

    id: ClassVar[CheckId] = CheckId.ALL_CAPS

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give each shouted run once, with the same words written small."""
        runs = tuple(_runs(reading))
        known = frozenset[str]()
        if runs:
            known = ACRONYMS | context.acronyms | _capitals_in((context.school_name, *context.account_names))
        for run in runs:
            shouted = [word for word in run if word.folded not in known]
            long = sum(len(word.folded) >= _LONG_WORD for word in shouted)
            letters = sum(len(word.folded) for word in shouted)
            enough = long >= _LONG_WORDS_OF_A_SHOUT or (long and len(shouted) >= _SMALL_WORDS_OF_A_SHOUT)
            if enough and letters >= _LETTERS_OF_A_SHOUT:
                span = Span(run[0].start, run[-1].end)
                small = _written_small(reading, run, known, names=_names(context))
                remedy = Remedy(say("policy.write-small", words=small), span, small)
                yield Hit(span, say("policy.all-caps"), remedy)


def _runs(reading: Reading) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in reading.words:
        if _in_capitals(word) and not _tagged(reading, word):
            if run and not _BETWEEN.fullmatch(reading.text, run[-1].end, word.start):
                yield run
                run = []
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _in_capitals(word: Word) -> bool:
    return word.written.isupper() and (len(word.folded) > 1 or word.folded in {"a", "i", "y"})


def _tagged(reading: Reading, word: Word) -> bool:
    return word.start > 0 and reading.text[word.start - 1] in TAG_SIGNS


def _capitals_in(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(part) for name in names for part in name.split() if part.isupper())


def _names(context: Context) -> frozenset[str]:
    of_school = {fold(part) for part in context.school_name.split()}
    return PROPER.union(of_school, context.people.given_forms)


def _written_small(reading: Reading, run: list[Word], known: frozenset[str], *, names: frozenset[str]) -> str:
    pieces = []
    position = run[0].start
    for word in run:
        gap = reading.text[position : word.start]
        pieces.append(gap)
        before = reading.text[max(0, word.start - _LOOK_BACK) : word.start].rstrip(_OPENERS)
        starts = not before or before[-1] in _SENTENCE_STARTS_AFTER
        if word.folded in known:
            pieces.append(word.written)
        elif starts or word.folded in names or word.folded == "i":
            pieces.append(word.written[0] + word.written[1:].lower())
        else:
            pieces.append(word.written.lower())
        position = word.end
    return "".join(pieces)
