"""How far who leaves is stopped, by the signed rows before a place of the record. Pure.

`leaving` and `not-leaving` are rows of trust: plain, so that every reader of the record has them, whatever
else they can open. What was signed before stands, whatever time a row claims; a trust row of who leaves is
signed without a right, and other acts that others would go by count for nothing (`departing.py`, BAL-B1b3).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import IntEnum
from typing import TypeVar

from smadmin.domain.canonical import Plain
from smadmin.domain.departures import BEGINNERS
from smadmin.domain.ids import KeyId, PersonId
from smadmin.domain.people import LEADING, Role
from smadmin.domain.records import Body
from smadmin.domain.trusted import KeyKind, Left, Trusted
from smadmin.domain.vocabulary import Act

_T = TypeVar("_T", bound=Trusted)

WAY_OUT_ACTS = frozenset({Act.LEAVING, Act.NOT_LEAVING})


class Leaver(IntEnum):
    """How far somebody is stopped by a departure of theirs."""

    STAYS = 0
    RELEASES_NOTHING = 1
    """Somebody below the office began it: they keep their say, but nothing goes out by their word."""
    SILENCED = 2
    """They have no say any more in who is in and what binds the school (`roles_with_a_say`)."""


def leaver(trust: Trusted, person: PersonId | None, on: date) -> Leaver:
    """Tell how far somebody is stopped on a day.

    Begun below the office it stops nobody of the office who is alone there: nobody could say that they stay,
    so an administrator would silence the school's only principal.
    """
    left = None if person is None else trust.leaving.get(person)
    if left is None or person is None:
        return Leaver.STAYS
    if left.by_office or not trust.any_roles(person, on) & LEADING:
        return Leaver.SILENCED
    return Leaver.RELEASES_NOTHING if staying_leaders(trust, person, on) else Leaver.STAYS


def staying_leaders(trust: Trusted, person: PersonId | None, on: date) -> frozenset[PersonId]:
    """Give who leads on a day besides somebody, and hasn't lost their say by leaving too."""
    leads = {one.person for one in trust.grants.values() if one.role in LEADING and one.alive(on)}
    going = {id_ for id_, left in trust.leaving.items() if left.by_office}
    return frozenset(leads - going - {person})


def roles_with_a_say(trust: Trusted, person: PersonId | None, on: date) -> frozenset[Role]:
    """Give with which roles somebody has a say in departures: with none while they leave themselves.

    Else whoever leaves could begin the departure of whoever began theirs, and end those rights first. Where
    somebody below the office began it, the office keeps its say, or an administrator could silence it.
    """
    return frozenset() if leaver(trust, person, on) is Leaver.SILENCED else trust.any_roles(person, on)


def may_say(trust: Trusted, act: str, entry: Mapping[str, Plain], person: PersonId, on: date) -> bool:
    """Tell whether leaving keeps nobody from a trust row; what is of themselves they may go on saying."""
    return leaver(trust, person, on) is not Leaver.SILENCED or own_affair(trust, act, entry, person)


def own_affair(trust: Trusted, act: str, entry: Mapping[str, Plain], person: PersonId) -> bool:
    """Tell whether a row only ends somebody's own key or role, or says how they are reached.

    Whose it is stands in what the row says: its id may name anybody.
    """
    if act == Act.RETIRE:
        key = trust.keys.get(KeyId(str(entry.get("key"))))
        return key is not None and key.person == person
    if act == Act.REVOKE:
        grant = trust.grants.get(str(entry.get("grant")))
        return grant is not None and grant.person == person
    told = entry.get("person")
    return act == Act.DESCRIBE_PERSON and isinstance(told, dict) and told.get("id") == person


def taken(trust: Trusted, who: PersonId, by: PersonId) -> bool:
    """Tell whether somebody below the office may not set somebody on the way out.

    Not where the office did, and one at a time, until the office ends those rights or says that they stay, or
    one administrator would stop a whole school. What lies there otherwise may have been planted, so it keeps
    nobody from a true departure.
    """
    left = trust.leaving.get(who)
    mine = (id_ for id_, one in trust.leaving.items() if one.by == by and not one.by_office)
    return (left is not None and left.by_office) or any(id_ != who for id_ in mine)


def marked(trust: _T, body: Body, act: Act, entry: Mapping[str, Plain]) -> _T | None:
    """Set somebody on the way out, or say that they are no longer; None where the row had no right to it.

    Args:
        trust: before the row.
        body: the row, as it is judged.
        act: which of the two.
        entry: `person`, and the `departure` that began it.
    """
    key, who, named = trust.key_alive(body.key), PersonId(str(entry["person"])), str(entry["departure"])
    if key is None or key.kind is not KeyKind.PERSON or key.person != body.person:
        return None
    if key.person in (None, who) or who not in trust.people:
        return None
    roles, left = roles_with_a_say(trust, key.person, trust.day_of(body.utc)), trust.leaving.get(who)
    if act is Act.LEAVING:
        now = Left(named, key.person, by_office=bool(roles & LEADING))
        free = now.by_office or (bool(roles & BEGINNERS) and not taken(trust, who, key.person))
        return replace(trust, leaving={**trust.leaving, who: now}) if free else None
    if left is None or left.departure != named or not roles & LEADING:
        return None
    return replace(trust, leaving={id_: one for id_, one in trust.leaving.items() if id_ != who})
