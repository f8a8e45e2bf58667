"""The school's calendar: entered, taken from a file, and asked by the cadence without a key."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.people import Role
from smadmin.domain.school_days import DaysForm, DaysKind
from smadmin.importing.calendars.reading import CalendarReader
from smadmin.services.school_calendar import SchoolCalendar
from tests.road import Road, make_road

WINTER = DaysForm(DaysKind.BREAK, date(2026, 12, 21), date(2027, 1, 1), "Winter break")
DIGEST = "ab" * 32


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def calendar(road: Road) -> Iterator[SchoolCalendar]:
    with CalendarReader() as files:
        yield SchoolCalendar(road.school.desk, road.reader, files)


def test_days_are_entered_shown_and_taken_out(road: Road, calendar: SchoolCalendar) -> None:
    made = calendar.add(road.by("pat"), WINTER).value
    snow = calendar.snow_day(road.by("pat"), date(2026, 12, 3)).value

    assert [one.id for one in calendar.sheet().entered] == [snow, made]
    assert calendar.sheet().days.named[date(2026, 12, 25)] == (DaysKind.BREAK, "Winter break")

    calendar.remove(road.by("pat"), snow)
    assert [one.form for one in calendar.sheet().entered] == [WINTER]
    with pytest.raises(KnownError):
        calendar.remove(road.by("pat"), snow)


@pytest.mark.parametrize("name", ["bo", "ana", "dee"])
def test_who_looks_after_some_account_puts_not_the_whole_school_on_a_break(
    road: Road, calendar: SchoolCalendar, name: str
) -> None:
    entered = calendar.add(road.by("pat"), WINTER).value
    assert calendar.sheet(road.by(name)).blockers

    with pytest.raises(NotAllowed):
        calendar.snow_day(road.by(name), date(2026, 12, 3))
    with pytest.raises(NotAllowed):
        calendar.import_days(road.by(name), [WINTER], digest=DIGEST)
    with pytest.raises(NotAllowed):
        calendar.remove(road.by(name), entered)

    assert [one.form for one in calendar.sheet().entered] == [WINTER]


def test_communications_closes_the_school_in_one_act(road: Road, calendar: SchoolCalendar) -> None:
    road.school.admit("kim", "Kim Reyes", {Role.COMMUNICATIONS}, by="pat")

    calendar.snow_day(road.by("kim"), date(2026, 11, 17))

    assert [one.kind for one in calendar.sheet().entered] == [DaysKind.SNOW]


def test_a_file_is_taken_whole_or_not_at_all(road: Road, calendar: SchoolCalendar) -> None:
    wrong = DaysForm(DaysKind.BREAK, date(2027, 1, 5), date(2027, 1, 4))

    with pytest.raises(NotAllowed):
        calendar.import_days(road.by("pat"), [WINTER, wrong], digest=DIGEST)

    assert calendar.sheet().entered == ()


def test_a_file_taken_again_adds_only_what_is_new(road: Road, calendar: SchoolCalendar) -> None:
    spring = DaysForm(DaysKind.BREAK, date(2027, 3, 29), date(2027, 4, 2), "Spring break")
    assert calendar.import_days(road.by("pat"), [WINTER, WINTER], digest=DIGEST).value == 1

    assert calendar.import_days(road.by("pat"), [WINTER, spring], digest="cd" * 32).value == 1
    with pytest.raises(NotAllowed):
        calendar.import_days(road.by("pat"), [spring], digest="cd" * 32)

    assert [one.source for one in calendar.sheet().entered] == [DIGEST, "cd" * 32]


def test_what_is_long_over_is_not_shown(road: Road, calendar: SchoolCalendar) -> None:
    old = date(2025, 12, 22)
    calendar.add(road.by("pat"), DaysForm(DaysKind.BREAK, old, old + timedelta(days=11)))

    assert calendar.sheet().entered == ()


def test_a_calendars_file_is_looked_at_then_taken_whole_and_only_once(
    road: Road, calendar: SchoolCalendar, tmp_path: Path
) -> None:
    path = tmp_path / "school.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20270102\n"
        "SUMMARY:Winter Break\nEND:VEVENT\nEND:VCALENDAR\n"
    )

    told = calendar.read(path)
    assert calendar.sheet().entered == ()
    forms = [one.form for one in told.days.offers]
    calendar.import_days(road.by("pat"), forms, digest=told.digest)

    (entered,) = calendar.sheet().entered
    assert (entered.first, entered.last, entered.source) == (
        date(2026, 12, 21),
        date(2027, 1, 1),
        told.digest,
    )
    assert calendar.read(path).days.known == 1
