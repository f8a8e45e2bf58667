"""What of weeks and of the planning meeting waits for whom."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from smadmin.domain.given_weeks import GivenWeek
from smadmin.domain.meetings import Meeting
from smadmin.domain.page_letters import page_letters
from smadmin.services.meetings import Meetings
from smadmin.services.week_briefs import Later, WeekBriefs
from smadmin.services.week_paper import WeekPaper
from tests.road import WEEK, Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


@pytest.fixture
def briefs(road: Road) -> WeekBriefs:
    desk, proof = road.school.desk, road.proof
    return WeekBriefs(desk, proof, WeekPaper(desk, proof), Meetings(desk, proof))


def test_communications_hears_from_the_second_unsigned_week_on(road: Road, briefs: WeekBriefs) -> None:
    assert briefs.brief(road.by("cem")).unsigned == 0

    road.school.clock.forward(days=7)
    road.plan.add(road.by("ana"), road.x, WEEK + timedelta(days=8), "Chess club")

    assert briefs.brief(road.by("cem")).unsigned == 2
    for name in ("ana", "pat"):
        assert briefs.brief(road.by(name)).unsigned == 0
    road.plan.sign_week(road.by("pat"), WEEK + timedelta(weeks=1))
    assert briefs.brief(road.by("cem")).unsigned == 0


def test_an_unsigned_week_silences_nobody(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)
    road.school.clock.forward(days=20)

    road.released(by="bo")


@pytest.mark.demand("BAL-B1c2")
def test_a_missed_meeting_waits_on_both_todays(road: Road, briefs: WeekBriefs) -> None:
    Meetings(road.school.desk, road.proof).set(road.by("pat"), Meeting(date(2026, 11, 17), time(15, 30)))
    road.school.clock.forward(days=8)

    for name in ("ana", "pat"):
        assert briefs.brief(road.by(name)).missed == date(2026, 11, 17)
    assert briefs.brief(road.by("bo")).missed is None


def test_a_week_from_paper_waits_for_its_countersignature(road: Road, briefs: WeekBriefs) -> None:
    with road.school.desk.look() as unit:
        head = unit.record.head()
    given = GivenWeek(road.school.people["pat"], "paper", WEEK, head.seq, page_letters(head.letters, WEEK))
    bo = road.by("bo")
    WeekPaper(road.school.desk, road.proof).enter(bo, WEEK, given, road.media.seal(b"scan", "image/png"))

    assert [(one.monday, one.entered_by) for one in briefs.brief(road.by("pat")).owed] == [
        (WEEK, "Bo Lindqvist")
    ]
    assert briefs.brief(bo).owed == ()


def test_a_post_that_came_after_the_signature_waits_for_the_office(road: Road, briefs: WeekBriefs) -> None:
    assert briefs.brief(road.by("pat")).later == (), "an unsigned week waits as a whole"
    road.plan.sign_week(road.by("pat"), WEEK)
    assert briefs.brief(road.by("pat")).later == ()

    road.plan.add(road.by("ana"), road.x, WEEK + timedelta(days=4), "Friday sports")

    assert briefs.brief(road.by("pat")).later == (Later(WEEK, 1),)
    assert briefs.brief(road.by("ana")).later == ()
    road.plan.sign_week(road.by("pat"), WEEK)
    assert briefs.brief(road.by("pat")).later == ()
