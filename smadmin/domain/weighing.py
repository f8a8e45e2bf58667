"""How X weighs a text: twitter-text's rules, version 3 (280 weighted characters).

Links and emoji are found by `twitter-text-parser`, imported when the first text is weighed (it reads a
list of emoji then). Links never cross a space, so the text is weighed piece by piece: pieces are
remembered, which keeps typing quick, and a hostile piece can't slow down the rest.
"""

import unicodedata
import warnings
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Protocol, cast

import regex

LINK_WEIGHT = 23
"""Every link counts so much, whatever its length."""

_LIGHT = regex.compile(r"[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
_PIECES = regex.compile(r"[^ \t\n]++")
_LABELS = regex.compile(r"(?:[\p{L}\p{M}\p{N}_-]++\.){16,}+")
"""No host name in use has sixteen parts; searching one for links takes time that grows with its square."""
_EMOJI_HINT = regex.compile(r"[#*0-9]\uFE0F?\u20E3|[\p{Emoji}--[#*0-9]]|\u00a9|\u00ae", regex.V1)


class _Parser(Protocol):
    """What is used of twitter-text-parser, which brings no types."""

    def extract_urls_with_indices(self, text: str) -> list[dict[str, Any]]: ...

    def extract_emojis_with_indices(self, text: str) -> list[dict[str, Any]]: ...


@cache
def _parser() -> _Parser:
    with warnings.catch_warnings():
        # It finds its own list of emoji by pkg_resources, which warns about its age.
        warnings.simplefilter("ignore")
        return cast("_Parser", import_module("twitter_text"))


def weigh(text: str) -> int:
    """Give the length of a text as X counts it.

    Code points 0-4351, 8192-8205, 8208-8223 and 8242-8247 weigh 1, all others 2, an emoji 2 whatever it is
    made of, a link 23; the text is normalised to NFC and line ends to one character first.
    """
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    pieces = _PIECES.findall(plain)
    return len(plain) - sum(map(len, pieces)) + sum(map(_weigh_piece, pieces))


@lru_cache(maxsize=4096)
def _weigh_piece(piece: str) -> int:
    weight = 0
    position = 0
    for start, end, counted in _entities(piece):
        if start >= position:
            weight += _weigh_plain(piece[position:start]) + counted
            position = end
    return weight + _weigh_plain(piece[position:])


def _entities(piece: str) -> list[tuple[int, int, int]]:
    """Give links and emoji as (start, end, weight), in order."""
    found = []
    if "." in piece and not _LABELS.search(piece):
        for link in _parser().extract_urls_with_indices(piece):
            start = link["indices"][0]
            found.append((start, start + len(link["url"]), LINK_WEIGHT))
    if _EMOJI_HINT.search(piece):
        found += [(*emoji["indices"], 2) for emoji in _parser().extract_emojis_with_indices(piece)]
    return sorted(found, key=lambda entity: entity[0])


def _weigh_plain(text: str) -> int:
    return 2 * len(text) - sum(1 for _ in _LIGHT.finditer(text)) if not text.isascii() else len(text)
