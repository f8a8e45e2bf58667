"""`smadmin check` and `smadmin count`: a text read by a policy, and measured as a platform does.

The JSON is a contract: its keys, units and severities don't change with the language. Both need no store.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import click

from smadmin.domain.errors import BadInput
from smadmin.domain.messages import Message, say
from smadmin.domain.platforms import UNIT_NAMES, Count
from smadmin.domain.policy.checks import PostText
from smadmin.domain.policy.findings import Finding
from smadmin.domain.policy.packs import Pack
from smadmin.services.policy import Policy

Json = dict[str, Any]

FOUND_SOMETHING = 1
_LONGEST_TEXT_BYTES = 4_000_000

_text_file = click.argument("text_file", metavar="FILE|-", type=click.Path(path_type=Path, allow_dash=True))
_platform = click.option("--platform", required=True, metavar="P")
_as_json = click.option("--json", "as_json", is_flag=True)


@dataclass(frozen=True)
class PolicyDoors:
    """What these commands get from `app`.

    Args:
        open_policy: reads packs and platforms; asked once, when a command needs them.
        word: says a message in the person's language.
    """

    open_policy: Callable[[], Policy]
    word: Callable[[Message], str]


def policy_commands(doors: PolicyDoors) -> tuple[click.Command, ...]:
    """Make the commands `check` and `count`."""
    doors = PolicyDoors(cache(doors.open_policy), doors.word)
    return (_check_command(doors), _count_command(doors))


def _check_command(doors: PolicyDoors) -> click.Command:
    @click.command("check")
    @click.option("--policy", "policy_id", required=True, metavar="ID")
    @_platform
    @click.option("--account-name", default="", metavar="N")
    @click.option("--school", default="", metavar="N")
    @click.option("--roster", type=click.Path(path_type=Path, dir_okay=False), metavar="CSV")
    @_as_json
    @_text_file
    @click.pass_context
    def check(
        ctx: click.Context,
        policy_id: str,
        platform: str,
        account_name: str,
        school: str,
        roster: Path | None,
        text_file: Path,
        *,
        as_json: bool,
    ) -> None:
        """Read a text by a district's policy. Ends with status 1 when something was found."""
        policy = doors.open_policy()
        pack, length = policy.pack(policy_id), policy.count(text := _text(text_file), platform)
        accounts = (account_name,) if account_name else ()
        known = policy.context(school=school, accounts=accounts, roster=roster)
        findings = policy.check(PostText(text), policy=policy_id, context=known)
        if as_json:
            _echo_json(_check_json(doors, pack, length, findings))
        else:
            _tell(doors, pack, length, findings)
        if findings or not length.fits:
            ctx.exit(FOUND_SOMETHING)

    return check


def _count_command(doors: PolicyDoors) -> click.Command:
    @click.command("count")
    @_platform
    @_as_json
    @_text_file
    @click.pass_context
    def count(ctx: click.Context, platform: str, text_file: Path, *, as_json: bool) -> None:
        """Measure a text as a platform does. Ends with status 1 when it is too long."""
        length = doors.open_policy().count(_text(text_file), platform)
        if as_json:
            also = [_count_json(further) for further in length.also]
            _echo_json({"platform": platform, **_count_json(length), "also": also})
        else:
            _tell_length(doors, length)
        if not length.fits:
            ctx.exit(FOUND_SOMETHING)

    return count


def _text(text_file: Path) -> str:
    """Read the text exactly as given: line ends stay, so offsets hold; a byte order mark goes."""
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
        say("policy.unreadable-file", file=text_file.name), remedy=say("policy.unreadable-file-remedy")
    )


def _count_json(length: Count) -> Json:
    return {
        "count": length.count,
        "limit": length.limit,
        "unit": UNIT_NAMES[length.unit],
        "over": length.over,
    }


def _check_json(doors: PolicyDoors, pack: Pack, length: Count, findings: Sequence[Finding]) -> Json:
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
                "message": doors.word(finding.message),
                "remedy": doors.word(finding.remedy.label) if finding.remedy else None,
            }
            for finding in findings
        ],
    }


def _tell(doors: PolicyDoors, pack: Pack, length: Count, findings: Sequence[Finding]) -> None:
    _tell_length(doors, length)
    if not findings:
        click.echo(doors.word(say("policy.cli-nothing")))
        return
    for finding in findings:
        weight = doors.word(say(f"policy.severity-{finding.severity.value}"))
        click.echo(f"\n“{finding.text}”  ({weight})\n  {doors.word(finding.message)}")
        clause = pack.clauses[finding.citation]
        quoted = say("policy.cli-clause", citation=finding.citation, clause=clause.number, says=clause.says)
        click.echo(f"  {doors.word(quoted)}")
        if finding.remedy:
            remedy = doors.word(finding.remedy.label)
            click.echo(f"  {doors.word(say('policy.cli-remedy', remedy=remedy))}")
    click.echo()
    click.echo(doors.word(say("policy.cli-found", n=len(findings))))


def _tell_length(doors: PolicyDoors, length: Count) -> None:
    for one in (length, *length.also):
        unit = doors.word(say(f"platforms.unit-{one.unit.value}"))
        if one.limit is None:
            sentence = say("platforms.unlimited", count=one.count, unit=unit)
        elif one.over:
            sentence = say("platforms.over", count=one.count, limit=one.limit, over=one.over, unit=unit)
        else:
            sentence = say("platforms.fits", count=one.count, limit=one.limit, unit=unit)
        click.echo(doors.word(sentence))


def _echo_json(document: Json) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))
