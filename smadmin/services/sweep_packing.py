"""What a search of faces is sealed from: a child's patterns, the pictures that are kept, the day it may last.

Read within one transaction, and once more in the deed that signs for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from smadmin.domain.actors import Actor
from smadmin.domain.ids import MediaId, PhotoId
from smadmin.domain.keys import Key
from smadmin.domain.students import Template
from smadmin.domain.sweep_tasks import LASTS, Wanted
from smadmin.domain.sweeps import Sweep
from smadmin.services.desk import Desk
from smadmin.services.roles import today_of
from smadmin.services.students.patterns import lawful
from smadmin.storage.unit import Unit

AT_ONCE = 500
"""So many files' rows are opened in one transaction."""
Kept = Iterable[tuple[PhotoId, MediaId]]
"""Photos, each with its file that is searched: as it went out, else as it came in."""


@dataclass(frozen=True)
class Packed:
    """A sweep with what may be searched for, and to whose keys it is sealed."""

    sweep: Sweep
    keys: tuple[Key, ...]
    patterns: tuple[Template, ...]


def patterns_of(unit: Unit, desk: Desk, sweep: Sweep) -> tuple[Template, ...]:
    """Give the child's patterns that may lawfully be compared today, of the newest engine among them."""
    found = [one for one in lawful(unit, desk, today_of(unit, desk)) if one.student == sweep.student]
    newest = max((one.id for one in found), default=None)
    engine = next((one.engine for one in found if one.id == newest), None)
    return tuple(sorted((one for one in found if one.engine == engine), key=lambda one: one.id))


def pictures_of(desk: Desk, by: Actor, sweep: Sweep, kept: Kept) -> tuple[Wanted, ...]:
    """Give what is kept of each photo that nobody looked at yet, the newest first (a chain of looks).

    Twenty thousand files' rows take seconds to open: in pieces, so that nobody waits for the store.
    """
    looked_at = sweep.looked_at
    left = sorted((one for one in kept if one[0] not in looked_at), reverse=True)
    found = []
    for start in range(0, len(left), AT_ONCE):
        some = left[start : start + AT_ONCE]
        with desk.look(by) as unit:
            files = unit.media.readable_among([file for _, file in some])[0]
        rows = ((photo, files.get(file)) for photo, file in some)
        found += [Wanted(photo, one.name, one.secret, one.sha256) for photo, one in rows if one is not None]
    return tuple(found)


def ends_of(unit: Unit, desk: Desk, sweep: Sweep) -> datetime:
    """Give when a search ends that is sealed now, UTC: after a day, or with the family's consent."""
    child = unit.students.maybe(sweep.student)
    ends = desk.now + LASTS
    if child is None or child.matching_until is None:
        return ends
    over = unit.schools.get(desk.school).begins(child.matching_until + timedelta(days=1))
    return min(ends, over)
