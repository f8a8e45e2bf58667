"""The findings beside the text: which are shown, how they are worded, what one click mends. Pure, no Qt.

While typing only *block* and *warn* are shown; hints wait for *Read it back*, at most three of them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from smadmin.domain.ids import AccountId, PhotoId
from smadmin.domain.messages import Message, say
from smadmin.domain.policy.check_ids import CHILD_PROTECTION
from smadmin.domain.policy.findings import TEXT, Finding, Severity
from smadmin.domain.policy.packs import Clause, Pack
from smadmin.domain.posts import Content, overridden
from smadmin.ui.composer.sheet import Voice, says_something, voice_of, words_of
from smadmin.ui.theme import State

Meant = Callable[[Finding, str], Finding]
MOST_HINTS = 3
MOST_LINES = 24
"""So many findings stand beside the text; further ones are counted."""

_STATES = {Severity.BLOCK: State.STOP, Severity.WARN: State.DOUBT, Severity.HINT: State.NOTE}


@dataclass(frozen=True)
class FindingLine:
    """One finding beside the text.

    Args:
        voice: in whose words it stands.
        clause: the clause that asks it, or None.
        source: district and the clause's number.
        photo: the photo that it is about, with its `number` in the post, or None.
        may_stand: whether a person may let it stand, with a reason.
    """

    finding: Finding
    voice: Voice
    state: State
    clause: Clause | None
    source: str
    photo: PhotoId | None = None
    number: int = 0
    may_stand: bool = False

    @property
    def mends_text(self) -> bool:
        """Whether its remedy replaces words of the post's text."""
        remedy = self.finding.remedy
        return remedy is not None and remedy.span is not None and self.finding.place == TEXT

    @property
    def mends_unasked(self) -> bool:
        """Whether *Mend all* may do its remedy: nothing in it is for a person to judge."""
        remedy = self.finding.remedy
        return self.mends_text and remedy is not None and not remedy.judged

    @property
    def whole(self) -> Message:
        """What it says, with the photo it is about."""
        if self.photo is None:
            return self.finding.message
        return say("compose.about-photo", number=self.number, says=self.finding.message)


def lines_of(
    findings: Mapping[AccountId, tuple[Finding, ...]],
    content: Content,
    pack: Pack,
    *,
    severities: Iterable[Severity] = (Severity.BLOCK, Severity.WARN),
) -> tuple[FindingLine, ...]:
    """Arrange the findings of all accounts, each once, in the order of the text.

    Args:
        findings: per account.
        content: what they are about.
        pack: whose clauses are cited.
        severities: which are shown.
    """
    shown, wanted = dict[tuple[Finding, Voice], FindingLine](), frozenset(severities)
    for account, found in findings.items():
        for finding in found:
            if finding.severity not in wanted or overridden(finding, content.overrides):
                continue
            voice = voice_of(content, account) if finding.place == TEXT else None
            shown.setdefault((finding, voice), _line(finding, voice, content, pack))
    return tuple(shown.values())


@dataclass(frozen=True)
class Hints:
    """What waits for *Read it back*.

    Args:
        shown: the few that are shown.
        number: how many there are.
        mendable: all that *Mend all* mends, shown or not.
    """

    shown: tuple[FindingLine, ...] = ()
    number: int = 0
    mendable: tuple[FindingLine, ...] = ()


def hints_of(
    findings: Mapping[AccountId, tuple[Finding, ...]], content: Content, pack: Pack, *, meant: Meant
) -> Hints:
    """Give the hints that wait for *Read it back*: what protects children first.

    Args:
        findings: per account.
        content: what they are about.
        pack: whose clauses are cited.
        meant: gives a finding the mend that only a dictionary knows; asked for the few that are shown.
    """
    found = lines_of(findings, content, pack, severities=(Severity.HINT,))
    hints = sorted(found, key=lambda line: line.finding.rule not in CHILD_PROTECTION)
    shown = tuple(
        replace(line, finding=meant(line.finding, words_of(content, line.voice)))
        for line in hints[:MOST_HINTS]
    )
    return Hints(shown, len(hints), tuple(line for line in hints if line.mends_unasked))


def mended(text: str, lines: Iterable[FindingLine]) -> str:
    """Give a text with the remedies of several findings done, the last one first so that places hold."""
    findings = [line.finding for line in lines if line.mends_text]
    spans = sorted(findings, key=lambda one: one.span.start if one.span else 0, reverse=True)
    begins = len(text) + 1
    for finding in spans:
        remedy = finding.remedy
        if remedy is not None and remedy.span is not None and remedy.span.end <= begins:
            text = remedy.mended(text)
            begins = remedy.span.start
    return text


def _source(finding: Finding, pack: Pack) -> str:
    """Name the clause; what is law isn't the district's document."""
    clause = pack.clauses.get(finding.citation)
    number = "" if clause is None else clause.number
    return number if finding.citation.startswith("LAW-") else f"{pack.name} {number}".strip()


def _line(finding: Finding, voice: Voice, content: Content, pack: Pack) -> FindingLine:
    clause = pack.clauses.get(finding.citation)
    kind, _, about = finding.place.partition(":")
    photo = PhotoId(about) if kind in {"alt", "picture"} else None
    numbers = {picture.photo: number for number, picture in enumerate(content.pictures, 1)}
    return FindingLine(
        finding=finding,
        voice=voice,
        state=_STATES[finding.severity],
        clause=clause,
        source=_source(finding, pack),
        photo=photo,
        number=0 if photo is None else numbers.get(photo, 0),
        may_stand=finding.judgement,
    )


def none_said(content: Content, *, stopped: bool = False) -> Message:
    """Say why nothing stands there: nothing was found, or nothing was read, which isn't the same.

    Where something else stops it (`stopped`), only the words are said to be fine.
    """
    if not says_something(content):
        return say("compose.none-yet")
    if stopped and content.accounts:
        return say("compose.none-in-words")
    return say("compose.none-found" if content.accounts else "compose.none-read")
