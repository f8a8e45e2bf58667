"""`smadmin check` and `smadmin count`: a text read by a policy, and measured as a platform does.

The JSON is a contract: its keys, units and severities don't change with the language. Both need no store.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from smadmin.cli.asking import Asked, pass_asked
from smadmin.domain.accounts import Platform
from smadmin.domain.errors import BadInput
from smadmin.domain.facets import Facet, facets_in
from smadmin.domain.messages import say
from smadmin.domain.platforms import UNIT_NAMES, Count
from smadmin.domain.policy.context import PostText
from smadmin.domain.policy.findings import Finding
from smadmin.domain.policy.packs import Pack
from smadmin.services.policy import Policy

Json = dict[str, Any]

FOUND_SOMETHING = 1
_LONGEST_TEXT_BYTES = 4_000_000
_STANDARD_INPUT = "-"

_text_file = click.argument("text_file", metavar="FILE|-", type=click.Path(path_type=Path, allow_dash=True))
_platform = click.option("--platform", required=True, metavar="P", help="x, facebook, bluesky, …")


@click.command("check")
@click.option("--policy", "policy_id", required=True, metavar="ID", help="baltimore-city-md, socorro-tx, …")
@_platform
@click.option("--account-name", default="", metavar="N", help="The account's name, as readers see it.")
@click.option("--school", default="", metavar="N", help="The school's official name.")
@click.option("--roster", type=click.Path(path_type=Path, dir_okay=False), metavar="CSV", help="Students.")
@_text_file
@pass_asked
def check_command(
    state: Asked,
    *,
    policy_id: str,
    platform: str,
    account_name: str,
    school: str,
    roster: Path | None,
    text_file: Path,
) -> int:
    """Read a text by a district's policy. Ends with status 1 when something was found."""
    policy = Policy.shipped()
    pack, facts = policy.pack(policy_id), policy.facts(platform)
    context = policy.context(school=school, accounts=(account_name,) if account_name else (), roster=roster)
    text = _text(text_file)
    length = policy.count(text, facts.platform)
    found = policy.check(PostText(text), policy=pack.id, context=context)
    findings = policy.all_meant(found, text)
    state.document(_check_json(state, pack, length, findings))
    _tell(state, pack, length, findings)
    return FOUND_SOMETHING if findings or not length.fits else 0


@click.command("count")
@_platform
@_text_file
@pass_asked
def count_command(state: Asked, *, platform: str, text_file: Path) -> int:
    """Measure a text as a platform does. Ends with status 1 when it is too long."""
    policy = Policy.shipped()
    facts = policy.facts(platform)
    text = _text(text_file)
    length = policy.count(text, facts.platform)
    also = [_count_json(further) for further in length.also]
    facets = facets_in(text) if facts.platform is Platform.BLUESKY else ()
    live = {"facets": [_facet_json(one) for one in facets]} if facets else {}
    state.document({"platform": platform, **_count_json(length), "also": also, **live})
    _tell_length(state, length)
    for one in facets:
        state.tell(say(f"platforms.live-{one.kind.value}", start=one.start, end=one.end, value=one.value))
    return 0 if length.fits else FOUND_SOMETHING


def _text(text_file: Path) -> str:
    """Read the text exactly as given: line ends stay, so offsets hold; a byte order mark goes.

    A pipe under a name isn't read: nobody may ever write into it. What is piped in comes as `-`.
    """
    if str(text_file) != _STANDARD_INPUT and not text_file.is_file():
        raise _unreadable(text_file)
    try:
        with click.open_file(str(text_file), "rb") as file:
            untrusted: bytes = file.read(_LONGEST_TEXT_BYTES + 1)
        if len(untrusted) > _LONGEST_TEXT_BYTES:
            raise _unreadable(text_file)
        return untrusted.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(text_file) from error


def _unreadable(text_file: Path) -> BadInput:
    return BadInput(
        say("policy.unreadable-file", file=str(text_file)), remedy=say("policy.unreadable-file-remedy")
    )


def _count_json(length: Count) -> Json:
    return {
        "count": length.count,
        "limit": length.limit,
        "unit": UNIT_NAMES[length.unit],
        "over": length.over,
    }


def _facet_json(facet: Facet) -> Json:
    """Give what is live in a Bluesky post; `start` and `end` are places in the text's UTF-8."""
    return {"kind": facet.kind.value, "start": facet.start, "end": facet.end, "value": facet.value}


def _check_json(state: Asked, pack: Pack, length: Count, findings: Sequence[Finding]) -> Json:
    return {
        "policy": pack.id,
        "platform": length.platform.value,
        "length": {"count": length.count, "limit": length.limit, "unit": UNIT_NAMES[length.unit]},
        "findings": [
            {
                "rule": finding.rule,
                "citation": finding.citation,
                "clause": pack.clause_number(finding.citation),
                "severity": finding.severity.value,
                "start": finding.span.start if finding.span else None,
                "end": finding.span.end if finding.span else None,
                "text": finding.text,
                "message": state.word(finding.message),
                "remedy": state.word(finding.remedy.label) if finding.remedy else None,
            }
            for finding in findings
        ],
    }


def _tell(state: Asked, pack: Pack, length: Count, findings: Sequence[Finding]) -> None:
    _tell_length(state, length)
    for finding in findings:
        clause = pack.clauses[finding.citation]
        weight = say(f"policy.severity-{finding.severity.value}")
        state.tell(say("policy.cli-words", words=finding.text, weight=weight))
        state.tell(say("policy.cli-message", message=finding.message))
        state.tell(
            say(
                "policy.cli-clause",
                citation=finding.citation,
                clause=clause.number,
                says=clause.said(state.doors.catalogue.language),
            )
        )
        if finding.remedy:
            state.tell(say("policy.cli-remedy", remedy=finding.remedy.label))
    state.tell(say("policy.cli-found", n=len(findings)) if findings else say("policy.cli-nothing"))


def _tell_length(state: Asked, length: Count) -> None:
    for one in (length, *length.also):
        unit = say(f"platforms.unit-{one.unit.value}")
        if one.limit is None:
            state.tell(say("platforms.unlimited", count=one.count, unit=unit))
        elif one.over:
            state.tell(say("platforms.over", count=one.count, limit=one.limit, over=one.over, unit=unit))
        else:
            state.tell(say("platforms.fits", count=one.count, limit=one.limit, unit=unit))
