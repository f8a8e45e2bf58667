"""The services of the plan stand on one desk."""

from datetime import timedelta
from pathlib import Path

from tests.sample import sample_office, sit


def test_what_is_planned_in_the_calendar_is_in_the_week(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    by = sit(office, "maya-ortega").actor
    week = office.weeks.week(by)
    later = week.monday + timedelta(weeks=30)

    copied = office.arranging.copy_week(by, week.monday, later).value.edits

    month = office.calendar.span(by, copied[0].slot.day, copied[0].slot.day)
    topics = {one.slot.topic for some in month.entries.values() for one in some if one.slot is not None}
    assert copied[0].slot.topic in topics
    assert copied[0].slot in office.plan.week(by, later).slots
    office.close()
