"""What is under way on Today: what goes out by itself and when, a hold of everything, what nobody sees."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.services.crises import Crises
from smadmin.services.how_far import how_far
from smadmin.services.today.gather import Today
from smadmin.services.today.view import TodayView
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
