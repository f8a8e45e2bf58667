"""A post that the platform's own scheduler keeps: handed over once, watched, taken back, read at its time."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.publishers import Trouble
from smadmin.domain.sending import Next, SendStage
from smadmin.domain.students import StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.crises import Crises
from smadmin.services.entrusting import Entrusting
from smadmin.services.policy import Policy
from smadmin.services.students.roster import Students
from tests.direct import Killed
from tests.fake_platform import Fault
from tests.queued import Queued, make_queued


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    found = make_queued(tmp_path)
    found.direct.platform.can_schedule = True
    return found


def entrusting(queued: Queued) -> Entrusting:
    desk, proof = queued.direct.road.school.desk, queued.direct.road.proof
    return Entrusting(
        desk,
        proof,
        queueing=queued.queueing,
        sendings=queued.direct.sendings,
        facts=lambda one: Policy.shipped().platforms[one],
    )


def handed(queued: Queued) -> Publication:
    """Have Ana let the blog keep a post of words alone for an hour."""
    direct, ana = queued.direct, queued.direct.road.by("ana")
    post = direct.released()
    packed = entrusting(queued).pack(ana, post, direct.blogs[0], queued.in_an_hour)
    direct.intended(post, direct.blogs[0])
    return queued.queueing.enter(ana, packed).value


def acts(queued: Queued, publication: Publication) -> list[str]:
    desk = queued.direct.road.school.desk
    with desk.look(queued.direct.road.by("ana")) as unit:
        return [one.act for one in unit.record.about(Noun.PUBLICATIONS, publication.id)]


def kept_of(queued: Queued, publication: Publication) -> Publication:
    with queued.direct.road.school.desk.look(queued.direct.road.by("ana")) as unit:
        return unit.publications.get(publication.id)


def add_child(queued: Queued, first: str, last: str = "Quill") -> None:
    road = queued.direct.road
    students = Students(road.school.desk, road.media, roster_age_days=30)
    students.add(road.by("pat"), StudentEntry(first, last))


def test_it_is_handed_over_at_once_waits_there_and_is_read_at_its_time(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform

    standing = queued.seat().go(publication)

    assert (standing.sending.stage, standing.decision.next) == (SendStage.ENTRUSTED, Next.WAIT)
    assert [one.shows for one in platform.kept] == [queued.in_an_hour]
    assert "publish" not in platform.calls
    queued.direct.road.school.clock.forward(hours=1, minutes=1, seconds=1)
    queued.seat().go(publication)
    assert acts(queued, publication) == [
        *(Act.INTEND, Act.QUEUE, Act.SEND, Act.ENTRUST, Act.PUBLISH, Act.READ_BACK)
    ]
    kept = kept_of(queued, publication)
    assert (kept.step, kept.differs) == (PublicationStep.CONFIRMED, ())
    assert len(platform.kept) == 1


def test_a_lost_answer_is_looked_for_there_and_nothing_is_handed_over_twice(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    faults = [Fault(Trouble.LOST, after=True)]
    platform.faults = lambda method: faults.pop() if method == "schedule" and faults else None

    standing = queued.seat().go(publication)

    assert standing.sending.stage is SendStage.ENTRUSTED
    assert (len(platform.kept), platform.calls.count("schedule")) == (1, 1)


@pytest.mark.parametrize("part", range(9))
def test_killed_anywhere_it_is_there_once(queued: Queued, part: int) -> None:
    publication, platform = handed(queued), queued.direct.platform

    with suppress(Killed):
        queued.seat().go(publication, killed_after=part)
    queued.direct.road.school.clock.forward(minutes=1)
    standing = queued.seat().go(publication)
    for _ in range(20):
        if standing.sending.stage is SendStage.ENTRUSTED:
            break
        queued.direct.road.school.clock.forward(minutes=1)
        standing = queued.seat().go(publication)

    assert standing.sending.stage is SendStage.ENTRUSTED
    assert len(platform.kept) == 1


@pytest.mark.demand("BAL-B1j2")
def test_a_change_of_the_list_of_children_takes_it_back(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    queued.seat().go(publication)
    add_child(queued, "Zoe")

    standing = queued.seat().go_or_refused(publication)

    assert platform.kept == []
    assert acts(queued, publication)[-1] == Act.NOT_OUT
    assert kept_of(queued, publication).step is PublicationStep.INTENDED
    assert standing is None, "it isn't handed over anew"


def test_who_asks_for_it_gets_it_back_and_it_stays_here(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    queued.seat().go(publication)
    ana = queued.direct.road.by("ana")

    entrusting(queued).ask_back(ana, publication)
    assert queued.direct.sendings.standing(ana, publication).kept_here
    queued.seat().go_or_refused(publication)

    assert platform.kept == []
    queued.queueing.take_out(ana, publication)
    assert acts(queued, publication)[-3:] == [Act.RECALL, Act.NOT_OUT, Act.UNQUEUE]


def test_off_line_it_is_tried_until_it_is_taken_back(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    queued.seat().go(publication)
    entrusting(queued).ask_back(queued.direct.road.by("ana"), publication)
    platform.faults = lambda method: Fault(Trouble.UNREACHABLE) if method == "who_am_i" else None
    for _ in range(12):
        assert queued.seat().go(publication).decision.next is Next.WAIT
        queued.direct.road.school.clock.forward(minutes=1)
    assert len(platform.kept) == 1
    platform.faults = lambda _: None

    queued.seat().go_or_refused(publication)

    assert platform.kept == []


def test_what_could_not_be_taken_back_in_time_is_told_as_out(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    queued.seat().go(publication)
    entrusting(queued).ask_back(queued.direct.road.by("ana"), publication)
    queued.direct.road.school.clock.forward(hours=1, minutes=2)

    queued.seat().go(publication)

    assert len(platform.kept) == 1
    assert kept_of(queued, publication).step is PublicationStep.CONFIRMED


def test_what_the_platform_missed_is_asked_about_and_never_sent_from_here(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    queued.seat().go(publication)
    platform.misses = True
    clock = queued.direct.road.school.clock
    clock.forward(hours=1, minutes=2)
    for _ in range(12):
        standing = queued.seat().go(publication)
        clock.forward(hours=1)

    assert standing.decision.next is Next.ASK
    assert (len(platform.kept), platform.calls.count("publish")) == (1, 0)


def test_what_was_not_handed_over_in_time_goes_out_from_here_at_its_time(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    clock = queued.direct.road.school.clock
    clock.forward(minutes=50)  # the computer was off
    assert queued.seat().go(publication).decision.next is Next.WAIT
    clock.forward(minutes=11)

    queued.seat().go(publication)

    assert (platform.calls.count("schedule"), platform.calls.count("publish")) == (0, 1)


def test_a_stop_to_everything_takes_it_back(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    queued.seat().go(publication)
    road = queued.direct.road
    crises, pat = Crises(road.school.desk, road.proof), road.by("pat")
    crises.hold(pat)
    sheet = crises.sheet(pat)
    assert sheet is not None
    assert [(one.link, one.post) for one in sheet.there] == [(platform.kept[0].posted.link, publication.post)]
    assert sheet.leaving == ()

    standing = queued.seat().go(publication)

    assert platform.kept == []
    sheet = crises.sheet(pat)
    assert sheet is not None
    assert (sheet.there, sheet.stopped) == ((), 1)
    assert standing.decision.next is Next.HOLD


def test_pictures_and_childrens_names_wait_here_alone(queued: Queued) -> None:
    direct, ana = queued.direct, queued.direct.road.by("ana")
    pictured = direct.released(photo=True)
    with pytest.raises(NotAllowed) as refused:
        entrusting(queued).pack(ana, pictured, direct.blogs[0], queued.in_an_hour)
    assert "entrust.pictures" in {one.message.id for one in refused.value.reasons}


def test_a_post_that_names_a_child_waits_here_alone(queued: Queued) -> None:
    direct, ana = queued.direct, queued.direct.road.by("ana")
    add_child(queued, "Mia")
    post = direct.released(text="On Thursday Mia's kite won.")
    with pytest.raises(NotAllowed) as refused:
        entrusting(queued).pack(ana, post, direct.blogs[0], queued.in_an_hour)
    assert [one.message.id for one in refused.value.reasons] == ["entrust.named"]


def test_too_soon_for_the_platform_is_said(queued: Queued) -> None:
    direct, ana = queued.direct, queued.direct.road.by("ana")
    post, soon = direct.released(), queued.in_an_hour - timedelta(minutes=52)
    with pytest.raises(NotAllowed) as refused:
        entrusting(queued).pack(ana, post, direct.blogs[0], soon)
    assert [one.message.id for one in refused.value.reasons] == ["entrust.too-soon"]
