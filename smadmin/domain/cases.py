"""Something went wrong: a card was opened, people were told, and it was closed (BAL-E1 to BAL-E3, BAL-F2).

A case has no words of its own: what happened is said to those who are told. It can't be closed before anybody
was told, and suspected abuse not before somebody was told who acts on it (WIC-G5, K.S.A. 38-2223).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, NewType

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.escalations import REPORTED_TO, Telling, Told, Trouble, Whom
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say

CaseId = NewType("CaseId", str)
CASE_PART = "case"
_BEFORE = timedelta(days=7)
"""So long before its card was opened somebody may have been told; what is older was another matter."""

_OWED: Mapping[Trouble, tuple[frozenset[Whom], str, str | None]] = {
    Trouble.ABUSE: (REPORTED_TO, "cases.not-reported", "WIC-G5"),
    Trouble.CHILD_OUT: (frozenset({Whom.PRINCIPAL}), "cases.principal-first", None),
    Trouble.PRIVATE_OUT: (frozenset({Whom.PRINCIPAL}), "cases.principal-first", "BLO-IV-D2"),
    Trouble.THREAT: (
        frozenset({Whom.PRINCIPAL, Whom.POLICE, Whom.EMERGENCY}),
        "cases.threat-first",
        "BAL-E1",
    ),
}
"""One of whom must be told before a case is closed, and what says so; of others anybody."""


class About(StrEnum):
    """What a case is about."""

    POST = "post"  # of the school's, that is out
    COMMENT = "comment"  # on the comment desk
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True)
class Opening:
    """What is signed when a card is opened.

    Args:
        subject: the id of the post or the comment; empty elsewhere.
    """

    trouble: Trouble
    about: About = About.ELSEWHERE
    subject: str = ""

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {"card": self.trouble.value, "about": self.about.value, "subject": self.subject}

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "Opening":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: signed, and yet no opening.
        """
        return cls(Trouble(value["card"]), About(value["about"]), str(value["subject"]))


@dataclass(frozen=True)
class Case:
    """A case as the record has it.

    Args:
        by: who opened it; `at` is when it was found, UTC: from then on the clock goes.
        closed_at: when it was closed, UTC; None while it is open.
    """

    id: CaseId
    opening: Opening
    by: PersonId | None
    at: datetime
    told: tuple[Told, ...] = ()
    closed_at: datetime | None = None

    @property
    def trouble(self) -> Trouble:
        """What went wrong."""
        return self.opening.trouble

    @property
    def open(self) -> bool:
        """Tell whether it isn't closed yet."""
        return self.closed_at is None


def told_blockers(telling: Telling, found: datetime) -> tuple[Reason, ...]:
    """List why a telling isn't about a case; `found`: its opening, the school's own time without a zone."""
    if telling.at < found - _BEFORE:
        return (Reason(say("cases.told-long-before"), "BAL-E2", "day"),)
    return ()


def close_blockers(case: Case, *, still_out: int = 0, waits: int = 0) -> tuple[Reason, ...]:
    """List why a case can't be closed.

    Args:
        case: which.
        still_out: on how many accounts a post is still seen that has to go.
        waits: on how many further ones it may still go out.
    """
    if not case.open:
        return (Reason(say("cases.closed-already")),)
    whom = {one.telling.whom for one in case.told}
    owed, message, clause = _OWED.get(case.trouble, (frozenset(Whom), "cases.nobody-told", "BAL-E2"))
    reasons = [] if owed & whom else [Reason(say(message), clause, "whom")]
    if still_out:
        reasons.append(Reason(say("cases.still-out", n=still_out)))
    if waits:
        reasons.append(Reason(say("cases.still-waits", n=waits)))
    return tuple(reasons)
