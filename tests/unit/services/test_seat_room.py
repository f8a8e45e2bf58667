"""The room in which a computer login works: rounds, what is left over, and where the record ends."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.credentials.secrets import NoKeyring
from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.messages import say
from smadmin.domain.sending import Next
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.grounds import DataFolder
from smadmin.services.places import Place
from smadmin.services.seat_room import SeatRoom
from smadmin.storage.store import Store
from tests.queued import Queued, make_queued


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_queued(tmp_path, blogs=2)


def room_of(queued: Queued) -> SeatRoom:
    school = queued.direct.road.school
    school.note()
    place = Place(school.folder, school.folder)
    store, ids = Store.open(school.folder), school.desk.ids
    folder = DataFolder(place, store, school.secrets, school.clock, ids, keyring=lambda _: school.secrets)
    room = SeatRoom(folder, folder.own_desk())
    room.publishers = {queued.direct.platform.platform: queued.direct.platform}
    return room


def test_a_round_takes_what_is_due_and_tells_what_moved(queued: Queued) -> None:
    direct, clock = queued.direct, queued.direct.road.school.clock
    post = direct.released(*direct.blogs)
    first = queued.queue(post, direct.blogs[0])
    second = queued.queue(post, direct.blogs[1], at=queued.in_an_hour.replace(minute=30, hour=18))
    room = room_of(queued)
    assert not room.changes()
    assert room.next_at() == queued.in_an_hour

    clock.forward(hours=1, seconds=1)
    moved = room.changes()

    assert moved.ids("publications") == {first.id}
    assert [one.sent.key for one in direct.platform.kept] == [first.id]
    with room.desk.look() as unit:
        assert unit.outbox.ids() == (second.id,)
    assert room.heads.kept() == room.desk.newest


def test_where_nothing_is_queued_no_keyring_is_asked(queued: Queued, monkeypatch: pytest.MonkeyPatch) -> None:
    room = room_of(queued)

    def silent(*_: object) -> str | None:
        raise NoKeyring(say("keys.no-keyring"))

    secrets = type(queued.direct.road.school.secrets)
    with monkeypatch.context() as without:
        without.setattr(secrets, "get", silent)
        assert not room.changes()
    queued.queue(queued.direct.released())
    monkeypatch.setattr(secrets, "get", silent)
    with pytest.raises(KnownError):
        tuple(room.round())


def test_what_is_no_longer_queued_is_shredded(queued: Queued) -> None:
    publication = queued.queue(queued.direct.released())
    desk, ana = queued.direct.road.school.desk, queued.direct.road.by("ana")
    with desk.deed(ana) as deed:  # another program ended it, and left the file
        deed.record(Act.UNQUEUE, Noun.PUBLICATIONS, publication.id)
    room = room_of(queued)

    room.changes()

    with desk.look() as unit:
        assert unit.outbox.ids() == ()


def test_a_record_that_isnt_the_noted_one_sends_nothing_and_shreds_nothing(queued: Queued) -> None:
    publication = queued.queue(queued.direct.released())
    school = queued.direct.road.school
    school.clock.forward(hours=1, seconds=1)
    room = room_of(queued)
    with school.desk.deed(school.by("ana")) as deed:
        seq = deed.record(Act.READ_STAFF_PAGE, Noun.PEOPLE, school.people["ana"])
    school.note()
    with school.desk.store.deed(school.id, None) as unit:  # rolled back behind the note
        for table in ("record_part", "record_row"):
            unit._connection.exec_driver_sql(f"DELETE FROM {table} WHERE seq = {seq}")

    done = tuple(room.round())

    assert [type(one.error) for one in done] == [NotAllowed] or all(
        one.standing is not None and one.standing.decision.next is not Next.DONE for one in done
    )
    assert queued.direct.platform.kept == []
    with school.desk.look() as unit:
        assert unit.outbox.ids() == (publication.id,)


def test_what_was_queued_at_another_login_is_left_to_it(queued: Queued) -> None:
    publication = queued.queue(queued.direct.released())
    queued.direct.road.school.clock.forward(hours=1, seconds=1)
    room = room_of(queued)
    room.seat = replace(room.seat, identity=Identity.new())

    assert tuple(room.round()) == ()

    with room.desk.look() as unit:
        assert unit.outbox.ids() == (publication.id,)


def test_before_its_time_and_after_it_nothing_is_proven_and_no_keyring_asked(
    queued: Queued, monkeypatch: pytest.MonkeyPatch
) -> None:
    queued.queue(queued.direct.released())
    room, clock = room_of(queued), queued.direct.road.school.clock
    begun: list[None] = []
    begin = room.begin

    def counted() -> Actor | None:
        begun.append(None)
        return begin()

    monkeypatch.setattr(room, "begin", counted)

    room.changes()
    clock.forward(hours=3)
    room.changes()
    assert begun == []

    clock.forward(hours=-1, minutes=-30)
    assert room.changes()
    assert len(begun) == 1
