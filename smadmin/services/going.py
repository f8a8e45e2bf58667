"""Who is on the way out, also where an older record lies here than the one that this computer noted.

Putting a backup back needs no sign-in: whoever leaves could bring the record of before their departure, and
be its principal. So their names are noted outside the store with the record's end (`Heads`), and count until
somebody who stays has decided about the record (BAL-B1b3).
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from smadmin.domain.ids import PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.leavers import Leaver, leaver
from smadmin.domain.people import LEADING, Role
from smadmin.domain.verification import End
from smadmin.domain.vocabulary import Act
from smadmin.services.desk import Desk
from smadmin.services.proof import Proven
from smadmin.services.records import tables_right
from smadmin.storage.unit import Unit

LEAVERS_PART = "leavers"
"""Who was leaving by the record that gave way to an older one; a part of the row that took it."""


def silenced(trust: Trust, today: date) -> frozenset[PersonId]:
    """Give who has no say any more, by the rows."""
    return frozenset(one for one in trust.leaving if leaver(trust, one, today) is Leaver.SILENCED)


def going_here(unit: Unit, now: datetime) -> frozenset[PersonId] | None:
    """Give the same by the tables, to be noted; None where they aren't what the newest row says."""
    if not tables_right(unit):
        return None
    trust = unit.trust.read()
    return silenced(trust, trust.day_of(now))


def going_now(desk: Desk) -> frozenset[PersonId] | None:
    """Give the same of a desk at which nothing is under way."""
    with desk.look() as unit:
        return going_here(unit, desk.now)


def going_at(proven: Proven, today: date) -> frozenset[PersonId]:
    """Give who has no say any more, by the rows or by what was noted of rows that lack."""
    noted = proven.noted.leaving if proven.end is End.OTHER else frozenset[PersonId]()
    return silenced(proven.trust, today) | noted


def going_lost(proven: Proven, today: date) -> frozenset[PersonId]:
    """Give who was noted as leaving and isn't by the rows here: whoever takes this record names them."""
    return going_at(proven, today) - silenced(proven.trust, today)


def named_at_restoring(proven: Proven) -> Mapping[PersonId, int]:
    """Give whom the rows name that took an older record, each with the place of the newest of them."""
    found: dict[PersonId, int] = {}
    for fact in proven.acts(Act.RESTORE):
        people = (proven.part(fact, LEAVERS_PART) or {}).get("people")
        found |= {PersonId(str(one)): fact.seq for one in (people if isinstance(people, list) else ())}
    return found


def who_decides(proven: Proven, today: date) -> frozenset[PersonId]:
    """Give who decides about the record: the principal who stays, else the rest of the office."""
    going, trust = going_at(proven, today), proven.trust
    principals = frozenset(trust.holders(Role.PRINCIPAL, today)) - going
    return principals or frozenset(one for role in LEADING for one in trust.holders(role, today)) - going


def leaves_as_noted(proven: Proven) -> Callable[[Trust, PersonId | None, date], Leaver]:
    """Give how far somebody is stopped, for `Desk.leaves`."""
    noted = proven.noted.leaving if proven.end is End.OTHER else frozenset[PersonId]()

    def stops(trust: Trust, person: PersonId | None, on: date) -> Leaver:
        return Leaver.SILENCED if person in noted else leaver(trust, person, on)

    return stops
