"""All rules over one post, under one pack: the pack says which run, how hard they bite and which clause.

Pure and fast enough for each keystroke; `Context` is prepared once and handed in again and again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from smadmin.domain.policy.checks.capitals import AllCaps
from smadmin.domain.policy.checks.identifiers import EmailAddress, IdNumber, PhoneNumber
from smadmin.domain.policy.checks.media import AltText, RightOfUse
from smadmin.domain.policy.checks.names import FirstNamesOnly, OptedOutName
from smadmin.domain.policy.checks.politics import Political
from smadmin.domain.policy.checks.promotion import Promotion, ReligiousPromotion
from smadmin.domain.policy.context import Context, PictureRule, PostPicture, TextRule
from smadmin.domain.policy.findings import Finding, Hit, Severity, Span
from smadmin.domain.policy.packs import Duty, Pack, RuleSetting
from smadmin.domain.policy.reading import Reading

TEXT_RULES: Mapping[str, TextRule] = {
    rule.id: rule
    for rule in (
        FirstNamesOnly(), OptedOutName(), PhoneNumber(), EmailAddress(), IdNumber(), AllCaps(), Promotion(),
        Political(), ReligiousPromotion(),
    )
}  # fmt: skip
PICTURE_RULES: Mapping[str, PictureRule] = {rule.id: rule for rule in (AltText(), RightOfUse())}
RULES = frozenset(TEXT_RULES) | frozenset(PICTURE_RULES)
"""Every rule id that a pack may name."""


@dataclass(frozen=True)
class PostText:
    """What is read: the words for one account, and the pictures that go with them."""

    text: str
    pictures: tuple[PostPicture, ...] = ()


def check(post: PostText, *, pack: Pack, context: Context) -> tuple[Finding, ...]:
    """Read a post by a pack's rules.

    Returns:
        findings in the order of the text, then those of the alt texts and pictures.
    """
    context = _with_district(context, pack)
    findings = list(_read(Reading(post.text), pack, context))
    for picture in post.pictures:
        findings += _read(Reading(picture.alt_text, f"alt:{picture.id}"), pack, context)
        findings += _look(picture, pack)
    return tuple(findings)


def _with_district(context: Context, pack: Pack) -> Context:
    """Add whom the pack itself tells people to call or write to."""
    phones = tuple(phone for contact in pack.contacts for phone in contact.phones)
    return replace(context, phones=(*context.phones, *phones), domains=(*context.domains, *pack.mail_domains))


def _read(reading: Reading, pack: Pack, context: Context) -> list[Finding]:
    found = [
        _finding(setting, hit, text=reading.text, place=reading.place, severity=setting.severity)
        for setting in pack.rules.values()
        if setting.rule in TEXT_RULES
        for hit in TEXT_RULES[setting.rule].hits(reading, context)
    ]
    return sorted(found, key=lambda finding: (finding.span or Span(0, 0), finding.rule))


def _look(picture: PostPicture, pack: Pack) -> Iterator[Finding]:
    for setting in pack.rules.values():
        if setting.rule in PICTURE_RULES:
            for hit in PICTURE_RULES[setting.rule].hits(picture):
                severity = setting.severity
                if setting.rule == AltText.id and pack.alt_text is Duty.REQUIRED:
                    severity = Severity.BLOCK
                yield _finding(setting, hit, text="", place=f"picture:{picture.id}", severity=severity)


def _finding(setting: RuleSetting, hit: Hit, *, text: str, place: str, severity: Severity) -> Finding:
    if hit.doubtful and severity is Severity.BLOCK:
        severity = Severity.WARN
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
