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
from smadmin.domain.ids import AccountId, PersonId, SeatId
from smadmin.domain.people import LEADING, Role

BEGINNERS = LEADING | {Role.ADMINISTRATOR}
"""Who begins a departure and settles its lines: nobody has to wait for a principal to stop the queue."""


class LineKind(StrEnum):
    """What a line is about, in the order in which lines are done."""

    QUEUE = "queue"
    RIGHTS = "rights"
    LOG_IN = "log-in"
    ROLES = "roles"
    PASSWORD = "password"  # noqa: S105  the line's name
    TOKENS = "tokens"
    SESSIONS = "sessions"
    PROFILES = "profiles"
    COPIES = "copies"
    WORK = "work"
    WATCHING = "watching"
    ACCOUNTS = "accounts"
    NOBODY = "nobody"


class How(StrEnum):
    """How a line was settled."""

    HELD = "held"
    CHANGED = "changed"
    REVOKED = "revoked"
    REMOVED_THERE = "removed-there"
    HANDED_OVER = "handed-over"
    NOT_THEIRS = "not-theirs"
    ELSEWHERE = "elsewhere"
    WAIVED = "waived"


SETTLED_BY: Mapping[LineKind, How] = {
    LineKind.QUEUE: How.HELD,
    LineKind.LOG_IN: How.CHANGED,
    LineKind.RIGHTS: How.REVOKED,
    LineKind.ROLES: How.REVOKED,
    LineKind.PASSWORD: How.CHANGED,
    LineKind.TOKENS: How.CHANGED,
    LineKind.SESSIONS: How.REVOKED,
    LineKind.PROFILES: How.REVOKED,
    LineKind.COPIES: How.CHANGED,
    LineKind.WORK: How.HANDED_OVER,
    LineKind.WATCHING: How.HANDED_OVER,
    LineKind.ACCOUNTS: How.HANDED_OVER,
    LineKind.NOBODY: How.HANDED_OVER,
}
"""What is said of a line that was done; waiving always needs a reason."""

DONE_AT_ONCE = frozenset({LineKind.QUEUE, LineKind.WORK, LineKind.WATCHING})
"""Lines that the very deed settles that begins a departure."""

WITH_RIGHTS = frozenset({LineKind.ACCOUNTS})
"""Lines that the deed settles that ends rights: only who ends them may hand every account over."""

ON_A_PAGE = frozenset({LineKind.LOG_IN, LineKind.ROLES, LineKind.TOKENS, LineKind.SESSIONS})
"""Lines done on the platform's page: it was opened, or somebody says in a sentence where it was done."""

BY_WORD = ON_A_PAGE | {LineKind.PROFILES}
"""Lines that somebody else did where nobody here sees it: a sentence says who, and where."""

WORDED = frozenset({How.WAIVED, How.ELSEWHERE})
"""What is said of a line only with a sentence."""

LEADERS_ONLY = frozenset({LineKind.RIGHTS})
"""Lines that only who ends rights settles. Left with a reason, it says that they stay after all."""


@dataclass(frozen=True)
class Line:
    """Something to be dealt with.

    Args:
        account: which account it is about, where it is about one.
        count: how many things it is about (posts, profiles, copies, sites), where it is about several.
        seat: the computer login in whose data folder it lies, where that counts.
    """

    kind: LineKind
    account: AccountId | None = None
    count: int = 0
    seat: SeatId | None = None

    @property
    def key(self) -> str:
        """Its name within the departure."""
        of = self.account or self.seat
        return self.kind.value if of is None else f"{self.kind.value}:{of}"

    def lies_at(self, seat: SeatId | None) -> bool:
        """Tell whether it is dealt with at a computer login; what names none was counted where it began."""
        return self.seat is None or self.seat == seat

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        told: dict[str, Plain] = {"kind": self.kind.value, "account": self.account, "count": self.count}
        return told if self.seat is None else {**told, "seat": self.seat}

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "Line":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: it is something else.
        """
        account, seat = value["account"], value.get("seat")
        return cls(
            LineKind(str(value["kind"])),
            None if account is None else AccountId(str(account)),
            int(value["count"]),
            None if seat is None else SeatId(str(seat)),
        )


@dataclass(frozen=True)
class Leaving:
    """Who or what goes: a person, or a computer.

    Args:
        person: who leaves; None where a computer is lost.
        seat: the computer; None where a person leaves.
        successor: who goes on with the drafts, the sites that are watched, and the accounts.
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
    """That a line was settled: how, by whom (None: a computer's own program), when (UTC), and why."""

    how: How
    by: PersonId | None
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
        by_office: whether principal, deputy or communications began it.
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
    by_office: bool = False

    @property
    def open(self) -> bool:
        """Tell whether it isn't ended."""
        return self.ended_at is None

    @property
    def going(self) -> bool:
        """Tell whether who leaves is on the way out, and nobody said that they stay after all."""
        rights = self.receipts.get(LineKind.RIGHTS.value)
        return self.open and (rights is None or rights.how is not How.WAIVED)

    def bars(self, leaving: Leaving, roles: frozenset[Role]) -> bool:
        """Tell whether it keeps somebody with these roles from beginning one for the same person or computer.

        The office begins over what was begun below it, until rights end there: that may have been planted, to
        hold up a true departure or leave out half of its lines.
        """
        same = (self.leaving.person, self.leaving.seat) == (leaving.person, leaving.seat)
        confirmed = self.by_office or LineKind.RIGHTS.value in self.receipts
        return same and self.going and (confirmed or not roles & LEADING)

    @property
    def left(self) -> tuple[Line, ...]:
        """Give the lines that nobody settled yet, the next first."""
        return tuple(line for line in self.lines if line.key not in self.receipts)

    def line(self, key: str) -> Line | None:
        """Give a line by its key."""
        kind, _, of = key.partition(":")  # a school's departure may have a thousand lines
        return next(
            (one for one in self.lines if one.kind == kind and (one.account or one.seat or "") == of), None
        )

    def minutes(self, now: datetime) -> int:
        """Give the whole minutes since it began; once all is settled, up to the last receipt."""
        last = max((one.at for one in self.receipts.values()), default=now)
        until = now if self.left else last
        return max(0, int((until - self.begun_at).total_seconds()) // 60)

    def settled(self, key: str, receipt: Receipt) -> "Departure":
        """Give it with one more receipt; the first one of a line counts."""
        return self if key in self.receipts else replace(self, receipts={**self.receipts, key: receipt})
