"""Whose daily work an account is, so that they open its log-in without saying what happened.

Where a district keeps locked copies for emergencies (WIC-P6: "used only in emergencies"), the copy of
principal and communications is for when the people who write can't. An administrator needs no reason, because
somebody else gave them the account to work with. Who may give that role could give it to themselves and so
open any copy at will: such a role is good for writing and for nothing here. Root's hand and another's count.
"""

from datetime import date

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import TRUST_PART, Trust
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act
from smadmin.services.proof import Proven


def may_work_daily(trust: Trust, person: PersonId, account: Account, today: date) -> bool:
    """Tell whether `works_daily` need be asked: without a role for it an account is nobody's daily work."""
    roles = trust.roles(person, today, account.id)
    return Role.ADMINISTRATOR in roles or _writes_for_district(account, roles)


def works_daily(proven: Proven, person: PersonId, account: Account, today: date) -> bool:
    """Tell whether an account is somebody's daily work: they administer it by another's word.

    The district's own accounts are written by communications and nobody else (BAL-A3).
    """
    if _writes_for_district(account, proven.trust.roles(person, today)):
        return True
    grants = (one for one in proven.trust.grants_of(person, today) if one.role is Role.ADMINISTRATOR)
    here = frozenset(one.id for one in grants if one.account == account.id)
    return bool(here) and bool(here - _by_oneself(proven, person))


def _writes_for_district(account: Account, roles: frozenset[Role]) -> bool:
    return account.kind is AccountKind.DISTRICT and Role.COMMUNICATIONS in roles


def _by_oneself(proven: Proven, person: PersonId) -> frozenset[str]:
    """Give the grants that somebody signed for themselves, whatever thing the row says it is about."""
    found = set()
    for fact in proven.acts(Act.GRANT):
        if fact.body.person == person:
            told = (proven.part(fact, TRUST_PART) or {}).get("grant")
            found.add(str(told.get("id")) if isinstance(told, dict) else "")
    return frozenset(found)
