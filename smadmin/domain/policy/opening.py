"""What a policy asks before an account is official: whose yes, which questions, kinds and settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Platform
from smadmin.domain.people import Role
from smadmin.domain.policy.values import Question
from smadmin.domain.set_up import SetUpItem

ADOPTION_DAYS = 60


@dataclass(frozen=True)
class OpeningRules:
    """The values.

    Args:
        approvals: whose yes a new account needs, one after the other; any of several roles that one names.
        questions: what is answered before it is asked for.
        adoption_days: within how many days an account that existed already has what is missing.
        refused: the kinds that may not be public accounts, each with its clause.
        set_up: the clauses that ask for things of the set-up list.
        set_up_only: of these, what a clause asks of one platform alone.
    """

    approvals: tuple[tuple[Role, ...], ...] = ((Role.PRINCIPAL,), (Role.COMMUNICATIONS,))
    questions: tuple[Question, ...] = ()
    adoption_days: int = ADOPTION_DAYS
    refused: Mapping[AccountKind, str] = field(default_factory=dict, hash=False)
    set_up: Mapping[SetUpItem, str] = field(default_factory=dict, hash=False)
    set_up_only: Mapping[SetUpItem, Platform] = field(default_factory=dict, hash=False)

    def asked_of(self, platform: Platform) -> Mapping[SetUpItem, str]:
        """Give the clauses that ask for things of a platform's set-up list (WIC-P2: of Facebook alone)."""
        only = self.set_up_only
        return {item: clause for item, clause in self.set_up.items() if only.get(item, platform) is platform}
