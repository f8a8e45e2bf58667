"""What Today says of a post that was handed out and isn't confirmed."""

from dataclasses import replace

import pytest

from smadmin.domain.ids import PostId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.publishers import Trouble
from smadmin.services.today.view import HiddenPost
from smadmin.ui.today.need import Beside
from smadmin.ui.today.needs import needs_of
from tests.today_views import halfway, view


@pytest.mark.parametrize(
    ("kept", "title", "note"),
    [
        (True, "today.to-confirm", "today.halfway-kept"),
        (False, "today.halfway", "today.halfway-handed"),
    ],
)
def test_an_address_that_was_kept_isnt_said_to_be_missing(title: str, note: str, *, kept: bool) -> None:
    begun = replace(halfway(), kept=kept)

    first, *_ = needs_of(view(Role.ADMINISTRATOR, halfway=(begun,)), Beside())

    assert first.note is not None
    assert (first.title.id, first.note.id) == (title, note)


def test_what_surely_isnt_out_is_not_called_halfway_and_says_what_keeps_it() -> None:
    begun = replace(halfway(), handed_out=False, trouble=Trouble.REFUSED.value, platform="Facebook")

    first, *_ = needs_of(view(Role.ADMINISTRATOR, halfway=(begun,)), Beside())

    assert first.title.id == "today.not-out"
    assert first.note is not None
    assert first.note.values["first"] == say("publishers.refused", host="Facebook")


def test_a_post_that_no_visitor_sees_stands_on_today() -> None:
    unseen = HiddenPost(PostId("out"), "The words of out", "Lincoln on Facebook", mine=True)

    (need,) = needs_of(view(Role.ADMINISTRATOR, hidden=(unseen,)), Beside())

    assert need.title.id == "today.hidden"
    assert need.step is not None
    assert (need.step.screen, need.step.subject) == ("publish", "out")
