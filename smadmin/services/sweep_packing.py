"""What a search of faces is sealed from: a child's patterns, the pictures that are kept, the day it may last.

Read within one transaction, and once more in the deed that signs for it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from smadmin.domain.ids import MediaId
from smadmin.domain.keys import Key
from smadmin.domain.photos.review import Photo
from smadmin.domain.students import Template
from smadmin.domain.sweep_tasks import LASTS, Wanted
from smadmin.domain.sweeps import Sweep
from smadmin.services.desk import Desk
from smadmin.services.roles import today_of
from smadmin.services.students.patterns import lawful
from smadmin.storage.unit import Unit


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


def pictures_of(unit: Unit, sweep: Sweep) -> tuple[Wanted, ...]:
    """Give what is kept of each photo that nobody looked at yet, the newest first.

    What went out where it is kept, else the photo itself.
    """
    files = {one.id: one for one in unit.media.readable()[0]}
    found = []
    for photo in sorted(unit.photos.readable()[0], key=lambda one: one.id, reverse=True):
        file = None if photo.id in sweep.looked_at else files.get(kept_of(photo))
        if file is not None:
            found.append(Wanted(photo.id, file.name, file.secret, file.sha256))
    return tuple(found)


def kept_of(photo: Photo) -> MediaId:
    """Give the file of a photo that is searched: as it went out, else as it came in."""
    return photo.exported or next((one.file for one in photo.made), photo.original)


def ends_of(unit: Unit, desk: Desk, sweep: Sweep) -> datetime:
    """Give when a search ends that is sealed now, UTC: after a day, or with the family's consent."""
    child = unit.students.maybe(sweep.student)
    ends = desk.now + LASTS
    if child is None or child.matching_until is None:
        return ends
    over = unit.schools.get(desk.school).begins(child.matching_until + timedelta(days=1))
    return min(ends, over)
