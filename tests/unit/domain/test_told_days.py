"""Which entries of a school's calendar are days off, and which days they are."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from smadmin.domain.school_days import DaysForm, DaysKind
from smadmin.domain.told_days import Flaw, RawCalendar, RawEntry, ReadDays, likely, read_days

HOME = ZoneInfo("America/New_York")


def told(*entries: RawEntry, entered: tuple[DaysForm, ...] = ()) -> ReadDays:
    return read_days(RawCalendar("0" * 64, entries), zone=HOME, entered=entered)


@pytest.mark.parametrize(
    "name",
    [
        "Winter Break",
        "NO SCHOOL - Teacher Work Day",
        "Thanksgiving",
        "Schools closed: Election Day",
        "Labor Day",
        "Vacaciones de invierno",
        "No hay clases",
        "D\u00eda de Acci\u00f3n de Gracias",
    ],
)
def test_what_sounds_like_days_off_is_offered_ticked(name: str) -> None:
    assert likely(name)


@pytest.mark.parametrize(
    "name",
    [
        "Football game vs. Roosevelt",
        "Winter Concert",
        "Holiday Concert",
        "PTA meeting",
        "School resumes after break",
        "Early dismissal",
        "Breakfast with the principal",
        "Fiesta de Navidad",
    ],
)
def test_games_and_concerts_arent(name: str) -> None:
    assert not likely(name)


def test_days_are_the_schools_own_whatever_zone_a_moment_is_written_in() -> None:
    utc = RawEntry(1, "2026-11-27T02:00:00", "2026-11-27T03:59:59", "No school", "UTC")
    west = RawEntry(2, "2026-12-01T22:30:00", "2026-12-01T23:00:00", "Late game", "America/Los_Angeles")
    nowhere = RawEntry(3, "2026-12-03T22:30:00", "2026-12-03T23:00:00", "Band", "Customized Time Zone 1")
    sly = RawEntry(4, "2026-12-04T22:30:00", "2026-12-04T23:00:00", "Choir", "../../etc/passwd")

    found = {one.form.name: one.form.first for one in told(utc, west, nowhere, sly).offers}

    assert found == {
        "No school": date(2026, 11, 26),
        "Late game": date(2026, 12, 2),
        "Band": date(2026, 12, 3),
        "Choir": date(2026, 12, 4),
    }


def test_only_whole_days_are_ticked_and_stand_first() -> None:
    hour = RawEntry(1, "2026-11-20T08:00:00", "2026-11-20T09:00:00", "No school in the gym")
    whole = RawEntry(2, "2026-11-27", "2026-11-27", "No school")

    assert [(one.form.name, one.likely) for one in told(hour, whole).offers] == [
        ("No school", True),
        ("No school in the gym", False),
    ]


def test_a_break_that_is_written_day_by_day_is_one_break() -> None:
    written = [RawEntry(day, f"2026-12-{day}", f"2026-12-{day}", "Winter Break") for day in range(21, 25)]
    later = RawEntry(30, "2026-12-28", "2026-12-31", "Winter Break")

    found = told(*written, later, written[0]).offers

    assert [one.form for one in found] == [
        DaysForm(DaysKind.BREAK, date(2026, 12, 21), date(2026, 12, 24), "Winter Break"),
        DaysForm(DaysKind.BREAK, date(2026, 12, 28), date(2026, 12, 31), "Winter Break"),
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Snow day", DaysKind.SNOW),
        ("State testing", DaysKind.EXAMS),
        ("Labor Day", DaysKind.HOLIDAY),
        ("Fall break", DaysKind.BREAK),
    ],
)
def test_the_kind_follows_the_name(name: str, kind: DaysKind) -> None:
    assert told(RawEntry(1, "2026-11-27", "2026-11-27", name)).offers[0].form.kind is kind


def test_what_is_there_already_isnt_offered_again() -> None:
    there = DaysForm(DaysKind.HOLIDAY, date(2026, 11, 27), date(2026, 11, 27), "No school")

    found = told(RawEntry(1, "2026-11-27", "2026-11-27", "No school"), entered=(there,))

    assert (found.offers, found.known) == ((), 1)


def test_an_entry_without_days_is_named_with_its_reason() -> None:
    found = told(
        RawEntry(1, "", "", "Band", "", Flaw.RULE),
        RawEntry(2, "soon", "later", "Choir"),
        RawEntry(3, "2026-01-01", "2027-12-31", "Years"),
    )

    assert not found.offers
    assert [(one.number, one.name, one.why.id) for one in found.refused] == [
        (1, "Band", "daysfile.flaw-rule"),
        (2, "Choir", "daysfile.flaw-day"),
        (3, "Years", "schooldays.too-long"),
    ]
