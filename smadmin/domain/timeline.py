"""The record's time: what its rows claim, how far that is believed, and who set it right (`keys.md`, Clock).

A row's time is a claim of the computer on which it was signed. No right is judged as of before the latest
claim of somebody who had a right then; so a clock that is far ahead holds everybody up, until the office says
in a row of its own from which row on the times are wrong. Change nothing here that takes an effect from a row
that had one: the record is judged anew at every start.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

from smadmin.domain.ids import PersonId
from smadmin.domain.records import Body
from smadmin.domain.vocabulary import Act, Noun

CLOCK_LEEWAY = timedelta(minutes=2)
"""So far behind the last row a clock may be: two computers never agree."""

REST = timedelta(days=40)
"""After so long without a row somebody says that the date is right, before anything is signed or ends by it.

A school's summer is longer, so it is asked about once a year at most, in one sentence.
"""


CONFIRMS = (Noun.RECORDS, Act.CONFIRM_CLOCK)
"""The row that sets right what rows before it claim."""

VOUCHES = (Noun.RECORDS, Act.VOUCH_CLOCK)
"""The row in which somebody says, after a long rest, that the date is right."""

DATED_BY_HAND = frozenset({VOUCHES, (Noun.RECORDS, Act.RESTORE)})
"""What is signed after a long rest without a word about the date: that word, and taking back an old copy."""


class ClockState(Enum):
    """How this computer's clock stands to the record."""

    RIGHT = "right"
    BEHIND = "behind"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Claim:
    """What time a sound row claims.

    Args:
        counts: whether its signer had a right then; only such a row holds others up.
    """

    seq: int
    utc: datetime
    person: PersonId | None
    counts: bool


@dataclass(frozen=True)
class Confirmed:
    """A row by which the office said what time it is, and the rows that were dated later."""

    seq: int
    utc: datetime
    person: PersonId | None
    disputed: tuple[Claim, ...]


@dataclass
class Timeline:
    """The claims of a record's sound rows, in their order.

    Args:
        latest: the latest time that counts, or None before any does.
        standing: the claims that nobody disputed.
        confirmed: what the office set right, the oldest first.
    """

    latest: datetime | None = None
    standing: list[Claim] = field(default_factory=list)
    confirmed: list[Confirmed] = field(default_factory=list)

    def copy(self) -> "Timeline":
        """Give the same, to go on from by itself."""
        return Timeline(self.latest, self.standing.copy(), self.confirmed.copy())

    def judged(self, body: Body) -> Body:
        """Give a row as rights judge it: no earlier than the latest time before it (`Body.judged`)."""
        return body.judged(self.latest)

    def counts_as(self, seq: int, utc: datetime) -> datetime:
        """Give what a row's time counts as: no later than any row after it that set the time right."""
        return min((utc, *(one.utc for one in self.confirmed if one.seq > seq)))

    def later_than(self, moment: datetime) -> tuple[Claim, ...]:
        """Give the standing claims of a later time, the first row first."""
        return tuple(one for one in self.standing if one.utc > moment)

    def names(self, body: Body) -> bool:
        """Tell whether a row that sets the time right names the first of the rows that are dated after it.

        So it can't say a time before rows that it doesn't dispute, and what its signer saw is what it says.
        """
        later = self.later_than(body.utc)
        return bool(later) and body.id == str(later[0].seq)

    def claim(self, body: Body, *, counts: bool) -> None:
        """Take what a sound row claims."""
        self.standing.append(Claim(body.seq, body.utc, body.person, counts))
        if counts and (self.latest is None or body.utc > self.latest):
            self.latest = body.utc

    def confirm(self, body: Body) -> None:
        """Go back to the time of a row that was entitled to say it (`rights.sets_right`)."""
        disputed = self.later_than(body.utc)
        self.confirmed.append(Confirmed(body.seq, body.utc, body.person, disputed))
        self.standing = [one for one in self.standing if one.utc <= body.utc]
        self.standing.append(Claim(body.seq, body.utc, body.person, counts=True))
        self.latest = body.utc

    def sets_right(self, body: Body) -> bool:
        """Tell whether a row is the last one that set the time right."""
        return bool(self.confirmed) and self.confirmed[-1].seq == body.seq

    def state(self, now: datetime) -> ClockState:
        """Tell how a clock stands to the record.

        Args:
            now: what it says, UTC.
        """
        if self.latest is None:
            return ClockState.RIGHT
        if now < self.latest - CLOCK_LEEWAY:
            return ClockState.BEHIND
        return ClockState.AHEAD if now - self.latest > REST else ClockState.RIGHT
