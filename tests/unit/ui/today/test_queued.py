"""Today and the posts that go out by themselves: told with their time, held, and asked about once missed."""

from dataclasses import replace
from datetime import UTC, datetime

from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.services.notices import NoticeBrief
from smadmin.ui.theme import State
from smadmin.ui.today.need import Beside, Urgency
from smadmin.ui.today.needs import needs_of
from tests.today_views import halfway, post, view

AT = datetime(2026, 11, 16, 21, tzinfo=UTC)
QUEUED = replace(halfway(), handed_out=False, queued_at=AT)


def test_a_queued_post_is_told_with_its_time_and_asked_about_once_that_was_missed() -> None:
    (waits,) = needs_of(view(Role.ADMINISTRATOR, halfway=(QUEUED,)), Beside())
    (missed,) = needs_of(view(Role.ADMINISTRATOR, halfway=(replace(QUEUED, missed=True),)), Beside())

    assert (waits.title.id, waits.title.values["at"]) == ("today.queued", AT)
    assert (waits.urgency, waits.state) == (Urgency.WAITING, State.WAITS)
    assert (missed.title.id, missed.note) == ("today.missed", say("queue.today-missed", at=AT))


def test_the_principal_reads_what_goes_out_by_itself_too() -> None:
    (need,) = needs_of(view(Role.PRINCIPAL, halfway=(replace(QUEUED, mine=False),)), Beside())

    assert need.title.id == "today.queued"
    assert need.step is not None
    assert need.step.screen == "approvals"


def test_on_hold_nothing_is_said_to_go_out_but_a_notice() -> None:
    ready, urgent = (post(one, PostStage.RELEASED) for one in ("ready", "urgent"))
    notices = NoticeBrief(may_send=True, may_sign=False, owed=0, unposted=frozenset({urgent.id}))
    held = view(Role.ADMINISTRATOR, halfway=(QUEUED,), posts=(ready, urgent), stopped=True)

    notice, queued, waits = needs_of(held, Beside(notices=notices))

    assert notice.title.id == "today.notice"
    assert (queued.title.id, waits.title.id) == ("today.queued-held", "today.held")
    assert waits.step is None
