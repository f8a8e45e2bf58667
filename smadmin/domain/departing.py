"""Who may begin a departure, settle a line of it, and sign its end. Pure.

The screens ask it for the greyed button, the services before each deed, and whoever proves the record of each
row at its place: the three can't drift apart (BAL-B1b3).
"""

from collections.abc import Iterable, Mapping
from enum import IntEnum

from smadmin.domain.canonical import Plain
from smadmin.domain.departures import (
    BEGINNERS,
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
from smadmin.domain.ids import KeyId, PersonId
from smadmin.domain.keys import Trust, TrustAct
from smadmin.domain.messages import say
from smadmin.domain.people import LEADING, Role
from smadmin.domain.typed import says_something
from smadmin.domain.vocabulary import Act, Noun

_LETS_IN = frozenset(
    {Act.ADMIT, Act.GRANT, Act.REVOKE, Act.LIST_REVIEWERS, Act.RENEW_CODE, Act.DESCRIBE_SCHOOL}
)
"""Acts that say who is in, and what the school is."""

_TURNS_ACCOUNTS = frozenset(
    {Act.ADOPT, Act.CHANGE, Act.GO_LIVE, Act.GO_ON, Act.CONFIRM, Act.STAND_IN, Act.HAND_OVER}
)
"""Acts after which colleagues follow an account elsewhere, or it is in other hands."""


_DECIDES = frozenset(
    {Act.APPROVE_ACCOUNT, Act.PUT_IN_FORCE, Act.EXCUSE, Act.NAME_HOLDERS, Act.ERASE, Act.RETIRE}
)
"""Acts that bind the school after their day, or shut a colleague out."""

_LETS_RELEASE = frozenset(
    {Act.SIGN_WEEK, Act.ENTER_WEEK, Act.STANDING_PERMISSION, Act.SIGN_NOTICE, Act.COUNTERSIGN}
)
"""Acts by which others release."""


class Leaver(IntEnum):
    """How far somebody is stopped by a departure of theirs."""

    STAYS = 0
    RELEASES_NOTHING = 1
    """Somebody below the office began it: they keep their say, but nothing goes out by their word."""
    SILENCED = 2
    """They have no say any more in who is in and what binds the school (`roles_left`)."""


def roles_left(
    departures: Iterable[Departure], person: PersonId | None, roles: frozenset[Role]
) -> frozenset[Role]:
    """Give with which roles somebody has a say in departures: with none while they leave themselves.

    Else whoever leaves could begin the departure of whoever began theirs, and end those rights first. Where
    somebody below the office began it, the office keeps its say, or an administrator could silence it.

    Args:
        departures: as the record proves them.
        person: who would have a say.
        roles: what they are today.
    """
    own = [one for one in departures if person is not None and one.leaving.person == person]
    leaves = any(one.going and (one.begun_by_leader or not roles & LEADING) for one in own)
    return frozenset() if leaves else roles


def leaver_blockers(act: Act, noun: Noun, *, leaves: Leaver) -> tuple[Reason, ...]:
    """List why an act isn't done by who leaves: nobody lets a friend in, or a post out, on the last day."""
    silent = act in _LETS_IN | _DECIDES or (noun is Noun.ACCOUNTS and act in _TURNS_ACCOUNTS)
    if (leaves is Leaver.SILENCED and silent) or (leaves is not Leaver.STAYS and act in _LETS_RELEASE):
        return leaves_reason()
    return ()


def leaver_trust_blockers(
    act: TrustAct,
    noun: Noun,
    entry: Mapping[str, Plain],
    *,
    by: PersonId | None,
    trust: Trust,
    leaves: Leaver,
) -> tuple[Reason, ...]:
    """List why a trust row isn't signed by who leaves; what is of themselves they may go on saying.

    Args:
        act: what the row does.
        noun: what it is about.
        entry: what it says; whose it is stands there, the row's id may name anybody.
        by: who signs.
        trust: before the row.
        leaves: how far `by` is stopped.
    """
    return () if by == _whose(act, entry, trust) else leaver_blockers(Act(act), noun, leaves=leaves)


def _whose(act: TrustAct, entry: Mapping[str, Plain], trust: Trust) -> PersonId | None:
    """Give whose role or key a row gives or ends."""
    if act is TrustAct.GRANT:
        told = entry.get("grant")
        return PersonId(str(told.get("person"))) if isinstance(told, dict) else None
    if act is TrustAct.REVOKE:
        grant = trust.grants.get(str(entry.get("grant")))
        return None if grant is None else grant.person
    key = trust.keys.get(KeyId(str(entry.get("key")))) if act is TrustAct.RETIRE else None
    return None if key is None else key.person


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
    """
    if not roles & BEGINNERS or by is None or by == departure.leaving.person:
        return (Reason(say("departures.not-for-you")),)
    if line is None or not departure.open or line.key in departure.receipts:
        return (Reason(say("departures.settled-already")),)
    if line.kind in LEADERS_ONLY and not roles & LEADING:
        return (Reason(say("departures.leaders-only")),)
    return _how_blockers(line, how, reason=reason, opened=opened)


def _how_blockers(line: Line, how: How, *, reason: str, opened: bool) -> tuple[Reason, ...]:
    if how in WORDED and not says_something(reason):
        return (Reason(say("departures.reason-missing"), None, "reason"),)
    if how is How.WAIVED:
        return ()
    if line.kind is LineKind.PASSWORD:
        return (Reason(say("departures.keep-first"), "BAL-B1b3"),)
    if line.kind in WITH_RIGHTS:
        return (Reason(say("departures.with-rights")),)
    if how is How.NOT_THEIRS and line.kind is not LineKind.LOG_IN:
        return (Reason(say("departures.settled-already")),)
    if how is How.ELSEWHERE:
        return () if line.kind in ON_A_PAGE else (Reason(say("departures.settled-already")),)
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
