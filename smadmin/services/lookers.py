"""Who could look at an account's comments: told for all accounts at once, for a district has hundreds."""

from collections.abc import Mapping
from datetime import date

from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import KeyKind, Trust

Lookers = Mapping[AccountId | None, Mapping[PersonId, str]]
"""Id and name of who has a role, for the whole school under None."""


def staff_by_account(trust: Trust, today: date) -> Lookers:
    """Give who has a role, for the whole school (None) and for single accounts: id and name.

    Who sits down with a code alone reads nothing that is sealed and signs no round, so they are left out.
    """
    keys = [one for one in trust.keys.values() if not one.retired]
    own = {one.person for one in keys if one.kind is KeyKind.PERSON}
    by_code = {one.person for one in keys if one.kind is KeyKind.REVIEWER} - own
    found: dict[AccountId | None, dict[PersonId, str]] = {None: {}}
    for grant in trust.grants.values():
        person = trust.people.get(grant.person)
        if person is not None and person.id not in by_code and grant.alive(today):
            found.setdefault(grant.account, {})[person.id] = person.name
    return found


def staff_of(staff: Lookers, account: AccountId) -> Mapping[PersonId, str]:
    """Give who could look at an account's comments: who works with it, or in the whole school."""
    both = {**staff[None], **staff.get(account, {})}
    return dict(sorted(both.items(), key=lambda one: one[1]))
