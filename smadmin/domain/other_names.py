"""Whether a text speaks of another of our accounts: a sign that it is about to go out on the wrong one."""

import unicodedata
from collections.abc import Iterable

import regex

_GAPS = regex.compile(r"[\s\u00A0]++")
_MARKS = regex.compile(r"\p{M}++")


def named_in(text: str, others: Iterable[str], ours: Iterable[str]) -> tuple[str, ...]:
    """Give those names of others that stand in a text, each once.

    A name of one word says too little ("Lincoln"), and one that is part of a name of ours says nothing.

    Args:
        text: of the post.
        others: names of accounts that the post doesn't go to.
        ours: names of those it goes to, and of the school itself.
    """
    plain, mine = _plain(text), tuple(map(_plain, ours))
    found = {}
    for name in others:
        folded = _plain(name)
        if " " in folded and not any(folded in one for one in mine) and _stands_in(folded, plain):
            found[folded] = name
    return tuple(found.values())


def _stands_in(name: str, text: str) -> bool:
    return regex.search(rf"(?<!\w){regex.escape(name)}(?!\w)", text) is not None


def _plain(text: str) -> str:
    folded = _MARKS.sub("", unicodedata.normalize("NFKD", text).casefold())
    return str(_GAPS.sub(" ", folded)).strip()
