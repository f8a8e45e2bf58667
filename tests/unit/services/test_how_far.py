"""How far a released post is: on which accounts it is out, and who is at it."""

from pathlib import Path

from smadmin.services.how_far import HowFar, how_far
from tests.road import Road, make_road

LINK = "https://x.com/lincoln_es/status/1234567890"


def far(road: Road, post: str) -> HowFar:
    with road.school.desk.look(road.by("bo")) as unit:
        return how_far(unit, road.proof.now(unit), unit.posts.get(post), road.school.clock.now())


def test_a_post_that_is_out_on_one_account_says_where_and_who_is_at_it(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post = road.released(accounts=(road.x, road.facebook))
    before = far(road, post)
    publication = road.handed_out(post, tmp_path / "out")
    handed_out = far(road, post)
    road.publications.confirm(road.by("ana"), publication, LINK)

    after = far(road, post)

    assert (before.going, before.half, before.by) == (False, False, "")
    assert (handed_out.going, handed_out.half, handed_out.by) == (True, False, "Ana Brooks")
    assert ([one.id for one in after.out], [one.id for one in after.missing]) == ([road.x], [road.facebook])
    assert (after.half, after.by) == (True, "Ana Brooks")


def test_what_was_given_up_is_not_under_way(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post = road.released()
    road.publications.give_up(road.by("ana"), road.handed_out(post, tmp_path / "out"), "The site was down")

    assert not far(road, post).going
