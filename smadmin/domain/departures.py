"""Departures: somebody leaves the school, or a computer is lost, and nothing of the school's goes along.

One act lists every line that has to be dealt with; each is changed, revoked, handed over, or waived with a
reason, and each receipt is a signed row. A departure is nothing but those rows: there is no status beside
them. Lines are as of the beginning, in the order in which they are done (BAL-B1b3).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, SeatId
from smadmin.domain.messages import say
from smadmin.domain.people import LEADING, Role
from smadmin.domain.typed import says_something

BEGINNERS = LEADING | {Role.ADMINISTRATOR}
"""Who begins a departure and settles its lines: nobody has to wait for a principal to stop the queue."""


class LineKind(StrEnum):
    """What a line is about, in the order in which lines are done."""

    QUEUE = "queue"
    LOG_IN = "log-in"
    RIGHTS = "rights"
    ROLES = "roles"
    PASSWORD = "password"  # noqa: S105  the line's name
    SESSIONS = "sessions"
    PROFILES = "profiles"
    COPIES = "copies"
    WORK = "work"


class How(StrEnum):
    """How a line was settled."""

    HELD = "held"
    CHANGED = "changed"
    REVOKED = "revoked"
    HANDED_OVER = "handed-over"
    NOT_THEIRS = "not-theirs"
    WAIVED = "waived"


SETTLED_BY: Mapping[LineKind, How] = {
    LineKind.QUEUE: How.HELD,
    LineKind.LOG_IN: How.CHANGED,
    LineKind.RIGHTS: How.REVOKED,
    LineKind.ROLES: How.REVOKED,
    LineKind.PASSWORD: How.CHANGED,
    LineKind.SESSIONS: How.REVOKED,
    LineKind.PROFILES: How.REVOKED,
    LineKind.COPIES: How.CHANGED,
    LineKind.WORK: How.HANDED_OVER,
}
"""What is said of a line that was done; waiving always needs a reason."""

DONE_AT_ONCE = frozenset({LineKind.QUEUE, LineKind.WORK})
"""Lines that the very deed settles that begins a departure."""

LEADERS_ONLY = frozenset({LineKind.RIGHTS})
"""Lines that only who ends rights settles. Left with a reason, it says that they stay after all."""


@dataclass(frozen=True)
class Line:
    """Something to be dealt with.

    Args:
        account: which account it is about, where it is about one.
        count: how many things it is about (posts, profiles, copies, drafts), where it is about several.
    """

    kind: LineKind
    account: AccountId | None = None
    count: int = 0

    @property
    def key(self) -> str:
        """Its name within the departure."""
        return self.kind.value if self.account is None else f"{self.kind.value}:{self.account}"

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {"kind": self.kind.value, "account": self.account, "count": self.count}

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "Line":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: it is something else.
        """
        account = value["account"]
        return cls(
            LineKind(str(value["kind"])),
            None if account is None else AccountId(str(account)),
            int(value["count"]),
        )


@dataclass(frozen=True)
class Leaving:
    """Who or what goes: a person, or a computer.

    Args:
        person: who leaves; None where a computer is lost.
        seat: the computer; None where a person leaves.
        successor: who goes on with the drafts, and with accounts that nobody else administers.
    """

    person: PersonId | None = None
    seat: SeatId | None = None
    successor: PersonId | None = None

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {"person": self.person, "seat": self.seat, "successor": self.successor}

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "Leaving":
        """Read what `to_plain` gave."""
        person, seat, successor = value["person"], value["seat"], value["successor"]
        return cls(
            None if person is None else PersonId(str(person)),
            None if seat is None else SeatId(str(seat)),
            None if successor is None else PersonId(str(successor)),
        )


@dataclass(frozen=True)
class Receipt:
    """That a line was settled: how, by whom, when (UTC), and why where it was waived."""

    how: How
    by: PersonId
    at: datetime
    reason: str = ""


@dataclass(frozen=True)
class Departure:
    """A departure as the record proves it.

    Args:
        id: the departure's own.
        leaving: who or what goes.
        lines: in the order in which they are done.
        receipts: of the settled lines, by their keys.
        ended_by, ended_at: whose signature ended it, and when; None while it is open.
        seq: the row that began it.
    """

    id: str
    leaving: Leaving
    begun_by: PersonId
    begun_at: datetime
    lines: tuple[Line, ...]
    receipts: Mapping[str, Receipt] = field(default_factory=dict)
    ended_by: PersonId | None = None
    ended_at: datetime | None = None
    seq: int = 0

    @property
    def open(self) -> bool:
        """Tell whether it isn't ended."""
        return self.ended_at is None

    @property
    def left(self) -> tuple[Line, ...]:
        """Give the lines that nobody settled yet, the next first."""
        return tuple(line for line in self.lines if line.key not in self.receipts)

    def line(self, key: str) -> Line | None:
        """Give a line by its key."""
        return next((line for line in self.lines if line.key == key), None)

    def minutes(self, now: datetime) -> int:
        """Give the whole minutes since it began; once all is settled, up to the last receipt."""
        last = max((one.at for one in self.receipts.values()), default=now)
        until = now if self.left else last
        return max(0, int((until - self.begun_at).total_seconds()) // 60)

    def settled(self, key: str, receipt: Receipt) -> "Departure":
        """Give it with one more receipt; the first one of a line counts."""
        return self if key in self.receipts else replace(self, receipts={**self.receipts, key: receipt})


def begin_blockers(
    leaving: Leaving, *, by: PersonId | None, roles: frozenset[Role], here: bool, open_already: bool
) -> tuple[Reason, ...]:
    """List why somebody may not begin a departure.

    Args:
        leaving: who or what goes.
        by: who would begin it.
        roles: what they are today.
        here: whether the one who leaves is still let in, and a lost computer isn't the one in use.
        open_already: whether one is under way for the same.
    """
    if not roles & BEGINNERS:
        return (Reason(say("departures.not-for-you")),)
    if leaving.person is None and leaving.seat is None:
        return (Reason(say("departures.choose-who"), None, "who"),)
    if open_already:
        return (Reason(say("departures.under-way"), None, "who"),)
    if leaving.person is not None and leaving.person == by:
        return (Reason(say("departures.not-oneself"), None, "who"),)
    if not here:
        return (Reason(say("departures.not-here"), None, "who"),)
    if leaving.person is not None and leaving.successor in (None, leaving.person):
        return (Reason(say("departures.choose-successor"), None, "successor"),)
    return ()


def settle_blockers(
    departure: Departure,
    line: Line | None,
    how: How,
    *,
    by: PersonId | None,
    roles: frozenset[Role],
    reason: str,
) -> tuple[Reason, ...]:
    """List why somebody may not settle a line this way."""
    if not roles & BEGINNERS or by is None or by == departure.leaving.person:
        return (Reason(say("departures.not-for-you")),)
    if line is None or not departure.open or line.key in departure.receipts:
        return (Reason(say("departures.settled-already")),)
    if line.kind in LEADERS_ONLY and not roles & LEADING:
        return (Reason(say("departures.leaders-only")),)
    if how is How.WAIVED:
        return () if says_something(reason) else (Reason(say("departures.reason-missing"), None, "reason"),)
    if how is How.NOT_THEIRS:
        return () if line.kind is LineKind.LOG_IN else (Reason(say("departures.settled-already")),)
    if line.kind is LineKind.PASSWORD:
        return (Reason(say("departures.keep-first"), "BAL-B1b3"),)
    return ()


def end_blockers(
    departure: Departure, *, by: PersonId | None, roles: frozenset[Role], principals: frozenset[PersonId]
) -> tuple[Reason, ...]:
    """List why somebody may not sign the end: the principal does, once every line is settled (BAL-B1b3).

    Args:
        departure: as the record proves it.
        by: who would sign.
        roles: what they are today.
        principals: who is principal today; where nobody but who leaves is, the rest of the office signs.
    """
    reasons = []
    others = principals - {departure.leaving.person}
    signers = frozenset({Role.PRINCIPAL}) if others else LEADING
    if by is None or by == departure.leaving.person or not roles & signers:
        reasons.append(Reason(say("departures.principal-signs"), "BAL-B1b3"))
    if not departure.open:
        reasons.append(Reason(say("departures.ended-already")))
    elif departure.left:
        reasons.append(Reason(say("departures.lines-left", n=len(departure.left)), "BAL-B1b3"))
    return tuple(reasons)
