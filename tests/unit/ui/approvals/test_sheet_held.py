"""A released post that a family's no came upon is nowhere called ready."""

from dataclasses import replace
from datetime import timedelta

import pytest

from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.plan import PlannedDay
from smadmin.services.how_far import HowFar
from smadmin.ui.approvals.sheet import Help, Next
from smadmin.ui.theme import State
from tests.unit.ui.approvals.cases import FACEBOOK, NOW, X, model, released, sheet

LATE = Reason(say("photos.list-changed", n=1), "BAL-B1i1", "photo:p1")
LATER = NOW + timedelta(hours=5)


@pytest.mark.demand("BAL-B1i1")
def test_what_is_held_says_why_and_leads_to_the_photos() -> None:
    held = model(released(blockers=(LATE,)))

    assert [(one.state, one.said.id) for one in held.stands] == [
        (State.STOP, "approvalui.released-stopped"),
        (State.STOP, "photos.list-changed"),
    ]
    assert held.missing == (LATE,)
    assert (held.more, held.photo_to_see) == ((Help.PHOTOS,), "p1")


def test_what_was_begun_is_still_ended_at_publish() -> None:
    begun = HowFar(out=(X,), missing=(FACEBOOK,), going=True)

    assert model(released(blockers=(LATE,), far=begun)).missing == ()


def test_a_release_that_is_over_can_be_taken_back_for_the_accounts_that_lack_it() -> None:
    half = HowFar(out=(X,), missing=(FACEBOOK,), going=True)

    assert model(released(far=half)).may_void
    assert not model(released(far=replace(half, under_way=True))).may_void
    assert model(sheet(far=half)).send_back_missing == (Reason(say("posts.partly-out")),)


def test_on_hold_publish_is_offered_only_where_something_may_be_out() -> None:
    stopped = Reason(say("crisis.stopped", name="Ellen Whitcomb", at=LATER))
    waits = HowFar(missing=(X,), going=True, under_way=True)

    assert model(released(blockers=(stopped,), far=waits)).missing == (stopped,)
    assert model(released(blockers=(stopped,), far=replace(waits, perhaps_out=True))).missing == ()


def test_what_goes_out_by_itself_says_when_until_that_time_is_missed() -> None:
    at, until = LATER - timedelta(hours=3), LATER - timedelta(hours=2)
    queued = HowFar(missing=(X,), going=True, under_way=True, by="Maya Ortega", goes_at=at, goes_until=until)

    assert say("approvalui.next-by-itself", at=at) in [one.said for one in model(released(far=queued)).stands]
    assert model(released(far=queued)).next is Next.SEE
    assert queued.by_itself_at(until) == at
    assert queued.by_itself_at(until + timedelta(seconds=1)) is None


def test_the_planned_day_of_a_queued_post_doesn_t_say_that_nothing_goes_by_itself() -> None:
    at, until = LATER - timedelta(hours=3), LATER - timedelta(hours=2)
    queued = HowFar(missing=(X,), going=True, under_way=True, goes_at=at, goes_until=until)
    planned = PlannedDay("music", NOW.date() + timedelta(days=2), NOW.date())

    said = [one.said.id for one in model(released(far=queued, planned=planned)).stands]

    assert "approvalui.planned-for" in said
    assert "today.planned-released" not in said


def test_what_keeps_a_queued_post_is_said_once() -> None:
    stopped = Reason(say("crisis.stopped", name="Ellen Whitcomb", at=LATER))
    kept = HowFar(missing=(X,), going=True, under_way=True, kept_here=True, why=(stopped,))

    said = [one.said for one in model(released(blockers=(stopped,), far=kept)).stands]

    assert said.count(stopped.message) == 1
