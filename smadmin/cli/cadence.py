"""`smadmin cadence`: how long each account has been quiet, by its policy. Plain data; nobody signs in."""

from datetime import datetime
from typing import Any

import click

from smadmin.cli.asking import Asked, pass_asked
from smadmin.domain.messages import say
from smadmin.services.cadence import AccountCadence

FOUND = 1


@click.command("cadence")
@click.option("--on", "on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="A day (2026-11-22).")
@pass_asked
def cadence_command(state: Asked, on: datetime | None) -> int:
    """Say each account's stage; status 1 if one is overdue, silent or abandoned."""
    with state.plain_room() as room:
        judged = room.cadence(None if on is None else on.date())
    for one in judged:
        _tell(state, one)
    state.tell(say("accounts.total", n=len(judged)))
    state.document({"accounts": [_document(one) for one in judged]})
    return FOUND if any(one.cadence.late for one in judged) else 0


def _tell(state: Asked, one: AccountCadence) -> None:
    cadence = one.cadence
    stage = say(f"cli.cadence-{cadence.stage.value}")
    if cadence.excused_until is not None:
        until = cadence.excused_until
        state.tell(say("cli.cadence-line-excused", account=one.account.label, until=until))
    elif cadence.due_on is None:
        state.tell(say("cli.cadence-line-resting", account=one.account.label, stage=stage))
    elif cadence.last_post is None:
        never = "cli.cadence-line-never-late" if cadence.late else "cli.cadence-line-never"
        state.tell(say(never, account=one.account.label, stage=stage, due=cadence.due_on))
    else:
        line = say(
            "cli.cadence-line-late" if cadence.late else "cli.cadence-line",
            account=one.account.label,
            stage=stage,
            last=cadence.last_post,
            due=cadence.due_on,
        )
        state.tell(line)


def _document(one: AccountCadence) -> dict[str, Any]:
    cadence = one.cadence
    return {
        "id": one.account.id,
        "name": one.account.name,
        "platform": one.account.platform.value,
        "stage": cadence.stage.value,
        "quiet_days": cadence.quiet_days,
        "due_on": None if cadence.due_on is None else cadence.due_on.isoformat(),
        "last_post": None if cadence.last_post is None else cadence.last_post.isoformat(),
        "excused_until": None if cadence.excused_until is None else cadence.excused_until.isoformat(),
    }
