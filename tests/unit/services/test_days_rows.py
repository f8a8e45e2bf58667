"""Days off planted, changed or taken out past the program are found by proving the record."""

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.school_days import CalendarDays, DaysForm, DaysKind
from smadmin.domain.vocabulary import Act, Noun
from smadmin.importing.calendars.reading import CalendarReader
from smadmin.services.days_rows import DAYS_PART
from smadmin.services.school_calendar import SchoolCalendar
from smadmin.services.unsigned import Unsigned
from smadmin.storage import schema
from tests.road import Road, make_road

WINTER = DaysForm(DaysKind.BREAK, date(2026, 12, 21), date(2027, 1, 1), "Winter break")
SPRING = DaysForm(DaysKind.BREAK, date(2027, 3, 29), date(2027, 4, 2), "Spring break")
DIGEST = "ab" * 32


@pytest.fixture
def road(tmp_path: Path) -> Road:
    made = make_road(tmp_path)
    with CalendarReader() as files:
        calendar = SchoolCalendar(made.school.desk, made.reader, files)
        pat = made.by("pat")
        calendar.add(pat, WINTER)
        calendar.import_days(pat, [SPRING], digest=DIGEST)
        calendar.remove(pat, calendar.snow_day(pat, date(2026, 12, 3)).value)
    return made


def planted(road: Road, *, source: str = "") -> CalendarDays:
    """Give a year in which no account would ever be overdue."""
    year = (date(2026, 11, 1), date(2027, 10, 31))
    return CalendarDays("planted", road.school.id, DaysKind.BREAK, *year, "A long rest", source)


def by_hand(road: Road, *days: CalendarDays) -> None:
    with road.school.desk.store.deed(road.school.id, None) as unit:
        for one in days:
            unit.calendar_days.add(one)


def faults(road: Road, *, name: str | None = "pat") -> list[str]:
    road.school.note()
    by = None if name is None else road.by(name)
    verdict = road.school.records.verify(by=by, noted=road.school.noted)
    return [one.message.id for one in verdict.faults]


@pytest.mark.parametrize("name", ["pat", None])
def test_days_of_the_program_are_no_fault_and_planted_ones_are(road: Road, name: str | None) -> None:
    assert faults(road, name=name) == []

    by_hand(road, planted(road))

    assert faults(road, name=name) == ["records.days-planted"]


def test_days_planted_as_if_they_came_from_a_file_that_was_taken_are_found(road: Road) -> None:
    by_hand(road, planted(road, source=DIGEST))

    assert faults(road) == ["records.days-planted"]


@pytest.mark.parametrize("form", [WINTER, SPRING])
def test_days_that_were_made_longer_or_taken_out_are_found(road: Road, form: DaysForm) -> None:
    with road.school.desk.store.deed(road.school.id, None) as unit:
        (found,) = (one for one in unit.calendar_days.all() if one.form == form)
        unit.calendar_days.remove(found.id)
    assert faults(road) == ["records.days-differ"]

    longer = CalendarDays(
        found.id, found.school, found.kind, date(2026, 11, 1), found.last, found.name, found.source
    )
    by_hand(road, longer)
    assert faults(road) == ["records.days-differ"]


def test_a_row_of_a_changed_program_that_says_nothing_hides_no_planted_days(road: Road) -> None:
    by_hand(road, planted(road, source="cd" * 32))
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record(Act.IMPORT_DAYS, Noun.SCHOOL_DAYS, "cd" * 32)

    assert faults(road) == ["records.days-planted"]


def test_what_is_no_day_is_said(road: Road) -> None:
    with road.school.desk.store.deed(road.school.id, None) as unit:
        unit._connection.execute(sa.update(schema.calendar_days).values(body=b"some day"))

    assert faults(road) == ["records.days-unreadable"]


def gone(road: Road) -> str:
    """Take the part out of the row that took a calendar's file in; give its place."""
    with road.school.desk.look() as unit:
        (seq,) = (row.seq for row in unit.record.rows(acts=(Act.IMPORT_DAYS,)))
    with road.school.desk.store.deed(road.school.id, None) as unit:
        unit._connection.execute(sa.delete(schema.record_part).where(schema.record_part.c.seq == seq))
    return f"{seq}/{DAYS_PART}"


@pytest.mark.parametrize("name", ["pat", None])
def test_a_part_taken_out_by_hand_hides_no_planted_days(road: Road, name: str | None) -> None:
    by_hand(road, planted(road, source=DIGEST))

    gone(road)

    assert set(faults(road, name=name)) == {"records.part-missing", "records.days-planted"}
    assert [one.id for one in Unsigned(road.school.desk, road.proof).look(road.by("cem"))] == [
        "records.days-planted"
    ]


def test_what_two_ordered_to_be_erased_may_have_said_anything(road: Road) -> None:
    part = gone(road)
    for name in ("pat", "cem"):
        with road.school.desk.deed(road.by(name)) as deed:
            deed.record(Act.ERASE, Noun.RECORDS, part)

    assert faults(road) == []
    assert Unsigned(road.school.desk, road.proof).look(road.by("cem")) == ()
