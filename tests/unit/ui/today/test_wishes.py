"""What Today says of wished posts, to who answers and to who asked."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.ids import PersonId
from smadmin.domain.post_requests import PostRequest, PostWish, WishStage
from smadmin.services.post_requests import WishBrief, WishSheet
from smadmin.ui.theme import State
from smadmin.ui.today.need import Urgency
from smadmin.ui.today.wishes import wish_needs

NOW = datetime(2026, 11, 16, 15, tzinfo=UTC)
WISH = PostWish("Art department", "Our show opens on Friday.")


def sheet(key: str, hours: int = 1, stage: WishStage = WishStage.WAITS, reason: str = "") -> WishSheet:
    at = NOW - timedelta(hours=hours)
    request = PostRequest(key, PersonId("bo"), at, WISH, stage, reason=reason)
    return WishSheet(request, "Bo", "Ana", None, (), (), ())


@pytest.mark.demand("BAL-C1b")
def test_wishes_that_wait_are_one_line_that_leads_to_the_oldest() -> None:
    late = sheet("old", hours=30)
    late = replace(late, request=replace(late.request, wish=replace(WISH, asker="Library")))

    (need,) = wish_needs(WishBrief(waiting=(sheet("new"), late)), NOW)

    assert (need.title.id, need.title.values["n"]) == ("wishes.today-waiting", 2)
    assert need.note is not None
    assert need.note.values["asker"] == "Library"
    assert need.step is not None
    assert (need.step.screen, need.step.subject) == ("wishes", "old")


@pytest.mark.demand("BAL-C1b")
def test_who_asked_reads_what_became_of_it() -> None:
    answered = (sheet("a", stage=WishStage.TAKEN), sheet("b", stage=WishStage.DECLINED, reason="Too late."))

    taken, declined = wish_needs(WishBrief(answered=answered), NOW)

    assert (taken.title.id, taken.state) == ("wishes.today-taken", State.FINE)
    assert declined.title.id == "wishes.today-declined"
    assert declined.note is not None
    assert declined.note.values["sentence"] == "Too late."
    assert {taken.urgency, declined.urgency} == {Urgency.REMINDER}


def test_nothing_is_said_where_nobody_wishes_anything() -> None:
    assert list(wish_needs(WishBrief(), NOW)) == []
