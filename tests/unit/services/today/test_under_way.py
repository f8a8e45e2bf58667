"""What is under way on Today: what goes out by itself and when, a hold of everything, what nobody sees."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.publishers import PublisherFailed, Trouble
from smadmin.domain.vocabulary import Act
from smadmin.services.crises import Crises
from smadmin.services.how_far import how_far
from smadmin.services.today.gather import Today
from smadmin.services.today.view import TodayView
from tests.direct import drive
from tests.fake_platform import Fault
from tests.queued import Queued, make_queued
from tests.road import Road


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_queued(tmp_path)


def gathered(road: Road, name: str) -> TodayView:
    return Today(road.school.desk, road.reader, road.proof).gather(road.by(name))


def test_a_queued_post_has_its_time_everywhere_and_a_hold_is_seen_and_ends(queued: Queued) -> None:
    road, at = queued.direct.road, queued.in_an_hour
    post = queued.direct.released()
    queued.queue(post, at=at)
    crises = Crises(road.school.desk, road.proof)

    crises.hold(road.by("pat"))
    (one,), stopped = gathered(road, "ana").halfway, gathered(road, "pat").stopped
    crises.go_on(road.by("pat"), "The storm is over.")

    assert (one.queued_at, one.missed, one.platform) == (at, False, "WordPress")
    assert stopped
    assert not gathered(road, "ana").stopped
    with road.school.desk.look(road.by("ana")) as unit:
        now = road.school.clock.now()
        far = how_far(unit, road.proof.now(unit), unit.posts.get(post), now)
    assert (far.goes_at, far.perhaps_out) == (at, False)


def test_a_post_that_no_visitor_sees_is_told(queued: Queued) -> None:
    direct = queued.direct
    direct.platform.spoils = lambda seen: replace(seen, public=False)

    post = direct.released()
    direct.go(direct.intended(post))

    mine, hers = gathered(direct.road, "ana").hidden, gathered(direct.road, "pat").hidden
    assert [(one.post, one.mine) for one in (*mine, *hers)] == [(post, True), (post, False)]


def test_what_no_visitor_sees_ends_no_silence_until_it_is_looked_at_again(queued: Queued) -> None:
    direct, road = queued.direct, queued.direct.road
    direct.go(direct.intended(direct.released()))
    road.school.clock.forward(hours=24)
    direct.platform.spoils = lambda seen: replace(seen, public=False)
    post = direct.released(text="The fair begins at noon, in the hall.")
    hidden = direct.intended(post)
    direct.go(hidden)

    def quiet_days() -> int:
        found = next(one for one in gathered(road, "ana").accounts if one.account.id == direct.blogs[0])
        return found.cadence.quiet_days

    assert quiet_days() == 1
    direct.platform.spoils = lambda seen: seen
    drive(direct.send_road.look_again(road.by("ana"), hidden))

    assert quiet_days() == 0
    assert gathered(road, "ana").hidden == ()
    assert direct.acts(hidden)[-2:] == [Act.READ_BACK, Act.READ_BACK]


def test_a_look_that_nobody_answers_leaves_what_was_read(queued: Queued) -> None:
    direct, road = queued.direct, queued.direct.road
    direct.platform.spoils = lambda seen: replace(seen, public=False)
    hidden = direct.intended(direct.released())
    direct.go(hidden)
    direct.platform.faults = lambda _: Fault(Trouble.UNREACHABLE)

    with pytest.raises(PublisherFailed):
        drive(direct.send_road.look_again(road.by("ana"), hidden))

    assert len(gathered(road, "ana").hidden) == 1
