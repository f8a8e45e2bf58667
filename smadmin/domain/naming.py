"""Who names whom at a school, for which days, and what keeps a role from being ended.

`Trust.after` judges each row by what nobody may ever do; this says beforehand, and more narrowly, what the
program does. Asked by the services and, for the screens, by `blockers`.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.people import LEADING, OFFICE, Grant, Person, Role, contact_blockers, name_blockers

GRANTORS: Mapping[Role, frozenset[Role]] = {
    Role.ADMINISTRATOR: OFFICE,
    Role.REVIEWER: LEADING,
    Role.PRINCIPAL: frozenset({Role.PRINCIPAL, Role.COMMUNICATIONS}),
    Role.DEPUTY: frozenset({Role.PRINCIPAL, Role.COMMUNICATIONS}),
    Role.COMMUNICATIONS: frozenset({Role.PRINCIPAL, Role.COMMUNICATIONS}),
}
"""Who names whom, and ends it: administrators are the principal's to name (BAL-A2)."""


def naming_blockers(trust: Trust, by: PersonId | None, role: Role, today: date) -> tuple[Reason, ...]:
    """List why somebody may not give or end a role."""
    mine = frozenset[Role]() if by is None else trust.roles(by, today)
    if mine & GRANTORS[role]:
        return ()
    if role is Role.ADMINISTRATOR:
        return (Reason(say("accounts.leaders-only"), "BAL-A2"),)
    return (Reason(say(f"people.names-{role}")),)


def namer_blockers(trust: Trust, by: PersonId | None, account: Account, today: date) -> tuple[Reason, ...]:
    """List why somebody may not name anybody for this account, or end that.

    An account of the whole district is communications' to name for (BAL-A3, SOC-C4).
    """
    if account.kind is not AccountKind.DISTRICT:
        return naming_blockers(trust, by, Role.ADMINISTRATOR, today)
    mine = frozenset[Role]() if by is None else trust.roles(by, today)
    if Role.COMMUNICATIONS in mine:
        return ()
    return (Reason(say("people.names-for-district", account=account.label), "BAL-A3"),)


def designation_blockers(
    trust: Trust, by: PersonId | None, person: PersonId, account: Account, today: date
) -> tuple[Reason, ...]:
    """List why somebody may not name this person for this account; a district's is its own staff's."""
    return namer_blockers(trust, by, account, today) or staff_blockers(trust, person, account, today)


def staff_blockers(trust: Trust, person: PersonId, account: Account, today: date) -> tuple[Reason, ...]:
    """List why this person can't administer this account, whoever names them."""
    if account.kind is AccountKind.DISTRICT and Role.COMMUNICATIONS not in trust.roles(person, today):
        return (Reason(say("people.district-staff", account=account.label), "BAL-A3", "accounts"),)
    return ()


def newcomer_blockers(
    trust: Trust, by: PersonId | None, roles: frozenset[Role], accounts: Iterable[Account], today: date
) -> tuple[Reason, ...]:
    """List why somebody let in with these roles isn't named for these accounts in the same deed (BAL-A2)."""
    reasons: list[Reason] = []
    for account in accounts:
        reasons += namer_blockers(trust, by, account, today)
        wanted = Role.COMMUNICATIONS if account.kind is AccountKind.DISTRICT else Role.ADMINISTRATOR
        if wanted not in roles:
            told = "people.district-staff" if wanted is Role.COMMUNICATIONS else "people.not-an-administrator"
            clause = "BAL-A3" if wanted is Role.COMMUNICATIONS else "BAL-A2"
            reasons.append(Reason(say(told, account=account.label), clause, "accounts"))
    return tuple(reasons)


def may_move_kind(roles: frozenset[Role], before: str, after: str, *, in_use: bool) -> bool:
    """Tell whether somebody may make an account of this kind one of that: the kind says who writes for it.

    To and from the district's it is communications' to say (BAL-A3); where one is in use as the school's,
    for which the principal names administrators (BAL-A2), the principal's as well.

    Args:
        roles: theirs, in the whole school.
        before: the kind that it is.
        after: the kind that it would be.
        in_use: whether it was ever live, or anybody named for it, or its log-in kept.
    """
    if before == after or AccountKind.DISTRICT not in {before, after}:
        return True
    if Role.COMMUNICATIONS not in roles:
        return False
    return before == AccountKind.DISTRICT or not in_use or bool(roles & OFFICE)


def tells_details(held: Iterable[Grant], account: AccountId) -> bool:
    """Tell whether somebody may change what is entered about an account that was live.

    Args:
        held: what they hold that day.
        account: which; who administers the school, and isn't named for it, only prepares it.
    """
    offices = any(one.account is None and one.role in LEADING for one in held)
    return offices or any((one.account, one.role) == (account, Role.ADMINISTRATOR) for one in held)


def writes_for(trust: Trust, person: PersonId | None, account: Account, today: date) -> bool:
    """Tell whether somebody composes and submits for an account.

    Administrators named for this very one do (BAL-A2), communications where it is the district's (BAL-A3).
    """
    roles = frozenset[Role]() if person is None else trust.roles(person, today, account.id)
    wanted = Role.COMMUNICATIONS if account.kind is AccountKind.DISTRICT else Role.ADMINISTRATOR
    return wanted in roles


def drafts_for(trust: Trust, person: PersonId | None, account: Account, today: date) -> bool:
    """Tell whether somebody may write drafts for an account, which only `writes_for` hands in.

    Until anybody is named for it, administrators of the school do: the checks work from the first hour.
    """
    if writes_for(trust, person, account, today):
        return True
    if person is None or account.kind is AccountKind.DISTRICT:
        return False
    unnamed = not trust.holders(Role.ADMINISTRATOR, today, account.id)
    return unnamed and Role.ADMINISTRATOR in trust.roles(person, today)


def office_blockers(trust: Trust, by: PersonId | None, today: date) -> tuple[Reason, ...]:
    """List why somebody may not put another one's name right."""
    mine = frozenset[Role]() if by is None else trust.roles(by, today)
    return () if mine & LEADING else (Reason(say("people.office-renames")),)


def grant_blockers(trust: Trust, grant: Grant, today: date) -> tuple[Reason, ...]:
    """List why a role can't be given from the first to the last day that it names."""
    reasons = []
    if grant.starts < today:
        reasons.append(Reason(say("people.starts-past"), None, "starts"))
    if grant.ends is not None and grant.ends < grant.starts:
        reasons.append(Reason(say("people.ends-first"), None, "ends"))
    if grant.role is Role.DEPUTY:
        if grant.ends is None:
            reasons.append(Reason(say("people.deputy-dated"), None, "ends"))
        reasons += _other_deputy(trust, grant)
        if Role.PRINCIPAL in trust.roles(grant.person, today):
            reasons.append(Reason(say("people.own-deputy"), None, "person"))
    same = (one for one in trust.grants.values() if (one.person, one.role) == (grant.person, grant.role))
    if any(one.account is None and one.meets(grant) for one in same):
        reasons.append(Reason(say("people.has-it"), None, "role"))
    return tuple(reasons)


def _other_deputy(trust: Trust, grant: Grant) -> tuple[Reason, ...]:
    other = trust.second_deputy(grant)
    if other is None:
        return ()
    person = trust.people.get(other.person)
    name = "?" if person is None else person.name
    until = "people.second-deputy" if other.ends is None else "people.second-deputy-until"
    said = say(until, name=name) if other.ends is None else say(until, name=name, day=other.ends)
    return (Reason(said, None, "starts"),)


def ending_blockers(
    trust: Trust, by: PersonId | None, grant: Grant, today: date, *, account: Account | None = None
) -> tuple[Reason, ...]:
    """List why somebody may not end a role now; the last who lets people in stays.

    Args:
        trust: as it stands.
        by: who would end it.
        grant: the role.
        today: at the school.
        account: the one that it is for, or None.
    """
    named = None if account is None else namer_blockers(trust, by, account, today)
    reasons = list(naming_blockers(trust, by, grant.role, today) if named is None else named)
    left = {
        one.id
        for one in trust.grants.values()
        if one.role in LEADING and one.alive(today) and one.ends is None
    }
    if grant.id in left and left == {grant.id}:
        reasons.append(Reason(say("people.last-office")))
    return tuple(reasons)


def correction_blockers(
    trust: Trust, by: PersonId | None, person: Person, known: Person | None, today: date
) -> tuple[Reason, ...]:
    """List why somebody's details can't be put right as told."""
    if known is None:
        return (Reason(say("people.stranger")),)
    reasons = contact_blockers(person.email, person.phone)
    office = office_blockers(trust, by, today)
    if person.name != known.name:
        reasons = (*name_blockers(person.name), *reasons, *office)
    elif by != known.id:
        reasons = (*reasons, *office)
    return reasons
