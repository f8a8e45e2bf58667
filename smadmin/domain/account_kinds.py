"""What kind of account it is, and what a policy lets that kind be.

Official are accounts that speak for the school. A teacher's account for lessons is outside the policy and
only marked as that; somebody's own is never taken into the register (BAL-I).
"""

from collections.abc import Mapping
from enum import StrEnum

from smadmin.domain.errors import Reason
from smadmin.domain.messages import say


class AccountKind(StrEnum):
    """For whom an account speaks."""

    SCHOOL = "school"
    CLUB = "club"  # or a team
    DEPARTMENT = "department"
    DISTRICT = "district"
    PRIVATE = "private"  # a community of invited members, moderated
    INSTRUCTIONAL = "instructional"
    PERSONAL = "personal"


OFFICIAL = frozenset(AccountKind) - {AccountKind.INSTRUCTIONAL, AccountKind.PERSONAL}
"""Kinds that speak for the school or the district."""


def kind_blockers(kind: AccountKind, refused: Mapping[AccountKind, str]) -> tuple[Reason, ...]:
    """List why an account of this kind isn't taken into the register (BAL-I, BAL-C1a).

    Args:
        kind: of the account.
        refused: the kinds that the policy refuses as public accounts, each with its clause.
    """
    if kind is AccountKind.PERSONAL:
        return (Reason(say("accounts.kind-personal"), "BAL-I", "kind"),)
    if kind in refused:
        return (Reason(say(f"accounts.kind-refused-{kind}"), refused[kind], "kind"),)
    return ()


def scope_blockers(kind: AccountKind) -> tuple[Reason, ...]:
    """List why nothing is ever posted from an account of this kind (BAL-I)."""
    if kind in OFFICIAL:
        return ()
    return (Reason(say("accounts.kind-outside"), "BAL-I", "kind"),)
