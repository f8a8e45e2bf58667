"""Rounds: somebody looks at what visitors wrote on an account, and at its private messages.

Whether comments are on, and who looks when, is decided per account; comments off is a decision like any
other (BAL-B1f1). A round counts weekdays, for nobody is at school between them. It is held to its days as
posts are (`domain/cadence.py`): due, overdue, silent, abandoned.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from smadmin.domain.accounts import Account
from smadmin.domain.cadence import Cadence, Pace, Promise, cadence
from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.messages import say
from smadmin.domain.platforms import Place
from smadmin.domain.policy.commenting import CommentRules
from smadmin.domain.school_days import DAY, SchoolDays, days_of
from smadmin.domain.typed import tidy

DECISION_PART, ROUND_PART = "decision", "round"
NOTE_MOST = 500
_SATURDAY = 5
_FARTHEST = timedelta(days=90)
UNDER_WAY = timedelta(days=1)
"""So long a round that nobody finished counts as under way."""


class Spot(StrEnum):
    """Where visitors write. Signed for ever by name: never rename one."""

    COMMENTS = "comments"
    MENTIONS = "mentions"
    MESSAGES = "messages"  # private ones


@dataclass(frozen=True)
class Decision:
    """Whether an account's comments are on, and who looks when.

    Args:
        comments: on or off.
        monitor: who looks; None where they are off, or where nobody does.
        every_days: so many weekdays are between two rounds; None for the policy's number.
    """

    comments: bool
    monitor: PersonId | None = None
    every_days: int | None = None

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {"comments": self.comments, "monitor": self.monitor, "every_days": self.every_days}

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "Decision":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: signed, and yet no decision.
        """
        monitor, days = value["monitor"], value["every_days"]
        return cls(
            comments=bool(value["comments"]),
            monitor=None if monitor is None else PersonId(str(monitor)),
            every_days=None if days is None else int(days),
        )

    def days(self, rules: CommentRules) -> int:
        """Give after how many weekdays a round is due: the account's own number only where it is stricter."""
        return min(self.every_days or rules.round_days, rules.round_days)


@dataclass(frozen=True)
class Round:
    """A round that was finished.

    Args:
        spots: where somebody looked.
        note: what they want to say of it.
    """

    by: PersonId | None
    at: datetime
    spots: tuple[Spot, ...]
    note: str = ""


@dataclass(frozen=True)
class Begun:
    """A round that was started and isn't finished."""

    by: PersonId | None
    at: datetime


@dataclass(frozen=True)
class Watched:
    """How the comments of an account stand.

    Args:
        decision: None while nobody said whether they are on.
        decided_on: the school's day of it.
        rounds: those that were finished, oldest first.
        begun: those under way, newest first.
    """

    account: AccountId
    decision: Decision | None = None
    decided_on: date | None = None
    rounds: tuple[Round, ...] = ()
    begun: tuple[Begun, ...] = ()

    @property
    def on(self) -> bool:
        """Whether visitors may comment."""
        return self.decision is not None and self.decision.comments

    def under_way(self, by: PersonId | None) -> Begun | None:
        """Give the round that somebody is on."""
        return next((one for one in self.begun if one.by == by), None)


class Standing(StrEnum):
    """How an account's comments stand, besides the days of its rounds."""

    UNDECIDED = "undecided"  # nobody said whether comments are on
    OFF = "off"
    UNWATCHED = "unwatched"  # on, and nobody who works here looks (BAL-B1f1)
    WATCHED = "watched"


def standing(watched: Watched, staff: Collection[PersonId]) -> Standing:
    """Judge an account's decision; `staff` are those who work here."""
    if watched.decision is None:
        return Standing.UNDECIDED
    if not watched.decision.comments:
        return Standing.OFF
    return Standing.WATCHED if watched.decision.monitor in staff else Standing.UNWATCHED


def rounds_kept(
    watched: Watched, last: date | None, rules: CommentRules, *, since: date, today: date, days: SchoolDays
) -> Cadence:
    """Judge an account's rounds as posts are judged (BAL-B1f2).

    Args:
        watched: whose comments are on.
        last: the school's day of its last round, or None.
        rules: the policy's.
        since: the day from which somebody is to look.
        today: in the school's zone.
        days: which days count (`weekdays`).
    """
    within = rules.round_days if watched.decision is None else watched.decision.days(rules)
    pace = Pace((Promise(within, within),), since, days)
    return cadence(watched.account, today=today, pace=pace, posts=() if last is None else (last,))


def weekdays(days: SchoolDays, first: date, last: date) -> SchoolDays:
    """Give the days that count between two for whoever is at school: no weekends."""
    return days.with_pauses(one for one in days_of(first, last) if one.weekday() >= _SATURDAY)


def counted_day(days: SchoolDays, after: date, number: int) -> date:
    """Give the day on which so many days have counted after one: never one on which nobody is at school."""
    day = after
    while days.counted(after, day) < number and day < after + _FARTHEST:
        day += DAY
    return day


def decision_blockers(
    decision: Decision, rules: CommentRules, staff: Collection[PersonId]
) -> tuple[Reason, ...]:
    """List what a decision lacks. On without a monitor is taken and warned of (BAL-B1f1)."""
    reasons = []
    if decision.monitor is not None and decision.monitor not in staff:
        reasons.append(Reason(say("comments.monitor-gone"), "BAL-B1f1", "monitor"))
    if decision.every_days is not None and not 1 <= decision.every_days <= rules.round_days:
        reasons.append(Reason(say("comments.days-wrong", n=rules.round_days), rules.source, "days"))
    return tuple(reasons)


def start_blockers(
    watched: Watched, *, mine: bool, cards_due: bool, by: PersonId | None
) -> tuple[Reason, ...]:
    """List why somebody can't start a round.

    Args:
        watched: the account's comments.
        mine: whether they work here.
        cards_due: whether they are to read the cards first (BAL-B1f5).
        by: who would start it.
    """
    if not mine:
        return (Reason(say("accounts.no-role")),)
    reasons = []
    if not watched.on:
        reasons.append(Reason(say("comments.off-no-round"), "BAL-B1f1"))
    if cards_due:
        reasons.append(Reason(say("comments.cards-first"), "BAL-B1f5", "cards"))
    if watched.under_way(by) is not None:
        reasons.append(Reason(say("comments.round-begun")))
    return tuple(reasons)


def end_blockers(
    watched: Watched, spots: Collection[Spot], asked: Collection[Spot], by: PersonId | None
) -> tuple[Reason, ...]:
    """List why a round isn't finished: everywhere that was `asked` somebody looked (SOC-R1: messages too)."""
    if watched.under_way(by) is None:
        return (Reason(say("comments.no-round")),)
    missing = [one for one in Spot if one in asked and one not in spots]
    return tuple(Reason(say(f"comments.not-looked-{one.value}"), "BAL-B1f2", one.value) for one in missing)


def round_plain(spots: Collection[Spot], note: str) -> dict[str, Plain]:
    """Give a finished round as it is signed."""
    return {"spots": [one.value for one in Spot if one in spots], "note": tidy(note)[:NOTE_MOST]}


def round_of(part: Mapping[str, Any]) -> tuple[tuple[Spot, ...], str]:
    """Read what `round_plain` gave.

    Raises:
        KeyError, TypeError, ValueError: signed, and yet no round.
    """
    return tuple(Spot(one) for one in part["spots"]), str(part["note"])


def address_of(written: str, account: Account) -> str:
    """Give a platform's page for an account; empty where the account's own address is needed and isn't known.

    Args:
        written: with `{page}`, `{server}` and `{handle}` (`resources/rounds.toml`).
        account: whose.
    """
    page = account.page.strip().rstrip("/")
    if "{page}" in written:
        return written.replace("{page}", page) if page else ""
    return Place(written, "").address(account)
