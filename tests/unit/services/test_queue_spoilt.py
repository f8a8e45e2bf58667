"""A publication's row that somebody spoilt keeps that post here, and no other one."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import Tampered
from smadmin.domain.ids import PublicationId
from smadmin.services import seat_room
from smadmin.services.queue_states import Lines
from smadmin.services.queued import first_sights
from tests.queued import Queued, make_queued
from tests.seat_room import room_of


@pytest.fixture
def queued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Queued:
    made = make_queued(tmp_path)
    platform = made.direct.platform
    monkeypatch.setattr(seat_room, "platforms_of", lambda *_: {platform.platform: platform})
    return made


def spoils(queued: Queued, publication: PublicationId) -> None:
    school = queued.direct.road.school
    with school.desk.store.deed(school.id, None) as unit:
        unit._connection.exec_driver_sql("UPDATE publication SET body=x'00' WHERE id = ?", (publication,))


def test_the_others_go_and_it_is_told_and_kept(queued: Queued) -> None:
    direct, road = queued.direct, queued.direct.road
    spoilt, other = (queued.queue(direct.released(text=text)) for text in ("The fair.", "The choir."))
    spoils(queued, spoilt.id)
    room = room_of(queued)
    road.school.clock.forward(hours=1, seconds=1)
    listed = Lines(road.school.desk, road.proof).brief(road.by("pat")).lines
    assert [one.line.publication.id for one in listed] == [other.id]

    done = room.changes()

    assert [one.sent.key for one in direct.platform.kept] == [other.id]
    assert [type(one) for one in done.value] == [Tampered]
    road.school.clock.forward(hours=5)
    room.changes()
    with road.school.desk.look() as unit:
        assert unit.outbox.ids() == (spoilt.id,)


def test_a_look_at_the_queue_asks_the_same_few_questions_however_long_it_is(
    queued: Queued, monkeypatch: pytest.MonkeyPatch
) -> None:
    direct, desk = queued.direct, queued.direct.road.school.desk

    def asked() -> int:
        with desk.look() as unit:
            count, execute = [0], unit._connection.execute

            def counted(*args: object, **kwargs: object) -> object:
                count[0] += 1
                return execute(*args, **kwargs)  # type: ignore[call-overload]  # as they came

            monkeypatch.setattr(unit._connection, "execute", counted)
            first_sights(unit, desk.now + timedelta(hours=0))
            return count[0]

    queued.queue(direct.released(text="One."))
    few = asked()
    for text in ("Two.", "Three.", "Four."):
        queued.queue(direct.released(text=text))

    assert asked() == few
