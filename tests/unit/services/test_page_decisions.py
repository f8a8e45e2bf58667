"""What the weekly page asks somebody to decide, told from values alone."""

from datetime import date

from smadmin.domain.weekly_page import Urgency
from smadmin.services.page_decisions import on_meeting, on_posts


def test_every_post_that_waits_is_a_decision_of_its_own() -> None:
    found = list(on_posts((("Book fair", "Ana Brooks"), ("Chess club", "Ana Brooks"))))

    assert [one.urgency for one in found] == [Urgency.RELEASE] * 2
    assert found[0].said.values == {"topic": "Book fair", "name": "Ana Brooks"}


def test_a_meeting_is_asked_about_once_it_was_missed() -> None:
    assert list(on_meeting(None)) == []
    (missed,) = on_meeting(date(2026, 11, 17))
    assert missed.said.values["day"] == date(2026, 11, 17)
