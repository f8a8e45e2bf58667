"""An account as the register lists it: who administers it, who answers for it, what is missing."""

from dataclasses import dataclass
from datetime import date

from smadmin.domain.accountable import accountable_reasons
from smadmin.domain.accounts import Account
from smadmin.domain.departures import Leaving
from smadmin.domain.errors import Reason
from smadmin.domain.keys import Trust
from smadmin.domain.people import Person, Role
from smadmin.services.departed import is_inside


@dataclass(frozen=True)
class Listed:
    """An account as the register shows it: who administers it, who answers for it, what is missing.

    `openers` is who gets into it today, where somebody is signed in for whom the record tells it.
    """

    account: Account
    principal: Person | None
    administrators: tuple[Person, ...]
    missing: tuple[Reason, ...]
    openers: tuple[Person, ...] = ()


@dataclass(frozen=True)
class Colleague:
    """Somebody of the record, what they may do in the whole school today, and whether they have left."""

    person: Person
    roles: frozenset[Role]
    left: bool = False


def colleagues_of(trust: Trust, today: date) -> tuple[Colleague, ...]:
    """Give everybody who was ever admitted, by name; who has neither key nor role any more has left."""
    everybody = sorted(trust.people.values(), key=lambda one: one.name)
    here = {one.id for one in everybody if is_inside(trust, Leaving(person=one.id), today)}
    return tuple(Colleague(one, trust.roles(one.id, today), one.id not in here) for one in everybody)


def listed_of(
    account: Account,
    trust: Trust,
    today: date,
    *,
    domains: tuple[str, ...],
    log_in_kept: bool,
    by_roles: bool = False,
) -> Listed:
    """List an account as the trust tables have its people today.

    Args:
        account: which one.
        trust: who may do what.
        today: the school's day.
        domains: the school's own.
        log_in_kept: whether the vault holds its log-in.
        by_roles: whether people's own log-ins hold it.
    """
    people = [trust.people[one] for one in trust.holders(Role.ADMINISTRATOR, today, account.id)]
    answers = frozenset() if account.principal is None else trust.roles(account.principal, today)
    missing = (
        *accountable_reasons(account, answers),
        *account.missing(
            administrators=len(people), log_in_kept=log_in_kept, domains=domains, by_roles=by_roles
        ),
    )
    principal = None if account.principal is None else trust.people.get(account.principal)
    return Listed(account, principal, tuple(sorted(people, key=lambda one: one.name)), missing)
