"""An account goes from somebody to somebody: a signed row with both names, and what is to be done anew.

It is a stage of the account's life without a state of its own: it stays live, or held (decision 21). What has
to be redone is told from the rows since: another password, the list of who holds the page looked up again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.lives import Life, LifeRow
from smadmin.domain.messages import say
from smadmin.domain.vocabulary import Act

HAND_OVER_PART = "hand-over"


class Redo(StrEnum):
    """What is done anew once an account is in other hands."""

    PASSWORD = "password"  # noqa: S105  a name
    HOLDERS = "holders"


@dataclass(frozen=True)
class HandOver:
    """What is signed of a hand-over.

    Args:
        giver: who had the account.
        takers: who has it from now on; nobody where nobody could take it.
        since: from which row on another password counts; 0 for this one.
    """

    giver: PersonId
    takers: tuple[PersonId, ...]
    since: int = 0

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {"from": self.giver, "to": list(self.takers), "since": self.since}

    @classmethod
    def from_plain(cls, value: Mapping[str, Plain]) -> "HandOver":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: signed, and yet no hand-over.
        """
        takers, since = value["to"], value["since"]
        if not isinstance(takers, list) or not isinstance(since, int):
            raise TypeError("people and a row are meant")
        return cls(PersonId(str(value["from"])), tuple(PersonId(str(one)) for one in takers), since)


@dataclass(frozen=True)
class HandedOver:
    """A hand-over as the record proves it.

    Args:
        by: who signed it; `on` is when, the school's day.
        redo: what is still to be done anew.
    """

    giver: PersonId
    takers: tuple[PersonId, ...]
    by: PersonId | None
    on: date
    redo: tuple[Redo, ...] = ()


def hand_over_of(row: LifeRow) -> HandOver | None:
    """Read a row of an account's life, or give None where it is none or says something else."""
    if row.act != Act.HAND_OVER or row.part is None:
        return None
    try:
        return HandOver.from_plain(row.part)
    except (KeyError, TypeError, ValueError):  # signed, and yet no hand-over
        return None


def with_hand_overs(life: Life, rows: Iterable[LifeRow]) -> Life:
    """Let those to whom an account went read its comments, and run it, where who gave it was to do so."""
    for row in rows:
        handed, asked = hand_over_of(row), life.asked
        if handed is None or asked is None or not handed.takers or row.seq < asked.seq:
            continue
        request, taker = asked.request, handed.takers[0]
        fresh = replace(
            request,
            monitor=taker if request.monitor == handed.giver else request.monitor,
            administrator=taker if request.administrator == handed.giver else request.administrator,
        )
        life = replace(life, asked=replace(asked, request=fresh))
    return life


def hand_over_blockers(
    giver: PersonId, taker: PersonId | None, administrators: frozenset[PersonId]
) -> tuple[Reason, ...]:
    """List why an account can't go from one to the other."""
    if giver not in administrators:
        return (Reason(say("accounts.not-in-their-hands"), "BAL-A2"),)
    if taker in (None, giver):
        return (Reason(say("accounts.hand-to-whom"), "BAL-A2", "person"),)
    return ()
