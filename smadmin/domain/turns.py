"""Whose turn it is to say yes to an account, and what may be entered that was said outside."""

from dataclasses import dataclass
from datetime import date

from smadmin.domain.errors import Reason
from smadmin.domain.ids import MediaId, PersonId
from smadmin.domain.lives import RIGHTS, Life
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Role

HOWS = ("e-mail", "letter", "paper")
"""How somebody may have said it outside."""


@dataclass(frozen=True)
class Given:
    """What was said outside of the program.

    Args:
        step: whose yes it is (`principal`, `communications`), or `RIGHTS` for being able to get in.
        said_by: their real name.
        how: one of `HOWS`.
        day: on which they said it.
    """

    step: str
    said_by: str
    how: str
    day: date


def step_name(step: frozenset[Role]) -> str:
    """Name a step for words: `principal`, `communications`, `either`."""
    if {Role.PRINCIPAL, Role.COMMUNICATIONS} <= step:
        return "either"
    return "principal" if Role.PRINCIPAL in step else "communications"


def who_says(step: frozenset[Role]) -> Message:
    """Say whose yes a step is."""
    return say(f"accounts.step-{step_name(step)}")


def turn_blockers(life: Life, roles: frozenset[Role], clause: str | None) -> tuple[Reason, ...]:
    """List why somebody with these roles can't say yes now (YEL-A1)."""
    if life.asked is None:
        return (Reason(say("accounts.nothing-asked"), clause),)
    if life.declined is not None:
        return (Reason(say("accounts.sent-back"), clause),)
    if life.approved:
        return (Reason(say("accounts.approved-already"), clause),)
    if not roles & life.next_step:
        return (Reason(say("accounts.not-your-turn", who=who_says(life.next_step)), clause),)
    return ()


def given_blockers(
    life: Life,
    given: Given,
    *,
    by: PersonId | None,
    today: date,
    clause: str | None,
    scan: MediaId | None,
) -> tuple[Reason, ...]:
    """List why something said outside can't be entered: by who asked, out of turn, a yes without its scan."""
    reasons = []
    if life.asked is None:
        reasons.append(Reason(say("accounts.nothing-asked"), clause))
    elif by == life.asked.by:
        reasons.append(Reason(say("accounts.entered-by-other"), clause))
    elif given.step != RIGHTS:
        roles = frozenset({Role(given.step)}) if given.step in set(Role) else frozenset[Role]()
        reasons += turn_blockers(life, roles, clause)
    if len(given.said_by.split()) <= 1:
        reasons.append(Reason(say("accounts.said-by-missing"), "YEL-M1", "said_by"))
    if given.how not in HOWS:
        reasons.append(Reason(say("accounts.how-missing"), None, "how"))
    if given.day > today:
        reasons.append(Reason(say("accounts.day-ahead"), None, "day"))
    if given.step != RIGHTS and scan is None:
        reasons.append(Reason(say("accounts.scan-missing"), clause, "scan"))
    return tuple(reasons)
