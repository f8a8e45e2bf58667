"""Who may begin a departure, settle a line of it, and sign its end. Pure.

The screens ask it for the greyed button, the services before each deed, and whoever proves the record of each
row at its place: the three can't drift apart (BAL-B1b3).
"""

from collections.abc import Mapping

from smadmin.domain.canonical import Plain
from smadmin.domain.departures import (
    BEGINNERS,
    BY_WORD,
    LEADERS_ONLY,
    ON_A_PAGE,
    WITH_RIGHTS,
    WORDED,
    Departure,
    How,
    Leaving,
    Line,
    LineKind,
)
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, SeatId
from smadmin.domain.keys import Trust, TrustAct
from smadmin.domain.leavers import Leaver, leaver, own_affair
from smadmin.domain.messages import say
from smadmin.domain.people import LEADING, Role
from smadmin.domain.records import Body
from smadmin.domain.still_free import LETS_RELEASE, STILL_FREE, loosens
from smadmin.domain.typed import says_something
from smadmin.domain.vocabulary import Act, Noun

_ACTS, _NOUNS = frozenset(act.value for act in Act), frozenset(noun.value for noun in Noun)
_TRUST_ACTS = frozenset(act.value for act in TrustAct)


def leaver_blockers(
    act: Act, noun: Noun, *, leaves: Leaver, said: Mapping[str, Plain] | None = None
) -> tuple[Reason, ...]:
    """List why an act isn't done by who leaves: by who goes nothing loosens and nothing goes out.

    Args:
        act: what is done.
        noun: to what.
        leaves: how far whoever does it is stopped.
        said: the row's parts before it is signed; once it lies there, what is about a child is sealed.
    """
    silent = leaves is Leaver.SILENCED and (act not in STILL_FREE.get(noun, ()) or loosens(act, said))
    if silent or (leaves is not Leaver.STAYS and act in LETS_RELEASE.get(noun, ())):
        return leaves_reason()
    return ()


def leaver_trust_blockers(
    act: TrustAct, entry: Mapping[str, Plain], *, by: PersonId | None, trust: Trust, leaves: Leaver
) -> tuple[Reason, ...]:
    """List why a trust row isn't signed by who leaves; what is of themselves they may go on saying.

    Args:
        act: what the row does.
        entry: what it says.
        by: who signs.
        trust: before the row.
        leaves: how far `by` is stopped.
    """
    if by is None or leaves is not Leaver.SILENCED:
        return ()
    return () if own_affair(trust, act, entry, by) else leaves_reason()


def counts_for_nothing(trust: Trust, body: Body) -> bool:
    """Tell whether a row of who leaves is as good as none: the program doesn't write it, so another one did.

    Trust rows aren't meant: these had no right (`leavers.may_say`). Nor is what this version doesn't know.

    Args:
        trust: as it stood at its place.
        body: as it is judged.
    """
    if body.person not in trust.leaving or body.act in _TRUST_ACTS:
        return False
    if body.act not in _ACTS or body.noun not in _NOUNS:
        return False
    leaves = leaver(trust, body.person, trust.day_of(body.utc))
    return bool(leaver_blockers(Act(body.act), Noun(body.noun), leaves=leaves))


def leaves_reason() -> tuple[Reason, ...]:
    """Say that somebody who stays does it."""
    return (Reason(say("departures.leaves-oneself"), "BAL-B1b3"),)


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
    opened: bool = False,
    seat: SeatId | None = None,
) -> tuple[Reason, ...]:
    """List why somebody may not settle a line this way.

    Args:
        departure: as the record proves it.
        line: None where there is none of that name.
        how: what is said of it.
        by: who says so.
        roles: what they are today.
        reason: the sentence, where one is needed.
        opened: whether they opened the platform's page for it.
        seat: the computer login at which they say so.
    """
    if not roles & BEGINNERS or by is None or by == departure.leaving.person:
        return (Reason(say("departures.not-for-you")),)
    if line is None or not departure.open or line.key in departure.receipts:
        return (Reason(say("departures.settled-already")),)
    if line.kind in LEADERS_ONLY and not roles & LEADING:
        return (Reason(say("departures.leaders-only")),)
    return _how_blockers(line, how, reason=reason, opened=opened, seat=seat)


def _how_blockers(
    line: Line, how: How, *, reason: str, opened: bool, seat: SeatId | None
) -> tuple[Reason, ...]:
    if how in WORDED and not says_something(reason):
        return (Reason(say("departures.reason-missing"), None, "reason"),)
    if how is How.WAIVED or (how is How.ELSEWHERE and line.kind in BY_WORD):
        return ()
    if line.kind is LineKind.PASSWORD:
        return (Reason(say("departures.keep-first"), "BAL-B1b3"),)
    if line.kind in WITH_RIGHTS:
        return (Reason(say("departures.with-rights")),)
    if how is How.ELSEWHERE or (how is How.NOT_THEIRS and line.kind is not LineKind.LOG_IN):
        return (Reason(say("departures.settled-already")),)
    if not line.lies_at(seat) or how is How.REMOVED_THERE:  # that the computer's own program signs
        return (Reason(say("departures.remove-there"), "BAL-B1b3"),)
    if line.kind in ON_A_PAGE and not opened:
        return (Reason(say("departures.open-first"), "BAL-B1b3"),)
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
