"""The plan and the meeting as files that another calendar opens."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from smadmin.domain.errors import NotAllowed
from smadmin.domain.meetings import Meeting
from smadmin.services.calendars_out import CalendarsOut
from smadmin.services.meetings import Meetings
from tests.road import WEEK, Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


def test_planned_posts_are_the_same_events_each_time(road: Road) -> None:
    out = CalendarsOut(road.school.desk, road.proof)

    first, again = (Calendar.from_ical(out.posts(road.by("ana"))) for _ in range(2))

    events = first.walk("VEVENT")
    assert [(str(one["SUMMARY"]), one.decoded("DTSTART")) for one in events] == [
        ("Book fair (@lincoln_es)", date(2026, 11, 19)),
        ("Book fair (@lincolnes)", date(2026, 11, 19)),
    ]
    assert [one["UID"] for one in events] == [one["UID"] for one in again.walk("VEVENT")]


def test_a_struck_post_says_so_in_another_calendar(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK, struck=frozenset({road.slot}))

    file = Calendar.from_ical(
        CalendarsOut(road.school.desk, road.proof).posts(road.by("ana"), struck="Struck")
    )

    said = [str(one["SUMMARY"]) for one in file.walk("VEVENT")]
    assert sorted(one.startswith("Struck: Book fair") for one in said) == [False, True]


@pytest.mark.demand("BAL-B1c2")
def test_the_meeting_repeats_for_a_year_with_reminders_at_the_schools_own_time(road: Road) -> None:
    out = CalendarsOut(road.school.desk, road.proof)
    with pytest.raises(NotAllowed):
        out.meeting(road.by("ana"), title="Plan the week")
    Meetings(road.school.desk, road.proof).set(
        road.by("ana"), Meeting(date(2026, 11, 17), time(15, 30), every=2)
    )

    (event,) = Calendar.from_ical(out.meeting(road.by("pat"), title="Plan the week")).walk("VEVENT")

    assert event.decoded("DTSTART") == datetime(2026, 11, 17, 15, 30, tzinfo=ZoneInfo("America/Denver"))
    assert event["RRULE"] == {"FREQ": ["WEEKLY"], "INTERVAL": [2], "COUNT": [26]}
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == -timedelta(hours=1)
