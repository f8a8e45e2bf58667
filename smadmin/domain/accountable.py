"""Who answers for an account: a principal in office, or communications until another is named (BAL-A1)."""

from smadmin.domain.accounts import Account
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.people import Role

ANSWERABLE = frozenset({Role.PRINCIPAL, Role.COMMUNICATIONS})


def accountable_reasons(account: Account, roles: frozenset[Role]) -> tuple[Reason, ...]:
    """List why an account that names somebody is incomplete all the same: they hold that office no more.

    Args:
        account: whose principal is named.
        roles: what that person may do in the school today.
    """
    if account.principal is None or roles & ANSWERABLE:
        return ()
    left = say("accounts.principal-left", account=account.label)
    return (Reason(left, "BAL-A1", f"account:{account.id}"),)
