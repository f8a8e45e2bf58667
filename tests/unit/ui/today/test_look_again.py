"""Today leads from a post that a family's no came upon to its photos."""

import pytest

from smadmin.domain.ids import PhotoId, PostId
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.ui.theme import State
from smadmin.ui.today.need import Beside, Deed
from smadmin.ui.today.needs import needs_of
from tests.today_views import account, account_today, halfway, post, view


@pytest.mark.demand("BAL-B1i1")
def test_a_released_post_is_not_called_ready() -> None:
    held = post("held", PostStage.RELEASED, late=(PhotoId("p1"),))

    (need,) = needs_of(view(Role.ADMINISTRATOR, posts=(held,)), Beside())

    assert (need.state, need.title.id) == (State.STOP, "today.searched-before")
    assert need.note is not None
    assert need.note.id == "today.searched-before-note"
    assert need.step is not None
    assert (need.step.deed, need.step.screen, need.step.subject) == (Deed.OPEN, "photos", "p1")


@pytest.mark.demand("BAL-B1i1")
def test_what_lies_ready_is_said_not_to_be_posted() -> None:
    begun = halfway()
    held = post(PostId(begun.post), PostStage.RELEASED, late=(PhotoId("p1"),))

    first, *_ = needs_of(view(Role.ADMINISTRATOR, posts=(held,), halfway=(begun,)), Beside())

    assert first.note is not None
    assert first.note.id == "today.searched-before-handed"


@pytest.mark.demand("BAL-B1i1")
def test_a_video_is_looked_through_again_as_photos_are() -> None:
    held = post("held", PostStage.RELEASED, film_late=True)

    (need,) = needs_of(view(Role.ADMINISTRATOR, posts=(held,)), Beside())

    assert (need.state, need.title.id) == (State.STOP, "today.film-before")
    assert need.step is not None
    assert (need.step.screen, need.step.subject) == ("approvals", "held")


def test_a_post_whose_release_ran_out_is_no_longer_offered_for_publishing() -> None:
    over = post("over", PostStage.RELEASED, run_out=True)

    (need,) = needs_of(view(Role.ADMINISTRATOR, posts=(over,)), Beside())

    assert (need.state, need.title.id) == (State.STOP, "today.run-out")
    assert need.step is not None
    assert (need.step.screen, need.step.subject) == ("approvals", "over")


def test_a_late_account_leads_to_the_release_that_ran_out_and_no_second_row_does() -> None:
    mine = account_today(account("Lincoln"), quiet=15)
    over = post("over", PostStage.RELEASED, run_out=True, accounts=(mine.account.id,))

    (need,) = needs_of(view(Role.ADMINISTRATOR, accounts=(mine,), posts=(over,)), Beside())

    assert need.step is not None
    assert (need.step.screen, need.step.subject) == ("approvals", "over")
