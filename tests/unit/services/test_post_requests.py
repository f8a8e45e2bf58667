"""A wished post is handed in, taken as a draft, declined with a reason; who asked is told (BAL-C1b)."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.post_requests import Edit, PostWish, WishStage
from smadmin.domain.posts import PostStage
from smadmin.importing.wishes.reading import LetterReader
from smadmin.services.post_requests import PostRequests, WishSheet
from tests.road import Road, make_road

WISH = PostWish("Art department", "Our show opens on Friday.", None, "Two photos on the shared drive")


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def wishes(road: Road) -> PostRequests:
    return PostRequests(road.school.desk, road.proof, LetterReader())


def seen(wishes: PostRequests, road: Road, name: str) -> WishSheet:
    (one,) = wishes.all(road.by(name))
    return one


@pytest.mark.demand("BAL-C1b")
def test_a_wish_waits_for_who_writes_and_becomes_a_draft_with_its_origin(
    road: Road, wishes: PostRequests
) -> None:
    request = wishes.hand_in(road.by("bo"), WISH).value

    assert [one.request.id for one in wishes.brief(road.by("ana")).waiting] == [request]
    assert wishes.brief(road.by("bo")).waiting == ()
    post = wishes.take(road.by("ana"), request, (road.x,)).value

    sheet = seen(wishes, road, "bo")
    assert (sheet.request.stage, sheet.request.post, sheet.answered_by) == (
        WishStage.TAKEN,
        post,
        "Ana Brooks",
    )
    assert sheet.draft is not None
    assert (sheet.draft.stage, sheet.draft.content.text) == (PostStage.DRAFT, WISH.text)
    assert sheet.edits == ()
    assert not sheet.published
    assert wishes.brief(road.by("ana")).waiting == ()


@pytest.mark.demand("BAL-C1b")
def test_who_asked_sees_what_was_changed_and_hears_of_it_for_a_week(road: Road, wishes: PostRequests) -> None:
    request = wishes.hand_in(road.by("bo"), WISH).value
    wishes.take(road.by("ana"), request, (road.x,))
    draft = seen(wishes, road, "ana").draft
    assert draft is not None
    road.posts.save(road.by("ana"), draft, replace(draft.content, text="Our show opens on Thursday."))

    assert seen(wishes, road, "bo").edits == (Edit("Friday.", "Thursday."),)
    assert [one.request.id for one in wishes.brief(road.by("bo")).answered] == [request]
    assert wishes.brief(road.by("ana")).answered == ()
    road.school.clock.forward(days=8)
    assert wishes.brief(road.by("bo")).answered == ()


@pytest.mark.demand("BAL-C1b")
def test_it_is_declined_once_with_a_reason_that_who_asked_reads(road: Road, wishes: PostRequests) -> None:
    request = wishes.hand_in(road.by("bo"), WISH).value
    with pytest.raises(NotAllowed):
        wishes.decline(road.by("ana"), request, " ")

    wishes.decline(road.by("ana"), request, "The newsletter has it already.")

    sheet = seen(wishes, road, "bo")
    assert (sheet.request.stage, sheet.request.reason) == (
        WishStage.DECLINED,
        "The newsletter has it already.",
    )
    for again in (
        lambda: wishes.take(road.by("ana"), request, (road.x,)),
        lambda: wishes.decline(road.by("ana"), request, "Again"),
        lambda: wishes.take_back(road.by("bo"), request),
    ):
        with pytest.raises(NotAllowed):
            again()


def test_a_reviewer_takes_none_and_nobody_takes_one_for_no_account(road: Road, wishes: PostRequests) -> None:
    request = wishes.hand_in(road.by("bo"), WISH).value

    for refused in (
        lambda: wishes.take(road.by("bo"), request, (road.x,)),
        lambda: wishes.take(road.by("ana"), request, ()),
        lambda: wishes.hand_in(road.by("bo"), replace(WISH, text="")),
    ):
        with pytest.raises(NotAllowed):
            refused()
    with pytest.raises(KnownError):
        wishes.decline(road.by("ana"), "nothing", "why")


def test_who_handed_it_in_takes_it_back_and_others_do_not_see_it(road: Road, wishes: PostRequests) -> None:
    request = wishes.hand_in(road.by("ana"), WISH).value
    assert wishes.all(road.by("bo")) == ()
    with pytest.raises(NotAllowed):
        wishes.take_back(road.by("dee"), request)

    wishes.take_back(road.by("ana"), request)

    assert seen(wishes, road, "dee").request.stage is WishStage.TAKEN_BACK


def test_what_was_answered_long_ago_leaves_the_list(road: Road, wishes: PostRequests) -> None:
    old = wishes.hand_in(road.by("bo"), WISH).value
    wishes.decline(road.by("ana"), old, "No.")
    assert seen(wishes, road, "ana").request.id == old

    road.school.clock.forward(days=91)

    assert wishes.all(road.by("ana")) == ()
