"""What somebody may do today, judged by the signed trust rows: the one place where services ask for roles."""

from datetime import date, datetime

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.departing import leaver_blockers
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.naming import drafts_for, writes_for
from smadmin.domain.people import OFFICE, Person, Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed, Desk
from smadmin.storage.unit import Unit


def today_of(unit: Unit, desk: Desk) -> date:
    """Give the school's own date at this moment."""
    return unit.schools.get(desk.school).local(desk.now).date()


def day_of(deed: Deed) -> date:
    """Give the school's own date of a deed, the one that its row tells: it may run past midnight."""
    return deed.unit.schools.get(deed.unit.school).local(deed.now).date()


def local_now(desk: Desk, unit: Unit) -> datetime:
    """Give the school's own time without a zone, to the minute."""
    local = unit.schools.get(unit.school).local(desk.now)
    return local.replace(tzinfo=None, second=0, microsecond=0)


def any_roles(trust: Trust, person: PersonId | None, on: date) -> frozenset[Role]:
    """Give a person's roles, those for single accounts included."""
    return trust.any_roles(person, on)


def office_besides(trust: Trust, on: date, person: PersonId | None) -> tuple[Person, ...]:
    """Give principals and deputies by name, without one person: nobody signs for themselves."""
    found = (one for one in trust.people.values() if one.id != person and trust.roles(one.id, on) & OFFICE)
    return tuple(sorted(found, key=lambda one: one.name))


def roles_for(trust: Trust, person: PersonId | None, on: date, account: AccountId) -> frozenset[Role]:
    """Give what a person may do with an account; nobody may do nothing."""
    return frozenset[Role]() if person is None else trust.roles(person, on, account)


def school_roles(trust: Trust, person: PersonId | None, on: date) -> frozenset[Role]:
    """Give what a person is in the whole school; nobody is nothing."""
    return frozenset[Role]() if person is None else trust.roles(person, on)


def roles_preparing(trust: Trust, person: PersonId | None, on: date, account: AccountId) -> frozenset[Role]:
    """Give with which roles a person prepares for an account, the school's included; nobody has none."""
    return frozenset[Role]() if person is None else trust.roles_preparing(person, on, account)


def roles_in(deed: Deed) -> frozenset[Role]:
    """Give the roles of who does this deed."""
    return any_roles(deed.trust, deed.by.person, day_of(deed))


def require_role(deed: Deed) -> None:
    """Refuse whoever has no role here on the deed's day.

    Raises:
        NotAllowed: they have none.
    """
    if not roles_in(deed):
        raise NotAllowed((Reason(say("accounts.no-role")),))


def leaving_reasons(desk: Desk, unit: Unit, by: Actor, act: Act, noun: Noun) -> tuple[Reason, ...]:
    """Say beside a button why who is on the way out doesn't do an act, as the desk refuses it (BAL-B1b3)."""
    leaves = desk.leaves(unit.trust.read(), by.person, today_of(unit, desk))
    return leaver_blockers(act, noun, leaves=leaves)


def designation_reasons(
    unit: Unit, trust: Trust, accounts: tuple[AccountId, ...], *, person: PersonId | None, today: date
) -> tuple[Reason, ...]:
    """List the accounts that somebody may not write for (BAL-A2), those of the district too (BAL-A3)."""
    if person is None:
        return (Reason(say("posts.not-designated-at-all"), "BAL-A2"),)
    found = (unit.accounts.get(one) for one in accounts)
    return tuple(_undesignated(one) for one in found if not writes_for(trust, person, one, today))


def drafting_reasons(
    unit: Unit, trust: Trust, accounts: tuple[AccountId, ...], *, person: PersonId | None, today: date
) -> tuple[Reason, ...]:
    """List the accounts that somebody may not even write drafts for (`naming.drafts_for`)."""
    if person is None:
        return (Reason(say("posts.not-designated-at-all"), "BAL-A2"),)
    found = (unit.accounts.get(one) for one in accounts)
    return tuple(_undesignated(one) for one in found if not drafts_for(trust, person, one, today))


def _undesignated(account: Account) -> Reason:
    place = f"account:{account.id}"
    if account.kind is AccountKind.DISTRICT:
        return Reason(say("people.district-staff", account=account.label), "BAL-A3", place)
    return Reason(say("posts.not-designated", account=account.label), "BAL-A2", place)


def person_of(by: Actor) -> PersonId:
    """Give the person who acts; a seat decides nothing about children.

    Raises:
        NotAllowed: if no person acts.
    """
    if by.person is None:
        raise NotAllowed((Reason(say("students.needs-a-person")),))
    return by.person


def refuse(reasons: tuple[Reason, ...]) -> None:
    """Refuse if there is any reason.

    Raises:
        NotAllowed: with the reasons.
    """
    if reasons:
        raise NotAllowed(reasons)
