"""Platforms that the district approved: where a clause says so, nothing else is posted to (BLO-III-B).

Communications may say yes to another for one account. Most packs only name platforms as examples; there
another one is told and stops nothing.
"""

from collections.abc import Callable, Iterable

from smadmin.domain.accounts import PLATFORM_NAMES, Account, Platform
from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message, say
from smadmin.domain.policy.enforcement import Enforcer, Means, Step
from smadmin.domain.policy.packs import Pack

_APPROVED = Enforcer(Means.STEP, Step.APPROVED_PLATFORMS)


def names_platform(pack: Pack, platform: Platform) -> bool:
    """Tell whether the policy names a platform; one that names none leaves it open."""
    return not pack.platforms or platform in pack.platforms


def platform_blockers(pack: Pack, account: Account, agreed: Callable[[], bool]) -> tuple[Reason, ...]:
    """List why an account may not be posted from: a clause wants approved platforms, and its isn't one.

    Args:
        pack: the policy in force.
        account: whose platform.
        agreed: whether communications said yes to it there; asked where the policy doesn't name the platform.
    """
    demand = next((one.demand for one in pack.clauses.values() if _APPROVED in one.enforced_by), None)
    if demand is None or account.platform in pack.platforms or agreed():
        return ()
    platform = PLATFORM_NAMES[account.platform]
    return (Reason(say("accounts.platform-unapproved", platform=platform), demand, f"account:{account.id}"),)


def platform_doubt(pack: Pack, account: Account) -> Message | None:
    """Say that the policy doesn't name an account's platform, where that stops nothing; None else."""
    if account.platform in pack.platforms or platform_blockers(pack, account, lambda: False):
        return None
    return say("accounts.platform-unnamed", platform=PLATFORM_NAMES[account.platform])


def platform_doubts(pack: Pack, accounts: Iterable[Account]) -> tuple[Message, ...]:
    """Say of accounts which of their platforms the policy doesn't name, each once."""
    found = (platform_doubt(pack, one) for one in accounts)
    return tuple(dict.fromkeys(one for one in found if one is not None))
