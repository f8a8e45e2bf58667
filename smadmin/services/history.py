"""How rights came about, by the proven record: who gave and ended which role, and who let which key in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from smadmin.domain.ids import PersonId
from smadmin.domain.keys import TRUST_PART
from smadmin.domain.people import Grant
from smadmin.domain.vocabulary import Act
from smadmin.services.proof import Proven


@dataclass(frozen=True)
class Given:
    """A role that was given.

    Args:
        by: who signed it; None for the school's root.
        at: when, UTC.
        ended: when it was ended by hand, UTC, or None.
    """

    grant: Grant
    by: PersonId | None
    at: datetime
    ended: datetime | None = None


def given(proven: Proven) -> Mapping[PersonId, tuple[Given, ...]]:
    """Give each person's roles, those that were ended too, oldest first."""
    found: dict[str, Given] = {}
    for fact in sorted((*proven.acts(Act.GRANT), *proven.acts(Act.REVOKE)), key=lambda one: one.seq):
        part = proven.part(fact, TRUST_PART) or {}
        grant = part.get("grant")
        if fact.body.act == Act.REVOKE and str(grant) in found:
            found[str(grant)] = replace(found[str(grant)], ended=fact.moment)
        elif isinstance(grant, dict):
            one = Given(Grant.from_plain(grant), fact.body.person, fact.moment)
            found[one.grant.id] = one
    by_person: dict[PersonId, list[Given]] = defaultdict(list)
    for one in found.values():
        by_person[one.grant.person].append(one)
    return {person: tuple(roles) for person, roles in by_person.items()}


def admitted(proven: Proven) -> Mapping[str, tuple[PersonId | None, datetime]]:
    """Give who let each key in, by the key's id, and when; nobody for what the school's root let in."""
    return {
        str(fact.body.id): (fact.body.person, fact.moment)
        for fact in proven.acts(Act.ADMIT)
        if fact.body.id is not None
    }
