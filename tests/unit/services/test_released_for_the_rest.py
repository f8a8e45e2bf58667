"""A post that is out on one account is released anew, as it stands, for the others, and never twice."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PostId
from smadmin.domain.posts import PostStage
from smadmin.services.sheets import Sheets
from tests.road import Road, make_road

LINK = "https://x.com/lincoln_es/status/1234567890123456789"
ON_FACEBOOK = "https://www.facebook.com/lincolnes/posts/123456789012345"


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def half_out(road: Road, folder: Path) -> PostId:
    post = road.released(accounts=(road.x, road.facebook))
    road.publications.confirm(road.by("ana"), road.handed_out(post, folder), LINK)
    return post


def ids(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.message.id for reason in refused.value.reasons]


def test_a_release_that_ran_out_halfway_is_given_anew(road: Road, tmp_path: Path) -> None:
    post, ana = half_out(road, tmp_path / "x"), road.by("ana")
    road.school.clock.forward(days=9)
    assert "publications.outside-window" in [
        one.message.id for one in road.publications.blockers(ana, post, road.facebook)
    ]

    road.approvals.void(road.by("bo"), post, "It ran out")
    road.approvals.release(road.by("bo"), post)

    with pytest.raises(NotAllowed) as again:
        road.publications.intend(ana, post, road.x)
    rest = road.handed_out(post, tmp_path / "facebook", account=road.facebook)
    road.publications.confirm(ana, rest, ON_FACEBOOK)
    assert ids(again) == ["publications.already-out"]
    assert road.posts.get(ana, post).stage is PostStage.PUBLISHED


def test_what_is_out_on_one_account_says_nothing_else_on_another(road: Road, tmp_path: Path) -> None:
    post = half_out(road, tmp_path / "x")
    road.approvals.void(road.by("pat"), post, "Once more")

    with pytest.raises(NotAllowed) as back:
        road.approvals.send_back(road.by("bo"), post, "At 9, not at 8")
    with pytest.raises(NotAllowed) as own:
        road.posts.take_back(road.by("ana"), post)

    assert ids(back) == ids(own) == ["posts.partly-out"]


def test_while_somebody_is_at_it_a_release_stays(road: Road, tmp_path: Path) -> None:
    post = half_out(road, tmp_path / "x")
    sheets = Sheets(road.school.desk, road.reader, road.proof, road.approvals)
    assert not sheets.sheet(road.by("pat"), post).far.under_way

    road.publications.intend(road.by("ana"), post, road.facebook)

    assert sheets.sheet(road.by("pat"), post).far.under_way
    with pytest.raises(NotAllowed) as late:
        road.approvals.void(road.by("pat"), post, "stop")
    assert ids(late) == ["posts.already-going-out"]
