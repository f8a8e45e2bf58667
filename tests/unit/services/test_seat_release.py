"""Who released a queued post, and by what: the computer login asks once more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.approvals import Mandate, ReleaseBy
from smadmin.domain.ids import PostId
from smadmin.domain.policy.values import NoticeKind
from smadmin.domain.posts import PostStage
from smadmin.domain.publications import Publication
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.crises import Crises
from smadmin.services.gate import LastGate
from smadmin.services.notices import Notices
from smadmin.services.releases import Facts, newest_revision
from tests.queue_cases import THURSDAY, gate_refuses, goes, permit, planned, post_for, try_to_send
from tests.queued import Queued, make_queued
from tests.road import TEXT, WEEK


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_queued(tmp_path)


def forged(queued: Queued, monkeypatch: pytest.MonkeyPatch, by: ReleaseBy) -> Publication:
    """Have Ana's changed program sign a release of her own post, and queue that."""
    direct, road = queued.direct, queued.direct.road
    ana, desk = road.by("ana"), road.school.desk
    post = road.submitted(accounts=direct.blogs[:1])
    with desk.look(ana) as unit:
        proven, revision = road.proof.now(unit), newest_revision(unit, unit.posts.get(post))
        assert revision is not None
        window = (desk.now, desk.now + timedelta(days=5))
        week = proven.acts(Act.SIGN_WEEK)[-1].seq
        mandate = Mandate(by, week if by is ReleaseBy.WEEK else 3)
        facts = Facts(desk, road.reader)
        manifest = facts.manifest(unit, proven, revision, mandate=mandate, window=window)
    with desk.deed(ana) as deed:
        deed.record(Act.APPROVE, Noun.POSTS, post, parts=manifest.parts())
        deed.unit.posts.change(replace(deed.unit.posts.get(post), stage=PostStage.RELEASED))
    monkeypatch.setattr(LastGate, "reasons", lambda *_: ())
    monkeypatch.setattr(LastGate, "mandate_holds", lambda *_: True)
    publication = queued.queue(post)
    monkeypatch.undo()
    return publication


@pytest.mark.parametrize("crisis", [False, True])
@pytest.mark.parametrize("by", list(ReleaseBy))
def test_a_release_that_nobody_but_its_author_signed_goes_nowhere(
    queued: Queued, monkeypatch: pytest.MonkeyPatch, by: ReleaseBy, crisis: bool
) -> None:
    publication = forged(queued, monkeypatch, by)
    if crisis:
        road = queued.direct.road
        Crises(road.school.desk, road.proof).hold(road.by("pat"))

    assert not goes(queued, publication)


Release = Callable[[Queued], PostId]


def by_the_office(queued: Queued) -> PostId:
    return queued.direct.released(photo=True)


def by_the_week(queued: Queued) -> PostId:
    return post_for(queued, planned(queued), released_by="bo")


def by_permission(queued: Queued) -> PostId:
    slot = planned(queued)
    permit(queued)
    return post_for(queued, slot, released_by="ana")


def by_a_notice(queued: Queued) -> PostId:
    road, blogs = queued.direct.road, queued.direct.blogs[:1]
    notices = Notices(road.school.desk, road.reader, road.proof, posts=road.posts, approvals=road.approvals)
    people, days = (road.school.people["ana"],), (WEEK, THURSDAY + timedelta(days=200))
    text = "School is closed on \u2039day\u203a."
    notices.sign(road.by("pat"), text, kind=NoticeKind.CLOSURE, people=people, accounts=blogs, days=days)
    (line,) = notices.sheet(road.by("ana")).lines
    return notices.send(road.by("ana"), line.text, {"day": "Monday"}, elsewhere=("the website",)).value


@pytest.mark.parametrize(
    "release", [by_the_office, by_the_week, by_permission, by_a_notice], ids=lambda one: one.__name__
)
def test_what_somebody_released_who_may_goes_out(queued: Queued, release: Release) -> None:
    assert goes(queued, queued.queue(release(queued)))


def test_a_permission_lets_out_one_post_for_what_was_planned(queued: Queued) -> None:
    slot = planned(queued)
    permit(queued)
    posts = [post_for(queued, slot, released_by="ana", text=f"{TEXT} {one}") for one in "ab"]
    first, second = (queued.queue(one) for one in posts)

    assert goes(queued, first)
    assert gate_refuses(queued, posts[1])
    try_to_send(queued, second)
    assert len(queued.direct.platform.kept) == 1


def test_a_permission_lets_out_one_post_for_each_that_was_planned(queued: Queued) -> None:
    road, first = queued.direct.road, planned(queued)
    blog = queued.direct.blogs[0]
    second = road.plan.add(road.by("ana"), blog, THURSDAY + timedelta(days=1), "Concert").value
    road.plan.sign_week(road.by("pat"), WEEK)
    permit(queued)
    posts = [post_for(queued, one, released_by="ana", text=f"{TEXT} {one.topic}") for one in (first, second)]
    publications = [queued.queue(one) for one in posts]

    assert goes(queued, publications[0])
    try_to_send(queued, publications[1])
    assert len(queued.direct.platform.kept) == 2
