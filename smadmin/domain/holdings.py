"""Accounts without a password of their own: people's own log-ins hold a role on the page.

So the list of who holds one stands in the place of a password (Facebook and LinkedIn Pages, often YouTube).
A profile that two people share, or that was made up for the school, is closed by these platforms sooner or
later, and the page with it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import regex

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.people import LEADING, Person, Role
from smadmin.domain.yearly import due_on

LEAST_HOLDERS = 2
"""One alone could be ill, gone, or shut out by the platform."""

_WORD = regex.compile(r"[\p{L}\p{M}]{2,}")


@dataclass(frozen=True)
class Holder:
    """Somebody who has a role on the page. `profile` is their own, as the platform names it."""

    person: PersonId
    profile: str

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {"person": self.person, "profile": self.profile}


@dataclass(frozen=True)
class RoleHolding:
    """Who holds an account. `id` is the account's; on `confirmed_on` somebody last looked it up there."""

    id: AccountId
    school: SchoolId
    holders: tuple[Holder, ...]
    confirmed_on: date
    version: int = 1

    def due(self, on: date) -> bool:
        """Tell whether it must be looked up again."""
        return on >= due_on(self.confirmed_on)


def holding_blockers(
    holders: Collection[Holder],
    *,
    people: Mapping[PersonId, Person],
    roles: Mapping[PersonId, frozenset[Role]],
) -> tuple[Reason, ...]:
    """List what speaks against a list of holders (BAL-B1b2, BAL-B1b5).

    Args:
        holders: as typed.
        people: everybody on the record.
        roles: what each may do today, for this account.
    """
    reasons = []
    if len({one.person for one in holders}) < LEAST_HOLDERS:
        reasons.append(Reason(say("holders.two-at-least"), "BAL-B1b5", "holders"))
    if not any(roles.get(one.person, frozenset()) & LEADING for one in holders):
        reasons.append(Reason(say("holders.an-office"), "BAL-B1b5", "holders"))
    seen: set[str] = set()
    for one in holders:
        person, profile = people.get(one.person), one.profile.strip()
        if person is None or not roles.get(one.person):
            reasons.append(Reason(say("holders.not-staff"), "BAL-B1a", "holders"))
        elif not profile:
            reasons.append(Reason(say("holders.no-profile", name=person.name), None, one.person))
        elif not _names(person, profile):
            reasons.append(Reason(say("holders.not-own", name=person.name), "BAL-B1b2", one.person))
        elif profile.casefold() in seen:
            reasons.append(Reason(say("holders.shared", profile=profile), "BAL-B1b2", one.person))
        seen.add(profile.casefold())
    return tuple(reasons)


def _names(person: Person, profile: str) -> bool:
    """Tell whether a profile goes by the person's own name, or at least by a part of it."""
    own, shown = (set(_WORD.findall(text.casefold())) for text in (person.name, profile))
    return bool(own & shown)
