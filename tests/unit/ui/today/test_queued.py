"""Today and the posts that go out by themselves: as they really stand, held, and asked about once missed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PostId, PublicationId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.outbox import Queued
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.services.notices import NoticeBrief
from smadmin.services.queue_states import InLine, LineBrief, ListedInLine, QueueState
from smadmin.ui.theme import State
from smadmin.ui.today.lines import line_needs, lines_said
from smadmin.ui.today.need import Beside, Deed, Urgency
from smadmin.ui.today.needs import needs_of
from tests.today_views import account, halfway, post, view

AT = datetime(2026, 11, 16, 21, tzinfo=UTC)
QUEUED = replace(halfway(), handed_out=False, queued_at=AT)
WHY = (Reason(say("queue.children-changed")),)


def listed(
    state: QueueState = QueueState.BY_ITSELF,
    *,
    mine: bool = True,
    stopped: bool = False,
    why: tuple[Reason, ...] = (),
) -> ListedInLine:
    fair = account("fair")
    kept = Publication(PublicationId("one"), SchoolId("s"), fair.id, PublicationStep.INTENDED)
    line = InLine(kept, Queued("0" * 64, AT, AT + timedelta(hours=1), ReleaseBy.EACH), state, why, stopped)
    return ListedInLine(line, PostId("one"), "Book fair", fair, mine)


def test_at_first_sight_nothing_is_said_to_go_out_and_what_was_missed_is_asked_about() -> None:
    assert needs_of(view(Role.ADMINISTRATOR, halfway=(QUEUED,)), Beside()) == ()

    (missed,) = needs_of(view(Role.ADMINISTRATOR, halfway=(replace(QUEUED, missed=True),)), Beside())

    assert (missed.title.id, missed.note) == ("today.missed", say("queue.today-missed", at=AT))


def test_who_queued_it_is_told_its_time() -> None:
    (waits,) = line_needs(LineBrief((listed(),)))

    assert (waits.title.id, waits.title.values["at"]) == ("today.queued", AT)
    assert (waits.urgency, waits.state) == (Urgency.WAITING, State.WAITS)


def test_nobody_else_is_told_but_who_answers_for_the_school_and_they_in_one_row_with_the_list() -> None:
    others = (listed(mine=False), listed(mine=False))

    assert tuple(line_needs(LineBrief(others))) == ()
    (need,) = line_needs(LineBrief(others, oversees=True))

    assert (need.title.id, need.title.values["n"]) == ("today.lines", 2)
    assert need.step is not None
    assert need.step.deed is Deed.SEE_LINES


def test_what_stays_here_is_never_said_to_go_out() -> None:
    kept = listed(QueueState.KEPT, why=WHY)

    for brief in (LineBrief((kept,)), LineBrief((replace(kept, mine=False),), oversees=True)):
        (need,) = line_needs(brief)
        assert (need.title.id, need.state, need.note) == ("today.kept-here", State.STOP, WHY[0].message)


def test_on_hold_it_is_said_to_wait() -> None:
    held = listed(QueueState.KEPT, stopped=True)

    (mine,) = line_needs(LineBrief((held,)))
    (theirs,) = line_needs(LineBrief((held,), oversees=True))

    assert mine.title.id == "today.queued-held"
    assert theirs.note is not None
    assert (theirs.title.id, theirs.note.id) == ("today.lines-stopped", "today.lines-held")


def test_the_list_says_of_each_when_or_why_not() -> None:
    brief = LineBrief((listed(), listed(QueueState.KEPT, why=WHY), listed(QueueState.MISSED)))

    said = lines_said(brief)

    assert [one.id for _, one in said] == [
        "today.line-by-itself",
        "today.line-kept",
        "queue.children-changed",
        "today.line-missed",
    ]


def test_on_hold_nothing_is_said_to_go_out_but_a_notice() -> None:
    ready, urgent = (post(one, PostStage.RELEASED) for one in ("ready", "urgent"))
    notices = NoticeBrief(may_send=True, may_sign=False, owed=0, unposted=frozenset({urgent.id}))
    held = view(Role.ADMINISTRATOR, posts=(ready, urgent), stopped=True)

    notice, waits = needs_of(held, Beside(notices=notices))

    assert (notice.title.id, waits.title.id) == ("today.notice", "today.held")
    assert waits.step is None


def test_what_the_platform_keeps_is_told_with_its_time_and_what_must_come_back_is_told_first() -> None:
    there = listed(QueueState.ENTRUSTED)
    (waits,) = line_needs(LineBrief((there,)))

    assert (waits.title.id, waits.note) == ("entrust.today", say("entrust.said", platform="X", at=AT))
    back = listed(QueueState.ENTRUSTED, why=WHY)
    (need,) = line_needs(LineBrief((back,)))
    assert (need.title.id, need.state, need.urgency) == ("entrust.today-back", State.STOP, Urgency.NOTICE)
    (first, why) = lines_said(LineBrief((back,)))
    assert (first[0], first[1].id, why[1]) == (State.STOP, "entrust.line", WHY[0].message)


def test_what_is_on_its_way_or_may_be_out_isnt_said_to_go_out_by_itself() -> None:
    going = (listed(QueueState.GOING),)

    assert tuple(line_needs(LineBrief(going))) == ()
    assert tuple(line_needs(LineBrief(going, oversees=True))) == ()


def test_what_nobody_here_can_take_back_is_told_so() -> None:
    one = listed(QueueState.ENTRUSTED, why=(Reason(say("queue.seat-gone")),))

    (back,) = line_needs(LineBrief((one,)))
    (alone,) = line_needs(LineBrief((replace(one, line=replace(one.line, alone=True)),)))

    assert [need.note.id for need in (back, alone) if need.note] == [
        "entrust.said-back",
        "entrust.said-alone",
    ]
