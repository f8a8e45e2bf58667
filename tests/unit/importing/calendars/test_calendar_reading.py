"""Calendars read by a real jailed worker: what schools' calendars hold, and hostile ones."""

import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from datetime import time as clock
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from smadmin.domain.errors import BadInput
from smadmin.domain.told_days import Flaw, RawCalendar, RawEntry
from smadmin.importing.calendars.reading import CalendarReader

FIRST, LAST = date(2026, 9, 1), date(2029, 9, 1)


@pytest.fixture
def reader() -> Iterator[CalendarReader]:
    with CalendarReader() as made:
        yield made


def read(reader: CalendarReader, folder: Path, content: str | bytes) -> RawCalendar:
    path = folder / "school.ics"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return reader.read(path, first=FIRST, last=LAST)


def refused(reader: CalendarReader, folder: Path, content: str | bytes) -> str:
    with pytest.raises(BadInput) as error:
        read(reader, folder, content)
    assert error.value.kept is not None
    return error.value.happened.id


def calendar(*entries: str) -> str:
    inside = "".join(f"BEGIN:VEVENT\r\n{one}\r\nEND:VEVENT\r\n" for one in entries)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{inside}END:VCALENDAR\r\n"


def days(found: RawCalendar) -> list[tuple[str, str]]:
    return [(one.begin, one.end) for one in found.entries]


def test_whole_days_end_on_the_day_before_the_one_that_is_written(
    reader: CalendarReader, tmp_path: Path
) -> None:
    winter = "DTSTART;VALUE=DATE:20261221\r\nDTEND;VALUE=DATE:20270102\r\nSUMMARY:Winter Break"

    found = read(reader, tmp_path, calendar(winter))

    assert found.entries == (RawEntry(1, "2026-12-21", "2027-01-01", "Winter Break"),)
    assert len(found.digest) == 64


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("DTSTART:20261127T000000Z", ("2026-11-27T00:00:00", "2026-11-27T00:00:00", "UTC")),
        (
            "DTSTART;TZID=America/New_York:20261127T190000\r\nDURATION:PT5H",
            ("2026-11-27T19:00:00", "2026-11-27T23:59:59", "America/New_York"),
        ),
        (
            "DTSTART:20261127T190000\r\nDTEND:20261128T000000",
            ("2026-11-27T19:00:00", "2026-11-27T23:59:59", ""),
        ),
        ("DTSTART;VALUE=DATE:20261127\r\nDURATION:P2D", ("2026-11-27", "2026-11-28", "")),
    ],
)
def test_a_moment_keeps_the_zone_that_it_is_written_in(
    reader: CalendarReader, tmp_path: Path, lines: str, expected: tuple[str, str, str]
) -> None:
    (entry,) = read(reader, tmp_path, calendar(lines)).entries

    assert (entry.begin, entry.end, entry.zone) == expected


def test_a_repeating_entry_stands_on_each_of_its_days_but_those_that_were_taken_out_or_moved(
    reader: CalendarReader, tmp_path: Path
) -> None:
    weekly = (
        "UID:1\r\nDTSTART;VALUE=DATE:20261002\r\nRRULE:FREQ=WEEKLY;UNTIL=20261030\r\n"
        "EXDATE;VALUE=DATE:20261016\r\nRDATE;VALUE=DATE:20261104"
    )
    moved = "UID:1\r\nRECURRENCE-ID;VALUE=DATE:20261023\r\nDTSTART;VALUE=DATE:20261022"

    found = read(reader, tmp_path, calendar(weekly, moved))

    assert [one for one, _ in days(found)] == [
        "2026-10-02",
        "2026-10-09",
        "2026-10-30",
        "2026-11-04",
        "2026-10-22",
    ]


def test_alarms_cancelled_entries_and_what_is_long_over_are_left_out(
    reader: CalendarReader, tmp_path: Path
) -> None:
    alarm = (
        "SUMMARY:No School\r\nDTSTART;VALUE=DATE:20261127\r\n"
        "BEGIN:VALARM\r\nSUMMARY:Ring\r\nDURATION:PT5M\r\nEND:VALARM"
    )
    cancelled = "DTSTART;VALUE=DATE:20261128\r\nSTATUS:CANCELLED"
    over = "DTSTART;VALUE=DATE:20200101"

    found = read(reader, tmp_path, calendar(alarm, cancelled, over))

    assert found.entries == (RawEntry(1, "2026-11-27", "2026-11-27", "No School"),)


def test_names_are_plain_whatever_the_format_folds_and_escapes(
    reader: CalendarReader, tmp_path: Path
) -> None:
    folded = "SUMMARY:D\u00eda libre\\, sin\r\n  cla\r\n ses\\; s\u00ed\r\nDTSTART;VALUE=DATE:20261127"

    (entry,) = read(reader, tmp_path, calendar(folded)).entries

    assert entry.name == "D\u00eda libre, sin clases; s\u00ed"


@pytest.mark.parametrize(
    ("lines", "flaw"),
    [
        ("SUMMARY:No day", Flaw.DAY),
        ("DTSTART;VALUE=DATE:20261341", Flaw.DAY),
        ("DTSTART;VALUE=DATE:tomorrow", Flaw.DAY),
        ("DTSTART;VALUE=DATE:20261127\r\nDTEND;VALUE=DATE:20261101", Flaw.END),
        ("DTSTART;VALUE=DATE:20261127\r\nDTEND:20261128T100000Z", Flaw.END),
        ("DTSTART;VALUE=DATE:20261127\r\nDURATION:long", Flaw.END),
        ("DTSTART;VALUE=DATE:20261127\r\nRRULE:FREQ=SECONDLY", Flaw.RULE),
        ("DTSTART:20261127T100000Z\r\nRRULE:FREQ=DAILY;BYSECOND=1,2,3", Flaw.RULE),
        ("DTSTART;VALUE=DATE:20261127\r\nRRULE:FREQ=DAILY;INTERVAL=0", Flaw.RULE),
        ("DTSTART;VALUE=DATE:20261127\r\nRRULE:FREQ=DAILY;FREQ=WEEKLY", Flaw.RULE),
        ("DTSTART;VALUE=DATE:20261127\r\nRRULE:whenever", Flaw.RULE),
    ],
)
def test_an_entry_that_says_no_days_spoils_itself_only(
    reader: CalendarReader, tmp_path: Path, lines: str, flaw: Flaw
) -> None:
    right = "SUMMARY:Right\r\nDTSTART;VALUE=DATE:20261127"

    found = read(reader, tmp_path, calendar(lines, right)).entries

    assert [(one.number, one.flaw) for one in found] == [(1, flaw), (2, Flaw.NONE)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "daysfile.no-calendar"),
        (b"Subject,Start Date\nBreak,2026-12-21\n", "daysfile.no-calendar"),
        (b"\x00\xff\xfe" * 1000, "daysfile.no-calendar"),
        (calendar("DTSTART;VALUE=DATE:20261127")[:-20].encode(), "daysfile.broken"),
        (b"BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n", "daysfile.broken"),
        (b"BEGIN:VCALENDAR\n" * 100_000, "daysfile.broken"),
    ],
)
def test_what_is_no_whole_calendar_is_refused(
    reader: CalendarReader, tmp_path: Path, content: bytes, said: str
) -> None:
    assert refused(reader, tmp_path, content) == said


def test_invalid_bytes_in_a_name_leave_the_days_right(reader: CalendarReader, tmp_path: Path) -> None:
    content = (
        calendar("SUMMARY:Snow XX\r\nDTSTART;VALUE=DATE:20261127").encode().replace(b"XX", b"\xff\x00\x81")
    )

    (entry,) = read(reader, tmp_path, content).entries

    assert (entry.begin, entry.name[:5]) == ("2026-11-27", "Snow ")


def test_one_endless_line_is_passed_by_and_a_larger_file_isnt_opened(
    reader: CalendarReader, tmp_path: Path
) -> None:
    right = "DTSTART;VALUE=DATE:20261127\r\nSUMMARY:Break\r\nDESCRIPTION:" + "x" * (15 << 20)

    began = time.monotonic()
    assert days(read(reader, tmp_path, calendar(right))) == [("2026-11-27", "2026-11-27")]
    assert refused(reader, tmp_path, calendar("SUMMARY:" + "x" * (100 << 20))) == "daysfile.too-large"
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;COUNT=99999999",
    ],
)
@pytest.mark.parametrize("begin", ["00010101", "19700101"])
def test_repetitions_without_end_spoil_themselves_only_and_in_time(
    reader: CalendarReader, tmp_path: Path, rule: str, begin: str
) -> None:
    bomb = f"DTSTART;VALUE=DATE:{begin}\r\nRRULE:{rule}"
    began = time.monotonic()

    found = read(reader, tmp_path, calendar(*[bomb] * 50, "DTSTART;VALUE=DATE:20261127"))

    assert time.monotonic() - began < 40
    assert [one.begin for one in found.entries if one.flaw is Flaw.NONE] == ["2026-11-27"]


def test_what_comes_every_day_or_lesson_spoils_itself_only(reader: CalendarReader, tmp_path: Path) -> None:
    lunch = "SUMMARY:Lunch\r\nDTSTART:20200901T120000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    friday = "SUMMARY:Early release\r\nDTSTART:20260904T120000\r\nRRULE:FREQ=WEEKLY"
    fair = "SUMMARY:Book fair\r\nDTSTART;VALUE=DATE:17760704\r\nRRULE:FREQ=YEARLY"

    found = read(reader, tmp_path, calendar(*[lunch] * 100, friday, fair)).entries

    assert {one.flaw for one in found if one.name == "Lunch"} == {Flaw.OFTEN}
    assert len([one for one in found if one.name == "Lunch"]) == 100
    assert len([one for one in found if one.name == "Early release"]) == 157
    assert len([one for one in found if one.name == "Book fair"]) == 3


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.dates(date(2026, 9, 1), date(2027, 9, 1)),
    lasts=st.integers(1, 30),
    name=st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=60),
    rule=st.sampled_from(
        ["", "FREQ=YEARLY;COUNT=2", "FREQ=MONTHLY;BYDAY=1MO;COUNT=3", "FREQ=WEEKLY;BYDAY=FR;COUNT=5"]
    ),
)
def test_what_another_program_writes_is_read(
    reader: CalendarReader, tmp_path: Path, *, first: date, lasts: int, name: str, rule: str
) -> None:
    event = Event()
    event.add("summary", name)
    event.add("dtstart", first)
    event.add("dtend", first + timedelta(days=lasts))
    if rule:
        event.add("rrule", dict(one.split("=") for one in rule.split(";")))
    written = Calendar()
    written.add_component(event)

    found = read(reader, tmp_path, written.to_ical())

    begun = [first]
    if rule:
        repeated = (one.date() for one in rrulestr(rule, dtstart=_midnight(first)))
        begun = sorted({first, *(one for one in repeated if one <= LAST)})
    assert [one.begin for one in found.entries] == [one.isoformat() for one in begun]
    assert all(one.name == " ".join(name.split()) or one.name == name.strip() for one in found.entries)
    assert all(
        date.fromisoformat(one.end) - date.fromisoformat(one.begin) == timedelta(days=lasts - 1)
        for one in found.entries
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, clock())
