"""Sealed packets that go out no more are erased with their token; the post stays, and is asked about."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountStage
from smadmin.domain.keys import KeyKind, TrustAct
from smadmin.domain.log_ins import ApiToken, LogIn
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.publishers import Trouble
from smadmin.domain.sending import Next, SendStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services import seat_room
from smadmin.services.grounds import DataFolder
from smadmin.services.places import Place
from smadmin.services.queue_states import InLine, QueueState, in_line
from smadmin.services.seat_room import SeatRoom
from smadmin.storage.store import Store
from tests.direct import TOKEN
from tests.fake_platform import Fault
from tests.queued import Queued, make_queued


@pytest.fixture
def queued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Queued:
    made = make_queued(tmp_path)
    platform = made.direct.platform
    monkeypatch.setattr(seat_room, "platforms_of", lambda *_: {platform.platform: platform})
    return made


def room_of(queued: Queued) -> SeatRoom:
    school = queued.direct.road.school
    school.note()
    place = Place(school.folder, school.folder)
    store, ids = Store.open(school.folder), school.desk.ids
    folder = DataFolder(place, store, school.secrets, school.clock, ids, keyring=lambda _: school.secrets)
    return SeatRoom(folder, folder.own_desk())


def lying(queued: Queued) -> int:
    with queued.direct.road.school.desk.look() as unit:
        return len(unit.outbox.ids())


def stands(queued: Queued, publication: Publication) -> InLine | None:
    road = queued.direct.road
    with road.school.desk.look(road.by("ana")) as unit:
        kept = unit.publications.get(publication.id)
        return in_line(road.proof.now(unit), kept, road.school.clock.now())


def misses_its_time(queued: Queued) -> None:
    queued.direct.road.school.clock.forward(hours=2, seconds=1)


def retires_the_seat(queued: Queued) -> None:
    with queued.direct.road.school.desk.deed(queued.direct.road.by("pat")) as deed:
        seats = [one for one in deed.trust.keys.values() if one.kind is KeyKind.SEAT]
        for key in seats:
            deed.record_trust(TrustAct.RETIRE, Noun.KEYS, key.id, {"key": key.id})


def connects_anew(queued: Queued) -> None:
    queued.direct.connect(queued.direct.blogs[0])


def keeps_another_token(queued: Queued) -> None:
    blog = queued.direct.blogs[0]
    log_in = LogIn("ana", "a long password for blog0 77", tokens=(ApiToken(TOKEN, "another"),))
    queued.direct.vault.keep(queued.direct.road.by("ana"), blog, log_in)


def closes_the_account(queued: Queued) -> None:
    desk, blog = queued.direct.road.school.desk, queued.direct.blogs[0]
    with desk.deed(queued.direct.road.by("pat")) as deed:
        deed.unit.accounts.change(replace(deed.unit.accounts.get(blog), stage=AccountStage.CLOSED))
        deed.record(Act.CLOSE, Noun.ACCOUNTS, blog)


ENDS = (misses_its_time, retires_the_seat, connects_anew, keeps_another_token, closes_the_account)


@pytest.mark.demand("BAL-B1g1")
@pytest.mark.parametrize("ends", ENDS, ids=lambda one: one.__name__)
def test_what_goes_out_no_more_is_erased_by_the_window_and_stays_asked_about(
    queued: Queued, ends: Callable[[Queued], None]
) -> None:
    publication = queued.queue(queued.direct.released())
    ends(queued)
    room = room_of(queued)
    assert room.has_news()

    room.changes()

    assert lying(queued) == 0
    with queued.direct.road.school.desk.look() as unit:
        assert unit.publications.get(publication.id).step is PublicationStep.INTENDED
    told = stands(queued, publication)
    assert told is not None
    missed = ends is misses_its_time
    assert told.state is (QueueState.MISSED if missed else QueueState.KEPT)
    assert missed or told.why


@pytest.mark.parametrize("ends", ENDS, ids=lambda one: one.__name__)
def test_whoever_sits_there_erases_it_too(queued: Queued, ends: Callable[[Queued], None]) -> None:
    queued.queue(queued.direct.released())
    ends(queued)

    queued.queueing.shred_spent(queued.direct.road.by("ana"))

    assert lying(queued) == 0


def test_what_waits_or_may_be_out_keeps_its_packet(queued: Queued) -> None:
    direct = queued.direct
    publication = queued.queue(direct.released())
    queued.queueing.shred_spent(direct.road.by("ana"))
    assert lying(queued) == 1

    direct.platform.faults = lambda method: Fault(Trouble.LOST) if method in {"publish", "find"} else None
    direct.road.school.clock.forward(hours=1, seconds=1)
    queued.seat().go(publication)
    direct.road.school.clock.forward(hours=2)
    queued.queueing.shred_spent(direct.road.by("ana"))

    assert lying(queued) == 1
    told = stands(queued, publication)
    assert told is not None
    assert told.state is QueueState.GOING


def test_the_worker_goes_on_saying_what_was_missed(queued: Queued) -> None:
    queued.queue(queued.direct.released())
    misses_its_time(queued)
    tuple(room_of(queued).round())

    (again,) = room_of(queued).round()

    assert lying(queued) == 0
    assert again.standing is not None
    assert again.standing.sending.stage is SendStage.INTENDED


def test_what_was_erased_before_its_time_stands_still_when_that_comes(queued: Queued) -> None:
    queued.queue(queued.direct.released())
    connects_anew(queued)
    room_of(queued).changes()
    queued.direct.road.school.clock.forward(hours=1, seconds=1)

    (told,) = room_of(queued).round()

    assert told.error is None
    assert told.standing is not None
    assert told.standing.decision.next is Next.HOLD


def test_what_was_erased_is_queued_again_and_goes_out_once(queued: Queued) -> None:
    direct, post = queued.direct, queued.direct.released()
    queued.queue(post)
    misses_its_time(queued)
    room_of(queued).changes()

    packed = queued.queueing.pack(direct.road.by("ana"), post, direct.blogs[0], queued.in_an_hour)
    publication = queued.queueing.enter(direct.road.by("ana"), packed).value
    direct.road.school.clock.forward(hours=1, seconds=1)
    queued.seat().go(publication)

    assert [one.sent.key for one in direct.platform.kept] == [publication.id]
