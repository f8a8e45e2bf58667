"""What is known of somebody who leaves, and the lines that follow, in the order of `departures.py`."""

from dataclasses import dataclass

from smadmin.domain.departures import Leaving, Line, LineKind
from smadmin.domain.ids import AccountId, SeatId


@dataclass(frozen=True)
class Known:
    """What is known of somebody who leaves, or of a lost computer, before its lines are made.

    Args:
        accounts: those they could open or administered, in the register's order.
        tied: accounts whose log-in hangs on their own e-mail, or may.
        by_roles: accounts held by roles of people's own log-ins, which have no password of their own.
        named: accounts among whose holders their name stands, whatever they still are here.
        tokens: accounts whose log-in carries tokens that programs sign in with.
        sessions_end: accounts whose platform signs everybody out when its password changes.
        inside: whether there is a role or a key of theirs here to end.
        queue: how many released posts are held back.
        profiles: browser folders that they could use, by the computer login under which they lie: so many
            were counted; 0 where nobody here sees whether there are any.
        copies: how many locked copies their keys open.
        drafts: how many posts they hadn't finished.
        watched: how many sites and reported accounts they look at.
        handed: how many accounts go on with somebody else.
        nobody: how much has nobody once they are gone.
    """

    accounts: tuple[AccountId, ...] = ()
    tied: frozenset[AccountId] = frozenset()
    by_roles: frozenset[AccountId] = frozenset()
    named: frozenset[AccountId] = frozenset()
    tokens: frozenset[AccountId] = frozenset()
    sessions_end: frozenset[AccountId] = frozenset()
    inside: bool = True
    queue: int = 0
    profiles: tuple[tuple[SeatId | None, int], ...] = ()
    copies: int = 0
    drafts: int = 0
    watched: int = 0
    handed: int = 0
    nobody: int = 0


def lines_of(leaving: Leaving, known: Known) -> tuple[Line, ...]:
    """Give everything that has to be dealt with, in its order: what keeps somebody out soonest comes first.

    Their rights here come before every page, or they would open what is kept meanwhile; a log-in that hangs
    on their mailbox before passwords, or they would just ask for a new one. Only what is counted and isn't
    zero gets a line; of a person's queue it is said that there is none.
    """
    own = [one for one in known.accounts if one not in known.by_roles]
    person = leaving.person is not None
    lines = [Line(LineKind.QUEUE, count=known.queue)] if person else []
    if known.inside:
        lines.append(Line(LineKind.RIGHTS))
    lines += [Line(LineKind.LOG_IN, one) for one in own if person and one in known.tied]
    holding = known.by_roles | known.named
    lines += [Line(LineKind.ROLES, one) for one in known.accounts if person and one in holding]
    lines += [Line(LineKind.PASSWORD, one) for one in own]
    lines += [Line(LineKind.TOKENS, one) for one in own if one in known.tokens]
    unended = [one for one in known.accounts if one not in known.sessions_end or one in known.by_roles]
    lines += [Line(LineKind.SESSIONS, one) for one in unended if not (person and one in known.by_roles)]
    lines += [Line(LineKind.PROFILES, count=count, seat=seat) for seat, count in known.profiles]
    counted = {LineKind.COPIES: known.copies}
    if person:
        counted |= {
            LineKind.WORK: known.drafts,
            LineKind.WATCHING: known.watched,
            LineKind.ACCOUNTS: known.handed,
            LineKind.NOBODY: known.nobody,
        }
    return (*lines, *(Line(kind, count=count) for kind, count in counted.items() if count))
