"""The room in which a computer login works: rounds, what is left over, and where the record ends."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.credentials.secrets import NoKeyring
from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.messages import say
from smadmin.domain.publications import Publication
from smadmin.domain.publishers import Trouble
from smadmin.domain.sending import Next
from smadmin.domain.students import StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services import seat_room
from smadmin.services.seat_room import SeatRoom
from smadmin.services.students.roster import Students
from smadmin.services.unattended import SeatSendings
from tests.fake_platform import Fault
from tests.queued import Queued, make_queued
from tests.seat_room import begins, room_of


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_queued(tmp_path, blogs=2)


@pytest.fixture(autouse=True)
def one_platform(queued: Queued, monkeypatch: pytest.MonkeyPatch) -> None:
    platform = queued.direct.platform
    monkeypatch.setattr(seat_room, "platforms_of", lambda *_: {platform.platform: platform})


def test_a_round_takes_what_is_due_and_tells_what_moved(queued: Queued) -> None:
    direct, clock = queued.direct, queued.direct.road.school.clock
    post = direct.released(*direct.blogs)
    first = queued.queue(post, direct.blogs[0])
    second = queued.queue(post, direct.blogs[1], at=queued.in_an_hour.replace(minute=30, hour=18))
    room = room_of(queued)
    assert not room.changes().changes
    assert room.next_at() == queued.in_an_hour

    clock.forward(hours=1, seconds=1)
    moved = room.changes().changes

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
        assert not room.changes().changes
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

    (one,) = done
    assert isinstance(one.error, NotAllowed)
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
    begun = begins(room, monkeypatch)

    room.changes()
    assert begun == []
    clock.forward(hours=3)
    room.changes()
    assert begun == [None]  # once: what lay sealed for it is erased
    room.changes()
    clock.forward(hours=3)
    room.changes()
    assert begun == [None]

    queued.queue(queued.direct.released())
    clock.forward(hours=1, seconds=1)
    assert room.changes().changes
    assert len(begun) == 2


def test_a_bug_at_one_post_keeps_no_other_one_here(queued: Queued, monkeypatch: pytest.MonkeyPatch) -> None:
    direct, clock = queued.direct, queued.direct.road.school.clock
    post = direct.released(*direct.blogs)
    ids = [queued.queue(post, blog).id for blog in direct.blogs]
    room, ready = room_of(queued), SeatSendings.look_ready

    def breaks(self: SeatSendings, by: Actor, publication: Publication) -> object:
        if publication.id == min(ids):
            raise ZeroDivisionError
        return ready(self, by, publication)

    monkeypatch.setattr(SeatSendings, "look_ready", breaks)
    clock.forward(hours=1, seconds=1)

    done = room.changes()

    assert [type(one) for one in done.value] == [ZeroDivisionError]
    assert [one.sent.key for one in direct.platform.kept] == [max(ids)]
    assert done.changes.ids("publications") == {max(ids)}


def test_what_was_refused_is_asked_again_once_the_record_goes_on(
    queued: Queued, monkeypatch: pytest.MonkeyPatch
) -> None:
    school, publication = queued.direct.road.school, queued.queue(queued.direct.released())
    with school.desk.store.deed(school.id, None) as unit:
        unit.outbox.put(publication.id, b"something else")
    school.clock.forward(hours=1, seconds=1)
    room = room_of(queued)
    begun = begins(room, monkeypatch)

    for _ in range(3):
        room.changes()
    assert len(begun) == 1

    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.READ_STAFF_PAGE, Noun.PEOPLE, school.people["ana"])
    room.changes()
    assert len(begun) == 2
    room.changes()
    school.clock.forward(minutes=6)
    room.changes()
    assert len(begun) == 3


def test_what_asks_a_person_and_what_waits_to_be_read_costs_nothing(
    queued: Queued, monkeypatch: pytest.MonkeyPatch
) -> None:
    direct, clock = queued.direct, queued.direct.road.school.clock
    queued.queue(direct.released())
    direct.platform.faults = lambda method: Fault(Trouble.LOST) if method in {"publish", "find"} else None
    clock.forward(hours=1, seconds=1)
    room = room_of(queued)
    for _ in range(40):
        room.changes()
        at = room.next_at()
        if at is None:
            break
        clock.forward(seconds=(at - clock.now()).total_seconds())
    begun = begins(room, monkeypatch)

    clock.forward(hours=50)
    room.changes()

    assert at is None
    assert begun == []
    assert [one.decision.next for one in room._sights() if one.decision is not None] == [Next.ASK]


def test_a_post_queued_anew_between_the_look_and_the_deed_stays(
    queued: Queued, monkeypatch: pytest.MonkeyPatch
) -> None:
    direct = queued.direct
    post = direct.released()
    publication = queued.queue(post)
    with direct.road.school.desk.deed(direct.road.by("ana")) as deed:  # another program, and it left the file
        deed.record(Act.UNQUEUE, Noun.PUBLICATIONS, publication.id)
    room, erase = room_of(queued), SeatRoom._erase
    over: list[None] = []

    def noted() -> None:
        over.append(None)
        queued.queue(post)
        erase(room)

    monkeypatch.setattr(room, "_erase", noted)
    room.changes()

    assert over == [None]
    with room.desk.look() as unit:
        assert unit.outbox.ids() == (publication.id,)


def test_a_change_since_is_told_by_the_round_and_asked_once(queued: Queued) -> None:
    direct, road = queued.direct, queued.direct.road
    queued.queue(direct.released())
    students = Students(road.school.desk, road.media, roster_age_days=30)
    students.add(road.by("pat"), StudentEntry("Lia", "Moreno"))
    road.school.clock.forward(hours=1, seconds=1)
    room = room_of(queued)
    assert room.has_news()

    (one,) = room.round()

    assert isinstance(one.error, NotAllowed)
    assert "queue.children-changed" in [reason.message.id for reason in one.error.reasons]
    assert not room.has_news()
