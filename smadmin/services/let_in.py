"""Whom somebody let in since their departure began: where an administrator began it, the office still may.

Nothing of it ends with their rights, so whoever signs the end is told. What was ended meanwhile isn't.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from smadmin.domain.canonical import Plain
from smadmin.domain.departures import Departure
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import TRUST_PART
from smadmin.domain.people import Role
from smadmin.domain.reviewers import ReviewerList
from smadmin.domain.vocabulary import Act
from smadmin.services.proof import Fact, Proven

_GIVES_CODES = frozenset({Act.LIST_REVIEWERS, Act.RENEW_CODE})
_LETS_IN = (Act.ADMIT, Act.GRANT, *_GIVES_CODES)


@dataclass(frozen=True)
class LetIn:
    """Somebody who was let in, or got more.

    Args:
        roles: given since, of the whole school.
        accounts: how many accounts they were named for.
        key: whether a new key of theirs signs.
    """

    person: PersonId
    roles: tuple[Role, ...] = ()
    accounts: int = 0
    key: bool = False


def let_in_since(proven: Proven, departure: Departure) -> tuple[LetIn, ...]:
    """Give whom who leaves let in since it began, and who still is."""
    found: dict[PersonId, LetIn] = {}
    for part in _told(proven, departure, frozenset({Act.ADMIT, Act.GRANT})).values():
        one = _admitted(proven, part) or _granted(proven, part)
        if one is not None and one.person != departure.leaving.person:
            known = found.get(one.person, LetIn(one.person))
            found[one.person] = replace(
                known,
                roles=(*known.roles, *one.roles),
                accounts=known.accounts + one.accounts,
                key=known.key or one.key,
            )
    return tuple(found.values())


def codes_since(proven: Proven, departure: Departure) -> int:
    """Count the codes that who leaves gave out since, by which somebody may still sit down, or sits."""
    given: set[str] = set()
    for part in _told(proven, departure, _GIVES_CODES).values():
        told, renewed = part.get("list"), part.get("place")
        held = proven.trust.lists.held.get(str(told.get("id") if isinstance(told, dict) else told))
        if held is not None and not held.withdrawn:
            given |= {one.id for one in held.places if not one.struck and renewed in (None, one.id)}
    return len(given)


def codes_known(proven: Proven, person: PersonId | None) -> frozenset[str]:
    """Give the places of lists whose code somebody gave out last, at any time: they may have kept it."""
    facts = [one for act in _GIVES_CODES for one in proven.acts(act) if one.seq not in proven.faulty]
    givers, given = {one.seq: one.body.person for one in facts}, dict[str, PersonId | None]()
    for seq, part in sorted(proven.parts(TRUST_PART, facts).items()):
        told, renewed = part.get("list"), part.get("place")
        held = proven.trust.lists.held.get(str(told.get("id") if isinstance(told, dict) else told))
        places = () if held is None else tuple(one.id for one in held.places if renewed in (None, one.id))
        given |= dict.fromkeys(places, givers[seq])
    return frozenset(place for place, giver in given.items() if person is not None and giver == person)


def codes_to_end(proven: Proven, person: PersonId | None, since: int | None = None) -> frozenset[str]:
    """Give the places that end with somebody, who knows their codes: nobody's yet, and used too late.

    Args:
        proven: the record.
        person: who leaves.
        since: where their departure began; None while it only begins.
    """
    known = codes_known(proven, person)
    late = () if since is None else _places_used_since(proven, since)
    open_ = {
        one.id for held in _in_force(proven) for one in held.places if one.key is None and not one.struck
    }
    return known & {*late, *open_}


def seated_since(proven: Proven, departure: Departure) -> tuple[str, ...]:
    """Name who sat down since by a code that who leaves gave out at any time, struck by now or not."""
    ids = codes_known(proven, departure.leaving.person) & _places_used_since(proven, departure.seq)
    everyone = (one for held in proven.trust.lists.held.values() for one in held.places)
    return tuple(sorted(one.name for one in everyone if one.id in ids))


def _in_force(proven: Proven) -> tuple[ReviewerList, ...]:
    return tuple(one for one in proven.trust.lists.held.values() if not one.withdrawn)


def _places_used_since(proven: Proven, since: int) -> frozenset[str]:
    """Give the places whose code let a key in after a row."""
    facts = [one for one in proven.acts(Act.ADMIT) if one.seq > since and one.seq not in proven.faulty]
    let_in = {
        told.get("public")
        for part in proven.parts(TRUST_PART, facts).values()
        if isinstance(told := part.get("key"), dict)
    }
    keys = {id_ for id_, key in proven.trust.keys.items() if key.public.hex() in let_in}
    return frozenset(
        one.id for held in proven.trust.lists.held.values() for one in held.places if one.key in keys
    )


def _told(proven: Proven, departure: Departure, acts: frozenset[Act]) -> Mapping[int, dict[str, Plain]]:
    """Give what they signed of it since, in the order of the rows; a lost computer signs nothing."""
    leaver = departure.leaving.person

    def counts(fact: Fact) -> bool:
        theirs = leaver is not None and fact.body.person == leaver
        return theirs and fact.seq > departure.seq and fact.seq not in proven.faulty

    facts = [one for act in _LETS_IN if act in acts for one in proven.acts(act) if counts(one)]
    return dict(sorted(proven.parts(TRUST_PART, facts).items()))


def _admitted(proven: Proven, part: Mapping[str, Plain]) -> LetIn | None:
    told = part.get("key")
    person = told.get("person") if isinstance(told, dict) else None
    if not isinstance(told, dict) or person is None:
        return None
    keys = (one for one in proven.trust.keys.values() if not one.retired)
    alive = any(one.public.hex() == told.get("public") for one in keys)
    return LetIn(PersonId(str(person)), key=True) if alive else None


def _granted(proven: Proven, part: Mapping[str, Plain]) -> LetIn | None:
    told = part.get("grant")
    grant = proven.trust.grants.get(str(told.get("id"))) if isinstance(told, dict) else None
    if grant is None:
        return None
    return LetIn(grant.person, accounts=1) if grant.account else LetIn(grant.person, (grant.role,))
