"""Searches in the room where a computer login works: when there is something to do, and what is over."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin.credentials.secrets import NoKeyring
from smadmin.domain import sweep_tasks as pieces
from smadmin.domain.messages import say
from smadmin.domain.photos.ports import WorkersEnded
from smadmin.domain.vocabulary import Act, Noun
from smadmin.imaging.workers import PhotoWorkers
from smadmin.services import seat_searches
from smadmin.services.grounds import DataFolder
from smadmin.services.places import Place
from smadmin.services.seat_room import SeatRoom
from smadmin.storage.store import Store
from tests.seeing import Eyes
from tests.sweeping import Sweeping, make_sweeping


class Workers(Eyes):
    """Eyes that can be ended, as processes can."""

    ended = 0

    def close(self) -> None:
        Workers.ended += 1

    def stop(self) -> None:
        self.descriptor = "stopped"


@pytest.fixture
def sweeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sweeping:
    monkeypatch.setattr(pieces, "CHUNK", 2)
    monkeypatch.setattr(PhotoWorkers, "open", lambda **_: Workers())
    monkeypatch.setattr(Workers, "ended", 0)
    return make_sweeping(tmp_path)


def room_of(sweeping: Sweeping) -> SeatRoom:
    school = sweeping.room.school
    school.note()
    place = Place(school.folder, school.folder)
    store, ids = Store.open(school.folder), school.desk.ids
    folder = DataFolder(place, store, school.secrets, school.clock, ids, keyring=lambda _: school.secrets)
    return SeatRoom(folder, folder.own_desk())


def all_of(room: SeatRoom) -> Iterator[seat_searches.SearchedPart]:
    yield from room.search()
    while room.searching:
        yield from room.search()


def test_a_window_that_looks_now_and_then_finishes_it(sweeping: Sweeping) -> None:
    room = room_of(sweeping)
    assert not room.changes().changes
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)

    first = room.changes().changes
    parts = list(all_of(room))

    assert first.ids("sweeps") == {sweeping.sweep}
    assert [(one.done, one.total) for one in parts] == [(4, 5), (5, 5)]
    assert not room.searching
    assert Workers.ended == 1
    assert room.heads.kept() == room.desk.newest
    assert list(room.search()) == []


def test_while_nothing_is_sealed_no_keyring_is_asked_and_nothing_that_sees_is_loaded(
    sweeping: Sweeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = room_of(sweeping)

    def silent(*_: object) -> str | None:
        raise NoKeyring(say("keys.no-keyring"))

    monkeypatch.setattr(type(sweeping.room.school.secrets), "get", silent)

    assert list(room.search()) == []
    assert room._searched is None
    assert room.next_at() is None


def test_a_computer_without_a_keyring_leaves_it_to_others(
    sweeping: Sweeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    room, asked = room_of(sweeping), list[None]()

    def silent(*_: object) -> str | None:
        asked.append(None)
        raise NoKeyring(say("keys.no-keyring"))

    monkeypatch.setattr(type(sweeping.room.school.secrets), "get", silent)

    assert list(room.search()) == []
    count = len(asked)
    assert list(room.search()) == []
    assert len(asked) == count


def test_what_others_are_at_is_looked_at_again_once_their_lease_ended(sweeping: Sweeping) -> None:
    identity, other = sweeping.admitted()
    mine = sweeping.room.school.seat.id
    assert mine is not None
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep, [mine, other])
    clock, away = sweeping.room.school.clock, sweeping.login(identity)
    for _ in range(2):
        assert away.seat._begin(away.by) is not None
    room = room_of(sweeping)

    assert len(list(all_of(room))) == 1
    assert room.next_at() == clock.at + pieces.LEASE
    clock.forward(minutes=10)
    assert len(list(all_of(room))) == 2


def test_after_its_day_a_task_file_is_erased_by_whoever_looks(sweeping: Sweeping) -> None:
    identity, other = sweeping.admitted()
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep, [other])
    room, clock = room_of(sweeping), sweeping.room.school.clock
    assert list(all_of(room)) == []
    assert room.next_at() == clock.at + pieces.LASTS

    clock.forward(hours=24)
    assert list(all_of(room)) == []

    with sweeping.room.school.desk.look() as unit:
        assert unit.sweep_tasks.ids() == ()
    assert identity is not None


def test_a_task_file_that_no_row_names_is_erased_and_one_that_was_changed_is_refused_once(
    sweeping: Sweeping,
) -> None:
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    school = sweeping.room.school
    with school.store.deed(school.id) as unit:
        connection = unit._connection
        connection.exec_driver_sql(
            "INSERT INTO sweep_task SELECT school_id, 'planted', sweep_id, ends_at, sealed FROM sweep_task"
        )
        connection.exec_driver_sql("UPDATE sweep_task SET sealed = x'00' WHERE id != 'planted'")
    room = room_of(sweeping)

    (part,) = all_of(room)

    assert part.error is not None
    assert [one.message.id for one in part.error.reasons] == ["sweeptask.other-file"]  # type: ignore[attr-defined]  # it isn't allowed
    assert list(room.search()) == []
    with school.desk.look() as unit:
        assert len(unit.sweep_tasks.ids()) == 1
    with school.desk.deed(sweeping.ana) as deed:
        deed.record(Act.READ_STAFF_PAGE, Noun.PEOPLE, school.people["ana"])
    assert len(list(room.search())) == 1  # the record went on: it is asked again


def test_when_the_window_is_closed_what_is_under_way_ends_and_is_free_at_once(
    sweeping: Sweeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    room = room_of(sweeping)

    def ends(*_: object) -> None:
        room.end()
        raise WorkersEnded(say("imaging.workers-ended"))

    monkeypatch.setattr(Workers, "decode", ends)
    (part,) = room.search()

    assert isinstance(part.error, WorkersEnded)
    assert Workers.ended == 1
    with sweeping.room.school.desk.look() as unit:
        (task,) = unit.sweep_tasks.ids()
        now = sweeping.room.school.clock.at
        assert unit.sweep_tasks.free_at(task, now) == now
