"""A text as a reader sees it, where letters are turned around, styled, borrowed from elsewhere or set apart.

Only for looking up names that must not stand: what is found here is marked in the text as it was typed.
Letters change one for one but for two steps, turning and drawing together, which keep where each came from.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_lowercase, ascii_uppercase

import regex

from smadmin.domain.policy.findings import Span
from smadmin.domain.policy.letters import DIGITS_FOR_LETTERS, DRAWN_LIKE_LATIN

_STYLES = (
    # where the capitals of a style begin: squared, negative circled, negative squared, flags, parenthesised
    *((start, ascii_uppercase) for start in (0x1F130, 0x1F150, 0x1F170, 0x1F1E6, 0x1F110, 0x24B6)),
    (0x24D0, ascii_lowercase),  # circled
    (0x249C, ascii_lowercase),  # parenthesised
)
_STYLED = {start + step: letter for start, letters in _STYLES for step, letter in enumerate(letters)}
_A_STYLED_ONE = regex.compile(f"[{''.join(map(chr, _STYLED))}]")
_FOREIGN_WORD = regex.compile(r"(?<![\p{L}\p{M}])[\p{Latin}\p{M}]*+[^\P{L}\p{Latin}][\p{L}\p{M}]*+")
_ALL_LATIN = regex.compile(r"[\p{Latin}\p{M}]++")
_WITH_DIGITS = regex.compile(
    r"(?<![\p{L}\p{N}@])(?=\p{N}*+\p{L})(?=\p{L}*+[0-9@$])[\p{L}\p{M}013457@$]{3,}+(?!\p{N}|\.\w)"
)
_TURNED = regex.compile("\u202e(?P<inner>[^\u202c\u2069\r\n]*+)[\u202c\u2069]?")
_MARKS = regex.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_GAP = r"[\p{Zs}\t\n\p{So}\p{Cf}\uFE0F.,·•*_|/~+=:\u2010-\u2015-]{1,6}+"
_APART = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}'])\p{{L}}\p{{M}}*+(?:{_GAP}(?<at>\p{{L}})\p{{M}}*+(?!\p{{L}})){{2,}}+"
)
_BLANK = regex.compile(r"\s")


@dataclass(frozen=True)
class Seen:
    """What a reader sees.

    Args:
        text: the words.
        origins: per character its place in the text as typed.
        turned: what was turned around, as typed; marked whole, else its marks would turn the mend too.
        drawn: in `text`, letters that stood apart without saying where one word ends.
    """

    text: str
    origins: tuple[int, ...]
    turned: tuple[Span, ...] = ()
    drawn: tuple[Span, ...] = ()

    def typed(self, span: Span) -> Span:
        """Give where a stretch of it was typed."""
        places = self.origins[span.start : span.end]
        start, end = min(places), max(places) + 1
        for one in self.turned:
            if one.start < end and start < one.end:
                start, end = min(start, one.start), max(end, one.end)
        return Span(start, end)


def as_seen(text: str) -> Seen | None:
    """Give a text as a reader sees it; None where that is just what was typed."""
    turned = tuple(Span(*match.span()) for match in _TURNED.finditer(text))
    order = list(range(len(text))) if not turned else list(_turned_order(text))
    shown = "".join(text[at] for at in order) if turned else text
    plain = _plain_letters(shown)
    apart = list(_APART.finditer(plain))
    if not apart:
        return None if plain == text else Seen(plain, tuple(order), turned)
    pieces: list[tuple[str, int]] = []
    drawn, done = [], 0
    for match in apart:
        pieces += ((plain[at], at) for at in range(done, match.start()))
        start = len(pieces)
        pieces += _drawn_together(plain, match)
        drawn.append(Span(start, len(pieces)))
        done = match.end()
    pieces += ((plain[at], at) for at in range(done, len(plain)))
    return Seen(
        "".join(letter for letter, _ in pieces), tuple(order[at] for _, at in pieces), turned, tuple(drawn)
    )


def _turned_order(text: str) -> Iterator[int]:
    """Give the places of a text in the order in which their letters are seen."""
    done = 0
    for match in _TURNED.finditer(text):
        yield from range(done, match.start())
        yield from (at for at in reversed(range(*match.span("inner"))) if not _MARKS.match(text[at]))
        done = match.end()
    yield from range(done, len(text))


def _plain_letters(text: str) -> str:
    """Give each letter as what it is drawn like, one for one."""
    if not text.isascii():
        if _A_STYLED_ONE.search(text):
            text = text.translate(_STYLED)
        text = str(_FOREIGN_WORD.sub(_in_latin, text))
    return str(_WITH_DIGITS.sub(lambda match: match[0].translate(DIGITS_FOR_LETTERS), text))


def _in_latin(match: regex.Match[str]) -> str:
    """Give a word in Latin letters where every one of its letters looks like one: else it is what it is."""
    word = match[0].translate(DRAWN_LIKE_LATIN)
    return word if _ALL_LATIN.fullmatch(word) else match[0]


def _drawn_together(text: str, match: regex.Match[str]) -> Iterator[tuple[str, int]]:
    """Give letters that stand apart as words: a wider or an empty gap among others ends one."""
    places = [match.start(), *match.starts("at")]
    gaps = [text[one + 1 : other] for one, other in pairwise(places)]
    usual = min(gaps, key=lambda gap: (len(gap), _BLANK.search(gap) is not None))
    for at, gap in zip(places, ["", *gaps], strict=True):
        if gap and gap != usual and _BLANK.search(gap):
            yield " ", at
        yield text[at], at
