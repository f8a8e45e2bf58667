"""An account as the register lists it: who administers it, who answers for it, what is missing."""

from dataclasses import dataclass
from datetime import date

from smadmin.domain.accountable import accountable_reasons
from smadmin.domain.accounts import Account
from smadmin.domain.errors import Reason
from smadmin.domain.keys import Trust
from smadmin.domain.people import Person, Role


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


def listed_of(
    account: Account, trust: Trust, today: date, *, domains: tuple[str, ...], log_in_kept: bool
) -> Listed:
    """List an account as the trust tables have its people today.

    Args:
        account: which one.
        trust: who may do what.
        today: the school's day.
        domains: the school's own.
        log_in_kept: whether the vault holds its log-in.
    """
    people = [trust.people[one] for one in trust.holders(Role.ADMINISTRATOR, today, account.id)]
    answers = frozenset() if account.principal is None else trust.roles(account.principal, today)
    missing = (
        *accountable_reasons(account, answers),
        *account.missing(administrators=len(people), log_in_kept=log_in_kept, domains=domains),
    )
    principal = None if account.principal is None else trust.people.get(account.principal)
    return Listed(account, principal, tuple(sorted(people, key=lambda one: one.name)), missing)
