"""Something went wrong: a card was opened, people were told, and it was closed (BAL-E1 to BAL-E3, BAL-F2).

A case has no words of its own: what happened is said to those who are told. It can't be closed before anybody
was told, and suspected abuse not before somebody was told who acts on it (WIC-G5, K.S.A. 38-2223).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, NewType

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.escalations import REPORTED_TO, Telling, Told, Trouble, Whom
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, Role

CaseId = NewType("CaseId", str)
CASE_PART = "case"
MISTAKE_PART = "mistake"
LONGEST_MISTAKE = 200
MISTAKE_WITHIN = timedelta(days=1)
"""So long after its opening a card can be closed as one opened by mistake; later somebody is told."""
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
        mistake: why it was opened by mistake; empty where it wasn't, or isn't closed as that.
    """

    id: CaseId
    opening: Opening
    by: PersonId | None
    at: datetime
    told: tuple[Told, ...] = ()
    closed_at: datetime | None = None
    mistake: str = ""

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
    return (*_owed(case), *_seen(still_out, waits))


def mistake_blockers(
    case: Case,
    by: PersonId | None,
    roles: Collection[Role],
    at: datetime,
    *,
    still_out: int = 0,
    waits: int = 0,
) -> tuple[Reason, ...]:
    """List why somebody can't close a case as one that was opened by mistake.

    Suspected abuse is never one: who doubts it reports all the same (WIC-G5, K.S.A. 38-2223).

    Args:
        case: which.
        by: who closes it: whoever opened it, or the office.
        roles: what they hold in the whole school.
        at: when, UTC.
        still_out: as in `close_blockers`.
        waits: as there.
    """
    if not case.open:
        return (Reason(say("cases.closed-already")),)
    reasons = [Reason(say("cases.mistake-abuse"), "WIC-G5")] if case.trouble is Trouble.ABUSE else []
    if not (by is not None and by == case.by) and OFFICE.isdisjoint(roles):
        reasons.append(Reason(say("cases.mistake-whose")))
    if at > case.at + MISTAKE_WITHIN:
        reasons.append(Reason(say("cases.mistake-late")))
    return (*reasons, *_seen(still_out, waits))


def mistake_said(text: str) -> str:
    """Give why a card was opened by mistake, as it is signed.

    Raises:
        NotAllowed: nothing is said, or too much.
    """
    said = " ".join(text.split())
    if not 0 < len(said) <= LONGEST_MISTAKE:
        raise NotAllowed((Reason(say("cases.mistake-why", most=LONGEST_MISTAKE), place="mistake"),))
    return said


def _owed(case: Case) -> tuple[Reason, ...]:
    whom = {one.telling.whom for one in case.told}
    owed, message, clause = _OWED.get(case.trouble, (frozenset(Whom), "cases.nobody-told", "BAL-E2"))
    return () if owed & whom else (Reason(say(message), clause, "whom"),)


def _seen(still_out: int, waits: int) -> tuple[Reason, ...]:
    reasons = []
    if still_out:
        reasons.append(Reason(say("cases.still-out", n=still_out)))
    if waits:
        reasons.append(Reason(say("cases.still-waits", n=waits)))
    return tuple(reasons)
