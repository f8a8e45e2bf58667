"""The weekly page: what a principal reads in four minutes (`keys.md`). Pure values, in no words yet.

It says what happened and what waits; it decides nothing. Children are never named on it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import IntEnum, auto

from smadmin.domain.accounts import Account
from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.cadence import Cadence
from smadmin.domain.clashes import Clash
from smadmin.domain.ids import MediaId, SlotId
from smadmin.domain.messages import Message
from smadmin.domain.records import Head
from smadmin.domain.school_days import DaysKind
from smadmin.domain.schools import School
from smadmin.domain.week import Planned

MOST_DECISIONS = 7
"""More than seven are a pile, not a list: the rest waits on Today."""

RESTS = timedelta(minutes=10)
"""Whoever does nothing for so long has gone."""
LEAST = timedelta(minutes=2)
"""A single act took so long at least."""


class Urgency(IntEnum):
    """The order in which decisions stand."""

    SILENT = auto()
    OWED = auto()
    RELEASE = auto()
    OVERDUE = auto()
    ACCOUNT = auto()
    LOG_IN = auto()
    GAP = auto()
    CLASH = auto()
    REVIEWER = auto()
    MEETING = auto()
    STRATEGY = auto()


@dataclass(frozen=True)
class Decision:
    """One thing that somebody must decide."""

    urgency: Urgency
    said: Message


@dataclass(frozen=True)
class Decisions:
    """The most urgent ones, and how many more there are on Today."""

    shown: tuple[Message, ...]
    more: int

    @classmethod
    def of(cls, found: Iterable[Decision]) -> "Decisions":
        """Take the seven most urgent; among equals the earlier named stands first."""
        ordered = sorted(found, key=lambda one: one.urgency)
        return cls(tuple(one.said for one in ordered[:MOST_DECISIONS]), max(0, len(ordered) - MOST_DECISIONS))


@dataclass(frozen=True)
class PagePost:
    """A planned post of the week.

    Args:
        account: as people call it.
        unsigned: whether the week's signature doesn't cover it.
        struck: whether whoever signed left it out.
        picture: its covered picture, where everybody has looked at it; never another.
        clashes: what stands against it.
    """

    planned: Planned
    account: str
    unsigned: bool = False
    struck: bool = False
    picture: MediaId | None = None
    clashes: tuple[Clash, ...] = ()

    @property
    def id(self) -> SlotId:
        """The slot's."""
        return self.planned.slot.id


@dataclass(frozen=True)
class PageAccount:
    """How an account stands; `why`: the reason of the excuse that holds."""

    account: Account
    cadence: Cadence
    gap: date | None = None
    why: str = ""


@dataclass(frozen=True)
class PageRelease:
    """A post that was released since the last plan.

    Args:
        words: its first ones.
        accounts: as people call them.
        by: who released it, by name.
        same_computer: whether that was done on the author's computer, under another's passphrase or PIN.
        overridden: how many findings were let stand in it.
    """

    words: str
    accounts: tuple[str, ...]
    by: str
    on: date
    mandate: ReleaseBy
    same_computer: bool = False
    overridden: int = 0


@dataclass(frozen=True)
class Minutes:
    """Minutes a week (BAL-B1e3).

    Args:
        promised: by the strategies or the requests of live accounts.
        accounts: how many promise something, and `without` how many don't.
        used: by person, as far as the record shows.
    """

    promised: int
    accounts: int
    without: int
    used: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class FromPaper:
    """Who entered the signature from paper, its day there, and whether the countersignature is due."""

    entered_by: str
    day: date
    owed: bool


@dataclass(frozen=True)
class WeeklyPage:
    """The page.

    Args:
        since: the day from which on it tells what happened: the last plan's signature, or a week ago.
        signed: by whom and when the week is signed, or None.
        paper: where somebody entered that signature from paper.
        goes_on: the last day of an older plan that still holds, or None.
        waiting: posts that wait for a release, each by topic or first account, with its author.
        log_ins: what is due of log-ins.
        seated: new reviewers of the signed list.
        admitted: who got a key since, each with the day.
        changes: what else changed since, counted.
        head: the record's end.
        days: what the school calls days of the week: holidays, breaks, snow days, exams.
    """

    school: School
    today: date
    monday: date
    since: date
    head: Head
    posts: tuple[PagePost, ...] = ()
    accounts: tuple[PageAccount, ...] = ()
    signed: tuple[str, datetime] | None = None
    goes_on: date | None = None
    released: tuple[PageRelease, ...] = ()
    waiting: tuple[tuple[str, str], ...] = ()
    log_ins: tuple[Message, ...] = ()
    seated: tuple[Message, ...] = ()
    admitted: tuple[tuple[str, date], ...] = ()
    minutes: Minutes = field(default_factory=lambda: Minutes(0, 0, 0))
    changes: tuple[Message, ...] = ()
    decisions: Decisions = field(default_factory=lambda: Decisions((), 0))
    meeting: datetime | None = None
    days: Mapping[date, tuple[DaysKind, str]] = field(default_factory=dict)
    paper: FromPaper | None = None

    @property
    def overridden(self) -> int:
        """How many findings were let stand in what was released."""
        return sum(one.overridden for one in self.released)

    @property
    def same_computer(self) -> int:
        """How many releases were given on the author's own computer (`keys.md`, Approval)."""
        return sum(one.same_computer for one in self.released)


def minutes_used(moments: Sequence[datetime]) -> int:
    """Estimate how long somebody was at it, from the moments of their acts.

    Acts less than ten minutes apart are one sitting; a sitting takes two minutes at least.
    """
    total, begin, last = timedelta(), None, None
    for moment in sorted(moments):
        if begin is None or last is None or moment - last > RESTS:
            total += _sitting(begin, last)
            begin = moment
        last = moment
    return round((total + _sitting(begin, last)) / timedelta(minutes=1))


def _sitting(begin: datetime | None, last: datetime | None) -> timedelta:
    return timedelta() if begin is None or last is None else max(LEAST, last - begin)
