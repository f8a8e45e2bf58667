"""A post read by all checks under one pack: the pack says which run, how hard they bite and which clause.

Fast enough for each keystroke: paragraphs are read once and remembered while the pack, the school and its
people stay the same; after a keystroke only the changed paragraph and the rules over the whole text run anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.register import PICTURE_RULES, TEXT_RULES, WHOLE_RULES
from smadmin.domain.policy.context import Context, Paragraph, PostPicture, PostText
from smadmin.domain.policy.findings import TEXT, Finding, Hit, Severity
from smadmin.domain.policy.packs import Duty, Pack, RuleSetting
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.roster import tokens_of

RULES = frozenset(TEXT_RULES) | frozenset(WHOLE_RULES) | frozenset(PICTURE_RULES)
"""Every rule id that a pack may name."""

_PARAGRAPH_END = regex.compile(r"\n[^\S\n]*+\n\s*+")
_SENTENCE_END = regex.compile(r"(?<=\p{L}{4})[.!?]\p{Zs}+(?=[\p{Lu}\u00bf\u00a1])")
"""Not after an initial or a title: "Lena M. Novak" is never cut."""
_OTHER_ENDS = tuple(
    regex.compile(end)
    for end in (r"\n|;\s", r"\p{Zs}(?=(?:and|the|with|for|que|para|con|los)\p{Zs})", r",\s", r"\s")
)
"""Where no sentence ends: between lines, before a word that no name goes on with, between words."""
_ENDLESS, _LEAST, _MOST, _LONGEST = 1_500, 200, 500, 2_500
"""A paragraph of more than the first is read in pieces: of sentences if they end, else of the last."""
_TELLING = 16
_REMEMBERED = 400
"""So many paragraphs are remembered: several posts, each with a wording per account."""


@dataclass(frozen=True)
class _Read:
    """A paragraph that was read: its hits, its own places."""

    reading: Reading
    hits: tuple[tuple[CheckId, Hit], ...]


class Proofreader:
    """Reads posts and remembers paragraphs; children's names with them, until it forgets."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._pack: Pack | None = None
        self._context: Context | None = None
        self._paragraphs: dict[tuple[str, str], _Read] = {}

    def forget(self) -> None:
        """Drop everything that was read."""
        self._pack = self._context = None
        self._paragraphs.clear()

    def check(self, post: PostText, *, pack: Pack, context: Context) -> tuple[Finding, ...]:
        """Read a post by a pack's rules.

        Returns:
            findings in the order of the text, then those of the alt texts and pictures.
        """
        context = _for_post(context, pack, post)
        if pack is not self._pack or context != self._context:
            self.forget()
            self._pack, self._context = pack, context
        context = self._context
        findings = list(self._text(post.text, pack, context))
        for picture in post.pictures:
            place = f"alt:{picture.id}"
            findings += [
                _finding(pack.rules[rule], hit, text=picture.alt_text, place=place)
                for rule, hit in _sorted(self._hits(picture.alt_text, "alt:", pack, context)[1])
            ]
            findings += _look(picture.named_in(post.text), pack)
        return tuple(findings)

    def _text(self, text: str, pack: Pack, context: Context) -> Iterator[Finding]:
        paragraphs, hits = self._hits(text, TEXT, pack, context)
        for name, rule in WHOLE_RULES.items():
            if name in pack.rules:
                hits += [(name, hit) for hit in rule.hits(paragraphs, context)]
        for name, hit in _sorted(hits):
            yield _finding(pack.rules[name], hit, text=text, place=TEXT)

    def _hits(
        self, text: str, place: str, pack: Pack, context: Context
    ) -> tuple[list[Paragraph], list[tuple[CheckId, Hit]]]:
        paragraphs, hits = [], []
        for start, written in _paragraphs(text):
            read = self._read(written, place, pack, context)
            paragraphs.append(Paragraph(start, read.reading))
            hits += [(rule, hit.shifted(start)) for rule, hit in read.hits]
        return paragraphs, hits

    def _read(self, written: str, place: str, pack: Pack, context: Context) -> _Read:
        known = self._paragraphs.pop((place, written), None)
        if known is None:
            reading = Reading(written, place)
            rules = [(name, rule) for name, rule in TEXT_RULES.items() if name in pack.rules]
            hits = tuple((name, hit) for name, rule in rules for hit in rule.hits(reading, context))
            known = _Read(reading, hits)
            if len(self._paragraphs) >= _REMEMBERED:
                self._paragraphs.pop(next(iter(self._paragraphs)))
        self._paragraphs[place, written] = known
        return known


def check(post: PostText, *, pack: Pack, context: Context) -> tuple[Finding, ...]:
    """Read one post once (`Proofreader.check`)."""
    return Proofreader().check(post, pack=pack, context=context)


def _for_post(context: Context, pack: Pack, post: PostText) -> Context:
    """Add whom the pack itself tells people to call or write to, and what the pictures show."""
    phones = tuple(phone for contact in pack.contacts for phone in contact.phones)
    return replace(
        context,
        phones=(*context.phones, *phones),
        domains=(*context.domains, *pack.mail_domains),
        elections=pack.elections,
        speakers=frozenset(tokens_of(name) for name in pack.speakers),
        group_photo=any(picture.group for picture in post.pictures),
    )


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text at empty lines: nothing that a rule of one paragraph looks for reaches over one."""
    start = 0
    for gap in _PARAGRAPH_END.finditer(text):
        yield from _pieces(text, start, gap.start())
        start = gap.end()
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Cut an endless paragraph, so that a keystroke in it reads only a part anew and no check takes long."""
    if end - start > _ENDLESS:
        while end - start > _MOST:
            cut = _cut(text, start + _LEAST, end)
            yield start, text[start:cut]
            start = cut
    yield start, text[start:end]


def _cut(text: str, since: int, end: int) -> int:
    """Choose the end of a sentence by its own letters: a change before it leaves the later cuts alone."""
    near, far = min(since + _MOST, end), min(since + _LONGEST, end)
    for pattern, until in ((_SENTENCE_END, near), (_SENTENCE_END, far), *((one, far) for one in _OTHER_ENDS)):
        cuts = [match.end() for match in pattern.finditer(text, since, until)]
        if cuts:
            return min(reversed(cuts), key=lambda cut: text[cut - _TELLING : cut])
    return far


def _sorted(hits: list[tuple[CheckId, Hit]]) -> list[tuple[CheckId, Hit]]:
    def place(one: tuple[CheckId, Hit]) -> tuple[int, int, CheckId]:
        return (one[1].span.start, one[1].span.end, one[0]) if one[1].span else (0, 0, one[0])

    return sorted(hits, key=place)


def _look(picture: PostPicture, pack: Pack) -> Iterator[Finding]:
    for name, rule in PICTURE_RULES.items():
        setting = pack.rules.get(name)
        if setting is None:
            continue
        if name is CheckId.ALT_TEXT and pack.alt_text is Duty.REQUIRED:
            setting = replace(setting, severity=Severity.BLOCK)
        for hit in rule.hits(picture):
            yield _finding(setting, hit, text="", place=f"picture:{picture.id}")


def _finding(setting: RuleSetting, hit: Hit, *, text: str, place: str) -> Finding:
    severity = setting.severity.capped(hit.at_most)
    return Finding(
        rule=setting.rule,
        citation=setting.demands[0],
        span=hit.span,
        text=text[hit.span.start : hit.span.end] if hit.span else "",
        message=hit.message,
        severity=severity,
        remedy=hit.remedy,
        place=place,
        judgement=severity is not Severity.BLOCK or setting.judgement,
    )
