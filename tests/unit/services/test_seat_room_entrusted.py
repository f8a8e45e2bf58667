"""How often the room of a computer login looks at what a platform's scheduler has."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.publishers import Trouble
from smadmin.services import seat_room
from tests.entrusted import entrusting, handed, make_entrusted
from tests.fake_platform import Fault
from tests.queued import Queued
from tests.seat_room import begins, room_of


@pytest.fixture
def queued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Queued:
    made = make_entrusted(tmp_path)
    platform = made.direct.platform
    monkeypatch.setattr(seat_room, "platforms_of", lambda *_: {platform.platform: platform})
    return made


def test_what_could_not_be_taken_back_is_tried_again_at_the_next_look(queued: Queued) -> None:
    direct, room = queued.direct, room_of(queued)
    publication = handed(queued)
    room.changes()
    entrusting(queued).ask_back(direct.road.by("ana"), publication)
    direct.platform.faults = lambda method: Fault(Trouble.UNREACHABLE) if method == "who_am_i" else None
    room.changes()
    assert len(direct.platform.kept) == 1
    direct.platform.faults = lambda _: None
    direct.road.school.clock.forward(seconds=20)

    room.changes()

    assert direct.platform.kept == []


def test_an_ordinary_look_after_its_time_waits_for_its_moment(
    queued: Queued, monkeypatch: pytest.MonkeyPatch
) -> None:
    direct, room = queued.direct, room_of(queued)
    handed(queued)
    room.changes()
    direct.platform.in_flight = timedelta(hours=2)
    direct.road.school.clock.forward(hours=1, minutes=2)
    for _ in range(3):  # looked for in vain, later and later
        room.changes()
        direct.road.school.clock.forward(minutes=3)
    room.changes()
    begun = begins(room, monkeypatch)

    for _ in range(4):
        direct.road.school.clock.forward(seconds=1)
        room.changes()

    assert begun == []
