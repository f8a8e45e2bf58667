"""What a platform's own scheduler has is held against the signed rows and the packet, never against less."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError
from smadmin.domain.publishers import Trouble, Who
from smadmin.domain.sending import SendStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.crises import Crises
from smadmin.services.queued import first_sights
from smadmin.services.ready import OtherIdentity
from tests.entrusted import acts, add_child, handed, make_entrusted
from tests.fake_platform import Fault
from tests.queued import Queued


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_entrusted(tmp_path)


def test_what_went_out_in_spite_of_the_hold_stays_on_its_sheet(queued: Queued) -> None:
    publication, platform, road = handed(queued), queued.direct.platform, queued.direct.road
    queued.seat().go(publication)
    clock, crises, pat = road.school.clock, Crises(road.school.desk, road.proof), road.by("pat")
    clock.forward(minutes=50)
    crises.hold(pat)
    platform.faults = lambda _: Fault(Trouble.UNREACHABLE)
    with suppress(KnownError):
        queued.seat().go(publication)
    clock.forward(minutes=12)
    platform.faults = lambda _: None
    with suppress(KnownError):
        queued.seat().go(publication)

    assert acts(queued, publication)[-2:] == [Act.PUBLISH, Act.READ_BACK]
    sheet = crises.sheet(pat)
    assert sheet is not None
    assert [one.post for one in sheet.despite] == [publication.post]
    assert (sheet.there, sheet.leaving, sheet.out) == ((), (), ())


def test_a_row_that_wishes_it_lets_no_picture_onto_a_scheduler(queued: Queued) -> None:
    direct, ana = queued.direct, queued.direct.road.by("ana")
    post = direct.released(photo=True)
    packed = queued.queueing.pack(ana, post, direct.blogs[0], queued.in_an_hour)
    until = queued.in_an_hour - timedelta(minutes=11)
    direct.intended(post, direct.blogs[0])
    wished = replace(packed, queued=replace(packed.queued, handed_until=until))
    publication = queued.queueing.enter(ana, wished).value

    with suppress(KnownError):
        queued.seat().go(publication)
    assert direct.platform.kept == []

    direct.road.school.clock.forward(hours=1, seconds=1)
    queued.seat().go(publication)
    assert (direct.platform.calls.count("schedule"), len(direct.platform.kept)) == (0, 1)


@pytest.mark.parametrize("stage", [SendStage.SEEN, SendStage.INTENDED, SendStage.GIVEN_UP])
def test_what_the_rows_say_is_there_is_due_whatever_its_column_says(queued: Queued, stage: SendStage) -> None:
    publication, road = handed(queued), queued.direct.road
    queued.seat().go(publication)
    with road.school.desk.deed(road.by("ana")) as deed:
        kept = deed.unit.publications.get(publication.id)
        assert kept.sending is not None
        deed.unit.publications.change(replace(kept, sending=replace(kept.sending, stage=stage)))
    add_child(queued, "Zoe")

    with road.school.desk.look() as unit:
        (sight,) = first_sights(unit, road.school.clock.now())
    assert (sight.entrusted, sight.spent) == (True, False)
    with suppress(KnownError):
        queued.seat().go(publication)
    assert queued.direct.platform.kept == []
    with road.school.desk.look() as unit:
        assert not first_sights(unit, road.school.clock.now())[0].entrusted


def test_a_persons_word_that_it_is_not_out_sends_nothing_twice(queued: Queued) -> None:
    publication, road = handed(queued), queued.direct.road
    queued.seat().go(publication)
    with road.school.desk.deed(road.by("ana")) as deed:
        deed.record(Act.NOT_OUT, Noun.PUBLICATIONS, publication.id, parts={"trouble": ""})
    road.school.clock.forward(minutes=62)
    queued.seat().go(publication)

    assert len(queued.direct.platform.kept) == 1
    assert acts(queued, publication)[-2:] == [Act.PUBLISH, Act.READ_BACK]


def test_another_log_in_at_taking_it_back_is_written_and_told_once(queued: Queued) -> None:
    publication, platform, road = handed(queued), queued.direct.platform, queued.direct.road
    queued.seat().go(publication)
    right = dict(platform.tokens)
    platform.tokens = {one: Who("id-other", "other", "Other", "https://other.example") for one in right}
    add_child(queued, "Zoe")
    before = acts(queued, publication)
    for _ in range(2):
        with pytest.raises(OtherIdentity):
            queued.seat().go(publication)
        road.school.clock.forward(minutes=11)

    assert acts(queued, publication) == [*before, Act.ENTRUST]
    assert queued.queueing.wrong_log_ins(road.by("pat")) == ((publication.account, "other"),)
    platform.tokens = right
    with suppress(KnownError):
        queued.seat().go(publication)
    assert platform.kept == [], "it is still known by its name there"
    assert acts(queued, publication)[-1] == Act.NOT_OUT
