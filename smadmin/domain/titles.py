"""A title for a post that has none of its own, where a platform's pages must have one: its first sentence.

It is made of released words alone, and they stay in the text as well: what was approved is there whole.
"""

import re
from collections.abc import Sequence

LONGEST = 70
_LEAST = 12
"""A sentence shorter than this ("Mr.", "Wow!") takes the next one along."""
_SENTENCE_END = re.compile(r"[.!?\u2026]+[\"'\u201d\u2019\u00bb)]*(?=\s|$)")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_TRAILING = " ,;:\u2013\u2014-"


def title_of(text: str, alts: Sequence[str] = ()) -> str:
    """Give a post's title: the first sentence of its first line that says something, cut at a word.

    Args:
        text: all its words.
        alts: what its pictures show in words, for a post without words.

    Returns:
        At most `LONGEST` characters; empty where nothing is said in words at all.
    """
    for said in (*_LINK.sub("", text).splitlines(), *alts):
        line = " ".join(said.split())
        if any(one.isalnum() for one in line):
            return _cut(_first_sentence(line))
    return ""


def _first_sentence(line: str) -> str:
    ends = (end.end() for end in _SENTENCE_END.finditer(line))
    return line[: next((end for end in ends if end >= _LEAST), len(line))]


def _cut(sentence: str) -> str:
    if len(sentence) <= LONGEST:
        return sentence.rstrip(_TRAILING) or sentence
    words = sentence[: LONGEST - 1].rsplit(" ", 1)
    return words[0].rstrip(_TRAILING) + "…"
