"""The plan names for when a post is scheduled, and how that stands; and what no visitor sees."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from smadmin.domain.calendar import Entry
from smadmin.domain.messages import say
from smadmin.domain.scheduled import Goes, Schedule
from smadmin.domain.week import Afterwards, Planned, SlotStage
from smadmin.services.afterwards import afterwards_lying
from smadmin.services.calendar import Calendar
from smadmin.services.crises import Crises
from smadmin.services.scheduled import scheduled_places, scheduled_week, schedules
from smadmin.services.week import Weeks
from smadmin.ui.plan.nextdeed import SlotDeed, planned_deed
from smadmin.ui.stages import planned_state
from smadmin.ui.theme import State
from tests.afterwards import out
from tests.queued import Queued, make_queued
from tests.road import WEEK
from tests.today_views import TODAY, planned

AT = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


def test_a_queued_post_is_named_with_its_time_and_with_a_hold(tmp_path: Path) -> None:
    queued = make_queued(tmp_path)
    road, at = queued.direct.road, queued.in_an_hour
    publication = queued.queue(queued.direct.released(), at=at)
    key = (publication.post, publication.account)

    def known() -> Schedule:
        with road.school.desk.look(road.by("pat")) as unit:
            return schedules(unit, road.proof.now(unit), road.school.clock.now())[key]

    assert known() == Schedule(at, Goes.BY_ITSELF)
    Crises(road.school.desk, road.proof).hold(road.by("pat"))
    assert known() == Schedule(at, Goes.HELD)


def test_the_plan_s_week_and_calendar_read_the_schedule_and_what_is_hidden(tmp_path: Path) -> None:
    queued = make_queued(tmp_path)
    direct, road, at = queued.direct, queued.direct.road, queued.in_an_hour
    day, blog = date(2026, 11, 19), queued.direct.blogs[0]
    road.plan.add(road.by("ana"), blog, day, "Book fair")
    queued.queue(direct.released(), at=at)

    assert planned_on(queued, day)[0].schedule == Schedule(at, Goes.BY_ITSELF)
    assert planned_on(queued, day)[1].schedule == Schedule(at, Goes.BY_ITSELF)


def test_the_plan_s_week_and_calendar_say_what_no_visitor_sees(tmp_path: Path) -> None:
    queued, day = make_queued(tmp_path), date(2026, 11, 19)
    road = queued.direct.road
    road.plan.add(road.by("ana"), queued.direct.blogs[0], day, "Book fair")
    queued.direct.platform.spoils = lambda seen: replace(seen, public=False)

    out(queued.direct)

    assert [one.after for one in planned_on(queued, day)] == [Afterwards(hidden=True)] * 2
    with road.school.desk.look(road.by("pat")) as unit:
        lying = afterwards_lying(unit, unit.schools.get(unit.school), WEEK)
    assert list(lying.values()) == [Afterwards(hidden=True)]


def planned_on(queued: Queued, day: date) -> tuple[Planned, Entry]:
    """Give what the week and the calendar show of the blog on a day."""
    road, blog = queued.direct.road, queued.direct.blogs[0]
    week = Weeks(road.school.desk, road.reader, road.proof).week(road.by("pat"), WEEK)
    span = Calendar(road.school.desk, road.reader, road.proof).span(road.by("pat"), WEEK, day)
    (planned,) = [one for one in week.slots if one.slot.account == blog]
    (entry,) = span.entries[blog, day]
    return planned, entry


def test_week_and_calendar_name_it_on_released_posts_alone() -> None:
    one = planned("Chess", TODAY, SlotStage.RELEASED, post="post")
    known = {(one.post, one.slot.account): Schedule(AT, Goes.BY_ITSELF)}
    place = (one.slot.account, TODAY)
    entry = Entry(*place, SlotStage.RELEASED, one.slot, one.post)

    (found,) = scheduled_week([one], known)

    assert found.schedule == Schedule(AT, Goes.BY_ITSELF)
    assert scheduled_places({place: (entry,)}, known)[place][0].schedule == found.schedule
    assert planned_deed(found, writes=True, mine=True) is SlotDeed.SCHEDULE
    assert planned_deed(one, writes=True, mine=True) is SlotDeed.PUBLISH


@pytest.mark.parametrize(
    ("goes", "state"), [(Goes.BY_ITSELF, State.WAITS), (Goes.HELD, State.STOP), (Goes.MISSED, State.DOUBT)]
)
def test_how_it_is_scheduled_is_said_instead_of_released(goes: Goes, state: State) -> None:
    one = planned("Chess", TODAY, SlotStage.RELEASED, post="post")
    scheduled = Planned(one.slot, one.stage, one.post, schedule=Schedule(AT, goes))

    assert planned_state(scheduled) == (state, say(f"today.slot-goes-{goes.value}", at=AT))


def test_what_no_visitor_sees_is_not_called_published() -> None:
    one = planned("Chess", TODAY, SlotStage.PUBLISHED, post="post")
    hidden = Planned(one.slot, one.stage, one.post, after=Afterwards(hidden=True))

    assert planned_state(hidden) == (State.STOP, say("today.slot-hidden"))
