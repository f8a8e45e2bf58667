"""How rights came about, by the proven record: who gave and ended which role, and who let which key in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from smadmin.domain.canonical import Plain
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import TRUST_PART
from smadmin.domain.people import Grant, Role
from smadmin.domain.vocabulary import Act
from smadmin.services.proof import Fact, Proven

_BY_LIST = (Act.ADMIT, Act.RENEW_CODE, Act.STRIKE_REVIEWER, Act.WITHDRAW_REVIEWERS)
_GIVING = (Act.GRANT, Act.REVOKE, *_BY_LIST)


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
    facts = (fact for act in _GIVING for fact in proven.acts(act))
    for fact in sorted(facts, key=lambda one: one.seq):
        part = proven.part(fact, TRUST_PART) or {}
        grant = part.get("grant")
        if fact.body.act in _BY_LIST:
            _by_list(proven, fact, part, found)
        elif fact.body.act == Act.REVOKE and str(grant) in found:
            found[str(grant)] = replace(found[str(grant)], ended=fact.moment)
        elif isinstance(grant, dict):
            one = Given(Grant.from_plain(grant), fact.body.person, fact.moment)
            found[one.grant.id] = one
    by_person: dict[PersonId, list[Given]] = defaultdict(list)
    for one in found.values():
        by_person[one.grant.person].append(one)
    return {person: tuple(roles) for person, roles in by_person.items()}


def _by_list(proven: Proven, fact: Fact, part: Mapping[str, Plain], found: dict[str, Given]) -> None:
    """Take what a list of reviewers gave to whom its code let in, or ended."""
    held = proven.trust.lists.held.get(str(part.get("list")))
    if held is None:
        return
    place = held.place(str(part.get("place")))
    if fact.body.act == Act.ADMIT and place is not None:
        starts = proven.trust.day_of(fact.moment)
        grant = Grant(place.id, place.person, Role.REVIEWER, starts, ends=held.ends)
        signed = next((one for one in proven.acts(Act.LIST_REVIEWERS) if one.body.id == held.id), None)
        found[place.id] = Given(grant, None if signed is None else signed.body.person, fact.moment)
        return
    for one in held.places if place is None else (place,):
        if one.id in found and found[one.id].ended is None:
            found[one.id] = replace(found[one.id], ended=fact.moment)


def admitted(proven: Proven) -> Mapping[str, tuple[PersonId | None, datetime]]:
    """Give who let each key in, by the key's id, and when; nobody for what the school's root let in."""
    return {
        str(fact.body.id): (fact.body.person, fact.moment)
        for fact in proven.acts(Act.ADMIT)
        if fact.body.id is not None
    }
