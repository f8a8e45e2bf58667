"""How a queued post stands, asked in one place: Today, Approvals, Publish and the hold say the same."""

from pathlib import Path

import pytest

from smadmin.domain.ids import PostId
from smadmin.domain.publications import Publication
from smadmin.domain.publishers import Trouble
from smadmin.domain.sending import Next
from smadmin.domain.students import StudentEntry
from smadmin.services.crises import MOST_NAMED, Crises
from smadmin.services.how_far import HowFar, how_far
from smadmin.services.queue_states import Lines, ListedInLine, QueueState
from smadmin.services.students.roster import Students
from tests.fake_platform import Fault
from tests.queued import Queued, make_queued


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_queued(tmp_path)


def line(queued: Queued, by: str = "ana") -> ListedInLine:
    road = queued.direct.road
    (one,) = Lines(road.school.desk, road.proof).brief(road.by(by)).lines
    return one


def far(queued: Queued, post: PostId) -> HowFar:
    road = queued.direct.road
    with road.school.desk.look(road.by("pat")) as unit:
        return how_far(unit, road.proof.now(unit), unit.posts.get(post), road.school.clock.now())


def shown_on_publish(queued: Queued, publication: Publication) -> Next:
    road = queued.direct.road
    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        return queued.direct.sendings.stands(proven, unit.publications.get(publication.id)).decision.next


def test_it_goes_by_itself_at_its_time(queued: Queued) -> None:
    post, at = queued.direct.released(), queued.in_an_hour
    queued.queue(post, at=at)

    told = line(queued)

    assert (told.post, told.line.state, told.line.queued.at, told.mine) == (
        post,
        QueueState.BY_ITSELF,
        at,
        True,
    )
    assert (far(queued, post).goes_at, far(queued, post).kept_here) == (at, False)
    assert not line(queued, "pat").mine


def test_what_stays_here_since_the_children_changed_is_said_so_everywhere(queued: Queued) -> None:
    post, road = queued.direct.released(), queued.direct.road
    publication = queued.queue(post)
    students = Students(road.school.desk, road.media, roster_age_days=30)

    students.add(road.by("pat"), StudentEntry("Lia", "Moreno"))

    told = line(queued).line
    assert (told.state, [one.message.id for one in told.why]) == (QueueState.KEPT, ["queue.children-changed"])
    assert (far(queued, post).goes_at, far(queued, post).kept_here) == (None, True)
    assert [one.message.id for one in far(queued, post).why] == ["queue.children-changed"]
    assert shown_on_publish(queued, publication) is Next.HOLD


def test_missed_and_on_its_way_are_told_apart(queued: Queued) -> None:
    direct = queued.direct
    publication = queued.queue(direct.released())
    direct.platform.faults = lambda method: Fault(Trouble.LOST) if method in {"publish", "find"} else None
    direct.road.school.clock.forward(hours=1, seconds=1)
    queued.seat().go(publication)
    assert line(queued).line.state is QueueState.GOING

    other = queued.queue(direct.released(text="Another post."))
    direct.road.school.clock.forward(hours=3)

    road = direct.road
    states = {
        one.line.publication.id: one.line.state
        for one in Lines(road.school.desk, road.proof).brief(road.by("ana")).lines
    }
    assert states == {publication.id: QueueState.GOING, other.id: QueueState.MISSED}


def test_a_hold_keeps_it_and_names_it_and_its_end_lets_it_go(queued: Queued) -> None:
    road, post = queued.direct.road, queued.direct.released(text="The book fair is on.")
    queued.queue(post)
    crises = Crises(road.school.desk, road.proof)
    crises.hold(road.by("pat"))

    held, sheet = line(queued).line, crises.sheet(road.by("pat"))
    crises.go_on(road.by("pat"), "The storm is over.")

    assert (held.state, held.stopped) == (QueueState.KEPT, True)
    assert sheet is not None
    assert [(one.post, one.words) for one in sheet.waits] == [(post, "The book fair is on.")]
    assert sheet.stopped == len(sheet.waits) < MOST_NAMED
    assert line(queued).line.state is QueueState.BY_ITSELF


def test_once_out_or_taken_out_it_is_in_no_list(queued: Queued) -> None:
    direct = queued.direct
    publication = queued.queue(direct.released())
    direct.road.school.clock.forward(hours=1, seconds=1)
    queued.seat().go(publication)
    queued.queueing.take_out(direct.road.by("ana"), queued.queue(direct.released(text="Another.")))

    assert Lines(direct.road.school.desk, direct.road.proof).brief(direct.road.by("ana")).lines == ()


def test_who_answers_for_nobody_else_is_given_their_own_alone(queued: Queued) -> None:
    road = queued.direct.road
    queued.queue(queued.direct.released())
    lines = Lines(road.school.desk, road.proof)

    assert [len(lines.brief(road.by(name)).lines) for name in ("ana", "dee", "pat")] == [1, 0, 1]
