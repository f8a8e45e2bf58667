"""What happened since a post was queued keeps it here, and whoever queued it is told at once."""

from dataclasses import replace

import pytest

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.errors import NotAllowed
from smadmin.domain.sending import Next
from smadmin.domain.students import StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.since_queued import mandate_stands
from smadmin.services.students.roster import Students
from tests.queued import Queued, make_queued


@pytest.fixture(scope="module")
def queued(tmp_path_factory: pytest.TempPathFactory) -> Queued:
    """One school for all cases: founding it takes longer than a case."""
    return make_queued(tmp_path_factory.mktemp("queued"))


def test_whoever_queued_it_is_told_at_once_what_keeps_it_here(queued: Queued) -> None:
    direct, ana = queued.direct, queued.direct.road.by("ana")
    post = direct.released()
    publication = queued.queue(post)
    assert direct.sendings.standing(ana, publication).kept_here == ()

    desk, road = direct.road.school.desk, direct.road
    Students(desk, road.media, roster_age_days=30).add(road.by("pat"), StudentEntry("Lia", "Moreno"))
    before = direct.sendings.standing(ana, publication)
    direct.road.school.clock.forward(hours=1, seconds=1)
    then = direct.sendings.standing(ana, publication)
    with pytest.raises(NotAllowed) as refused:
        queued.seat().go(publication)

    assert (before.decision.next, then.decision.next) == (Next.HOLD, Next.HOLD)
    assert [one.message.id for one in before.kept_here] == ["queue.children-changed"]
    assert before.kept_here == then.kept_here == refused.value.reasons
    again = queued.queueing.pack(ana, post, direct.blogs[0], queued.in_an_hour)
    queued.queueing.enter(ana, again)
    assert direct.sendings.standing(ana, publication).decision.next is Next.WAIT


def test_a_week_that_was_taken_back_lets_nothing_out_any_more(queued: Queued) -> None:
    road, publication = queued.direct.road, queued.queue(queued.direct.released())
    seat = queued.seat()
    with seat.desk.look() as unit:
        proven, packet = seat.proof.now(unit), seat.sendings.look_ready(seat.by, publication).packet
        week = proven.acts(Act.SIGN_WEEK)[-1]
        by_week = replace(packet.signed, mandate=ReleaseBy.WEEK, mandate_seq=week.seq)
        since = proven.head.seq
        assert mandate_stands(proven, by_week, since)
        assert not mandate_stands(proven, replace(by_week, mandate_seq=since + 1), since)

    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record(Act.WITHDRAW_WEEK, Noun.WEEKS, week.body.id)

    with seat.desk.look() as unit:
        assert not mandate_stands(seat.proof.now(unit), by_week, since)
