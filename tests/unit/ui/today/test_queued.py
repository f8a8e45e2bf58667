"""Today and the posts that go out by themselves: silent while they wait, asked about once missed."""

from dataclasses import replace
from datetime import UTC, datetime

from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.ui.today.need import Beside
from smadmin.ui.today.needs import needs_of
from tests.today_views import halfway, view

AT = datetime(2026, 11, 16, 21, tzinfo=UTC)
QUEUED = replace(halfway(), handed_out=False, queued_at=AT)


def test_a_queued_post_is_asked_about_once_its_time_was_missed() -> None:
    waits = needs_of(view(Role.ADMINISTRATOR, halfway=(QUEUED,)), Beside())
    (missed,) = needs_of(view(Role.ADMINISTRATOR, halfway=(replace(QUEUED, missed=True),)), Beside())

    assert all(not need.key.startswith("halfway") for need in waits)
    assert missed.note == say("queue.today-missed", at=AT)
