"""A child is out: the post goes out nowhere else, whoever began it, and its card says where it may still."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.cases import About, Opening
from smadmin.domain.computers import Computer, Owner
from smadmin.domain.errors import NotAllowed
from smadmin.domain.escalations import Telling, Trouble, Whom
from smadmin.domain.ids import PostId, SeatId
from smadmin.domain.posts import PostStage
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.services.cases import Cases
from smadmin.services.clearing import Clearing
from smadmin.services.escalations import Escalations
from smadmin.services.releases import Facts
from smadmin.services.stopping import Stopping
from tests.afterwards import out, removals_of, take_down
from tests.direct import Direct
from tests.entrusted import entrusting, handed, make_entrusted
from tests.queued import Queued, make_queued

WHY = "A child is out."


def stop(direct: Direct, post: PostId | None, by: str = "dee") -> None:
    road = direct.road
    assert post is not None
    stopping = Stopping(road.school.desk, road.proof, Facts(road.school.desk, road.reader))
    stopping.stop(road.by(by), post, WHY)


def waits(direct: Direct, post: PostId | None) -> int:
    """Tell on how many accounts it may still go out, as its card says."""
    road = direct.road
    assert post is not None
    return len(Clearing(road.school.desk, road.proof, removals_of(direct)).sheet(road.by("ana"), post).waits)


def stage(direct: Direct, post: PostId) -> PostStage:
    return direct.road.posts.get(direct.road.by("ana"), post).stage


def at(queued: Queued, publication: Publication) -> PublicationStep:
    with queued.direct.road.school.desk.look(queued.direct.road.by("ana")) as unit:
        return unit.publications.get(publication.id).step


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    made = make_queued(tmp_path, blogs=2)
    made.direct.road.school.designate("dee", *made.direct.blogs)
    return made


@pytest.mark.demand("BLO-IV-D2")
def test_a_released_post_that_nobody_began_goes_back_to_its_author(queued: Queued) -> None:
    direct = queued.direct
    post = direct.released(*direct.blogs)
    assert waits(direct, post) == 2

    stop(direct, post)
    assert waits(direct, post) == 0
    assert stage(direct, post) is PostStage.SENT_BACK
    assert direct.road.posts.get(direct.road.by("ana"), post).sent_back == WHY
    with pytest.raises(NotAllowed):
        direct.intended(post)
    with pytest.raises(NotAllowed):
        direct.road.approvals.release(direct.road.by("pat"), post)
    stop(direct, post)


@pytest.mark.demand("BLO-IV-D2")
def test_whoever_publishes_there_stops_what_somebody_else_queued(queued: Queued) -> None:
    direct = queued.direct
    post = direct.released(*direct.blogs)
    publication = queued.queue(post)
    begun = direct.intended(post, direct.blogs[1])

    stop(direct, post, by="dee")
    assert waits(direct, post) == 0
    assert [at(queued, one) for one in (publication, begun)] == [PublicationStep.GIVEN_UP] * 2
    direct.road.school.clock.forward(hours=1, minutes=1)
    queued.seat().go_or_refused(publication)
    assert direct.platform.kept == []


@pytest.mark.demand("BLO-IV-D2")
def test_what_is_out_on_one_account_goes_to_no_other_and_the_card_closes_then_alone(queued: Queued) -> None:
    direct, road = queued.direct, queued.direct.road
    post, ana = direct.released(*direct.blogs), road.by("ana")
    publication = direct.go(direct.intended(post)).publication
    cases = Cases(road.school.desk, road.reader, road.proof)
    case = cases.open(ana, Opening(Trouble.CHILD_OUT, About.POST, post)).value
    now = Escalations(road.school.desk, road.reader, road.proof).help(ana).now
    cases.tell(ana, case, Telling(Trouble.CHILD_OUT, Whom.PRINCIPAL, now))
    take_down(direct, publication)
    with pytest.raises(NotAllowed) as refused:
        cases.close(ana, case)
    assert [one.message.id for one in refused.value.reasons] == ["cases.still-waits"]

    stop(direct, post)
    assert stage(direct, post) is PostStage.PUBLISHED
    with pytest.raises(NotAllowed):
        direct.intended(post, direct.blogs[1])
    cases.close(ana, case)


def test_the_platform_s_own_scheduler_is_asked_to_give_it_back(tmp_path: Path) -> None:
    queued = make_entrusted(tmp_path)
    publication, direct = handed(queued), queued.direct
    queued.seat().go(publication)
    assert len(direct.platform.kept) == 1

    stop(direct, publication.post, by="pat")
    assert waits(direct, publication.post) == 1
    queued.seat().go_or_refused(publication)
    assert direct.platform.kept == []
    assert waits(direct, publication.post) == 0
    with pytest.raises(NotAllowed):
        entrusting(queued).ask_back(direct.road.by("ana"), publication)


def test_what_lies_ready_in_somebody_s_hands_is_named(queued: Queued, tmp_path: Path) -> None:
    direct, road = queued.direct, queued.direct.road
    post = road.released()
    publication = road.publications.intend(road.by("ana"), post, road.x).value
    road.publications.note_handed_out(road.by("ana"), publication)

    stop(direct, post)
    assert waits(direct, post) == 1


def test_it_is_stopped_at_a_personal_computer_without_asking_why_there(queued: Queued) -> None:
    direct, desk = queued.direct, queued.direct.road.school.desk
    post = direct.released()
    waiting = direct.road.submitted(accounts=direct.blogs[1:])
    home = Computer(direct.road.by("dee").seat or SeatId(""), Owner.PERSONAL, "At home")
    desk.computer = lambda _unit, _by: home

    stop(direct, post)
    stop(direct, waiting)
    assert [stage(direct, one) for one in (post, waiting)] == [PostStage.SENT_BACK] * 2


def test_only_who_publishes_there_stops_it(queued: Queued) -> None:
    direct, road = queued.direct, queued.direct.road
    road.school.admit("eve", "Eve Rios", set(), by="pat")
    road.school.designate("eve", road.x)
    post = direct.released()
    with pytest.raises(NotAllowed):
        stop(direct, post, by="eve")
    assert waits(direct, post) == 1
    stop(direct, post, by="pat")
    assert waits(direct, post) == 0


def test_what_is_out_everywhere_needs_no_row(queued: Queued) -> None:
    direct = queued.direct
    publication = out(direct)
    stop(direct, publication.post)
    assert at(queued, replace(publication)) is PublicationStep.CONFIRMED
