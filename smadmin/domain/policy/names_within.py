"""Whether a first or last name of a list may stand in a text, however it is written: in doubt, it does.

For what can't be held later (`docs/decisions/0037-the-platforms-own-schedulers.md`). What people compose is
told of full names alone (`full_names.py`), since a first name by itself mostly names nobody there.
"""

from collections.abc import Collection, Iterator
from itertools import pairwise

import regex

from smadmin.domain.policy.disguises import as_seen
from smadmin.domain.policy.reading import APOSTROPHES, TAG_SIGNS, UNSEEN, fold
from smadmin.domain.policy.roster import tokens_of

_HUMP = regex.compile(r"\p{Lu}\p{M}*+(?:\p{Ll}\p{M}*+)++|\p{Lu}++(?!\p{Ll})|(?:\p{Ll}\p{M}*+)++")
_WORD = regex.compile(rf"[\p{{L}}\p{{M}}]++(?:[{APOSTROPHES}{UNSEEN}]++[\p{{L}}\p{{M}}]++)*+")
_UNSPACED_LETTER = regex.compile(
    r"[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
)
_LATIN = regex.compile(r"\p{Latin}")
_TWO_LETTERS = regex.compile("([aou])e|(a)a")
_ENDINGS = ("s", "es")
_LONGEST_ENDING = 3
"""Letters by which other languages decline a name: Яна of Ян, Иваном of Иван."""
_SHORTEST_IN_A_TAG = 3
_SHORTEST_IN_TWO_LETTERS = 4


def names_within(text: str, names: Collection[str]) -> bool:
    """Tell whether a text may name somebody of a list.

    Args:
        text: the words that go out.
        names: first names and last names, as the list has them.
    """
    known = frozenset[str]().union(*map(_forms, names)) if names else frozenset[str]()
    known = frozenset(one for one in known if len(one) > 1 or _UNSPACED_LETTER.match(one))
    longest = max(map(len, known), default=0)
    seen = as_seen(text)
    return any(_stands(said, known, longest) for said in {text, text if seen is None else seen.text} if known)


def _stands(text: str, known: frozenset[str], longest: int) -> bool:
    words = list(_words(text))
    if any(form in known for word in words for form in _said(word)):
        return True
    if any(one + other in known for one, other in pairwise(words)):  # Anne Marie of Annemarie
        return True
    return any(part in known for part in _within(text, longest))


def _words(text: str) -> Iterator[str]:
    """Give the words, folded, and the parts of one that is written in humps after the whole."""
    for match in _WORD.finditer(text):
        yield fold(match[0])
        humps = _HUMP.findall(match[0])
        if len(humps) > 1:
            yield from map(fold, humps)


def _said(word: str) -> Iterator[str]:
    """Give a word as a name that is declined may stand in it."""
    yield word
    yield _in_one_letter(word)
    if _LATIN.match(word):
        yield from (word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending))
    else:
        yield from (word[:-letters] for letters in range(1, _LONGEST_ENDING + 1))


def _within(text: str, longest: int) -> Iterator[str]:
    """Give every stretch of what is written without spaces: a tag, and a row of signs."""
    for match in _WORD.finditer(text):
        tagged = match.start() > 0 and text[match.start() - 1] in TAG_SIGNS
        unspaced = _UNSPACED_LETTER.search(match[0]) is not None
        if not (tagged or unspaced):
            continue
        row, shortest = fold(match[0]), 1 if unspaced else _SHORTEST_IN_A_TAG
        for start in range(len(row)):
            for end in range(start + shortest, min(start + longest, len(row)) + 1):
                yield row[start:end]


def _forms(name: str) -> frozenset[str]:
    """Give the words of a name, its whole in one word, and as it is written without two letters for one."""
    tokens = tokens_of(name)
    whole = "".join(tokens)
    return frozenset(form for one in (*tokens, whole) for form in (one, _in_one_letter(one)))


def _in_one_letter(word: str) -> str:
    """Give Mueller as Muller, since Müller is written in both ways; short names stay."""
    if len(word) < _SHORTEST_IN_TWO_LETTERS:
        return word
    return str(_TWO_LETTERS.sub(r"\1\2", word))
