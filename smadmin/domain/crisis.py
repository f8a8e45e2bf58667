"""The crisis hold: everything queued and on its way stops at once, on all accounts of a school. Pure.

One row begins it whatever waits, and one ends it. Only notices signed in advance still go out: that school is
closed must be said most of all then. What is taken down this moment is taken down. A look or a reading that
is under way ends at the press and is done again: both go on during the hold, for they tell what is out.
"""

from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.messages import say
from smadmin.domain.people import LEADING, Role

WHY_PART = "why"
MAY_STOP = LEADING
MAY_END = frozenset({Role.PRINCIPAL, Role.COMMUNICATIONS})
WHY_MOST = 1_000
"""So long a reason is at most, in characters."""


@dataclass(frozen=True)
class Crisis:
    """A crisis hold that lasts.

    Args:
        seq: the row that began it.
        by: the name of who pressed; empty where it isn't known.
        at: when, UTC.
        why: the newest reason that somebody gave since; empty before.
        district: whether communications pressed too, so that only communications ends it (BAL-B1f4).
    """

    seq: int
    by: str
    at: datetime
    why: str = ""
    district: bool = False

    @property
    def reason(self) -> Reason:
        """Why nothing but a notice leaves."""
        return Reason(say("crisis.stopped", name=self.by, at=self.at))


def reasons_for(crisis: Crisis | None, mandate: ReleaseBy) -> tuple[Reason, ...]:
    """List why a released post stays where it is; one that went out by a text signed in advance doesn't."""
    return () if crisis is None or mandate is ReleaseBy.NOTICE else (crisis.reason,)


def why_blockers(why: str) -> tuple[Reason, ...]:
    """List why a reason can't be signed as it was typed."""
    if not why.strip():
        return (Reason(say("powers.reason-missing"), None, "sentence"),)
    if len(why) > WHY_MOST:
        return (Reason(say("powers.sentence-long", n=WHY_MOST), None, "sentence"),)
    return ()


@dataclass(frozen=True)
class Caught:
    """A post on one account that a crisis hold met.

    Args:
        words: how the post begins.
        by: the name of who is at it.
        link: where it is out.
    """

    post: PostId
    account: AccountId
    label: str
    words: str
    by: str = ""
    link: str = ""


@dataclass(frozen=True)
class CrisisSheet:
    """What a crisis hold stopped, and what it couldn't.

    Args:
        stopped: how many posts wait, each on one account; `waits` names the first of them.
        notices: how many notices go out all the same.
        leaving: those whose bytes left, or may have; they are looked for.
        there: those that a platform's own scheduler has, with the address where each is deleted by hand.
        by_hand: those that lie ready with somebody, who may be posting them.
        despite: those that went out since, though they should have stayed: nobody could stop them any more.
        out: those that went out in the hour before.
        accounts: labels of the live accounts; what somebody scheduled on their platforms' own pages goes out.
    """

    crisis: Crisis
    stopped: int = 0
    notices: int = 0
    leaving: tuple[Caught, ...] = ()
    there: tuple[Caught, ...] = ()
    by_hand: tuple[Caught, ...] = ()
    despite: tuple[Caught, ...] = ()
    out: tuple[Caught, ...] = ()
    waits: tuple[Caught, ...] = ()
    accounts: tuple[str, ...] = ()
    may_say_why: bool = False
    may_end: tuple[Reason, ...] = ()
