"""The room in which a computer login works, on a tiny school's folder."""

import pytest

from smadmin.domain.actors import Actor
from smadmin.services.grounds import DataFolder
from smadmin.services.places import Place
from smadmin.services.seat_room import SeatRoom
from smadmin.storage.store import Store
from tests.queued import Queued


def room_of(queued: Queued) -> SeatRoom:
    school = queued.direct.road.school
    school.note()
    place = Place(school.folder, school.folder)
    store, ids = Store.open(school.folder), school.desk.ids
    folder = DataFolder(place, store, school.secrets, school.clock, ids, keyring=lambda _: school.secrets)
    return SeatRoom(folder, folder.own_desk())


def begins(room: SeatRoom, monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """Count how often the keyring is asked for this login's key from now on."""
    begun, begin = list[None](), room.begin

    def counted() -> Actor | None:
        begun.append(None)
        return begin()

    monkeypatch.setattr(room, "begin", counted)
    return begun
