"""Punctuation that slipped, and words that stand twice (BLO-A8). Each comes with its mend."""

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Remedy, Span
from smadmin.domain.policy.reading import Reading

_MANY = regex.compile(r"[!?]{3,}+")
_SPACE_BEFORE = regex.compile(
    r"(?<=[\p{L}\d])\p{Zs}++(?:(?P<mark>[,;])(?=\s|$|\p{L})|(?P<mark>[.!?])(?=\s|$))"
)
_NO_SPACE_AFTER = regex.compile(r"(?<=\p{Ll}\p{Ll})[.!?,](?=\p{Lu}\p{Ll}|(?<=,)\p{Ll}{2})")
_TWICE = regex.compile(r"(?<![,.]),,(?!,)|(?<!\.)\.\.(?!\.)")
_TURNING = regex.compile("[\u202a-\u202e\u2066-\u2069]")
_TURNED = regex.compile("[\u202a-\u202e\u2066-\u2069](?:[^\n]*[\u202a-\u202e\u2066-\u2069])?")
_TO_THE_LEFT = regex.compile(r"[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}\p{Adlam}]")
_LETTER = regex.compile(r"\p{L}")
_UNOPENED = regex.compile(
    r"(?:^|(?<=[.!?\u2026]\s)|(?<=\n))(?P<all>[^\s\u00bf\u00a1.!?][^\n\u00bf\u00a1.!?]*+(?P<mark>[?!]))"
)
_OPENING = {"?": "\u00bf", "!": "\u00a1"}


class Punctuation:
    """Rows of exclamation marks, a space before a comma, none after a full stop, marks that turn letters."""

    id: ClassVar[CheckId] = CheckId.PUNCTUATION

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give slips, each with its mend."""
        found = [*_slips(reading), *(_unopened(reading) if reading.spanish else ())]
        for span, where, written in sorted(found):
            if not reading.in_link(span):
                yield Hit(span, say("policy.punctuation"), Remedy(say("policy.mend-mark"), where, written))
        yield from _turning(reading)


def _turning(reading: Reading) -> Iterator[Hit]:
    """Give what stands between marks that turn letters around; a line of Arabic or Hebrew may need them."""
    for match in _TURNED.finditer(reading.text):
        start = reading.text.rfind("\n", 0, match.start()) + 1
        end = reading.text.find("\n", match.start())
        line = reading.text[start : end if end >= 0 else None]
        if 2 * len(_TO_THE_LEFT.findall(line)) <= len(_LETTER.findall(line)):
            remedy = Remedy(say("policy.remove-marks"), Span(*match.span()), _TURNING.sub("", match[0]))
            yield Hit(Span(*match.span()), say("policy.turning-marks"), remedy)


def _slips(reading: Reading) -> Iterator[tuple[Span, Span, str]]:
    """Give each slip, and what is put where."""
    text = reading.text
    for match in _MANY.finditer(text):
        yield _all_of(match, "?" if "?" in match[0] else "!")
    for match in _SPACE_BEFORE.finditer(text):
        glued = match["mark"] in ",;" and text[match.end() : match.end() + 1].isalpha()
        yield _all_of(match, match["mark"] + (" " if glued else ""))
    for match in _NO_SPACE_AFTER.finditer(text):
        yield _all_of(match, f"{match[0]} ")
    for match in _TWICE.finditer(text):
        yield _all_of(match, match[0][0])


def _all_of(match: regex.Match[str], written: str) -> tuple[Span, Span, str]:
    span = Span(*match.span())
    return span, span, written


def _unopened(reading: Reading) -> Iterator[tuple[Span, Span, str]]:
    """Give sentences without their first mark; only their first letter is touched, so other mends hold."""
    for match in _UNOPENED.finditer(reading.text):
        start, end = match.span("all")
        yield Span(start, end), Span(start, start + 1), _OPENING[match["mark"]] + reading.text[start]


class DoubledWord:
    """A word that stands twice by mistake; those that may are in a list."""

    id: ClassVar[CheckId] = CheckId.DOUBLED_WORD

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give doubled words."""
        words, fine = reading.words, context.lexicon.list("doubled-fine")
        for first, second in pairwise(words):
            if first.folded != second.folded or second.written[0].isupper() or first.folded in fine:
                continue
            if reading.text[first.end : second.start].strip(" \u00a0\n"):
                continue
            span = Span(first.start, second.end)
            remedy = Remedy(say("policy.write-so", words=first.written), span, first.written)
            yield Hit(span, say("policy.doubled-word", words=first.written), remedy)
