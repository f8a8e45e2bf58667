"""Calendar files, opened by a program that others wrote."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Timezone

from smadmin.domain.calendar_file import Event, Repeats, calendar_file

STAMP = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
MEETING = Event(
    "meeting@school",
    date(2026, 10, 20),
    "Plan the week; posts, photos",
    at=time(15, 30),
    minutes=20,
    remind=60,
    repeats=Repeats(2, 27),
)
GOLDEN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//smadmin//plan//EN
CALSCALE:GREGORIAN
X-WR-CALNAME:Lincoln
BEGIN:VEVENT
UID:1@lincoln
DTSTAMP:20261116T150000Z
DTSTART;VALUE=DATE:20261119
DTEND;VALUE=DATE:20261120
TRANSP:TRANSPARENT
SUMMARY:Book fair
END:VEVENT
END:VCALENDAR
"""


def events_of(text: str) -> list[object]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_a_planned_day_is_written_as_it_always_was() -> None:
    text = calendar_file(
        "Lincoln", [Event("1@lincoln", date(2026, 11, 19), "Book fair")], zone="UTC", stamp=STAMP
    )

    assert text == GOLDEN.replace("\n", "\r\n")


def test_another_program_reads_a_repeating_meeting_with_its_reminder() -> None:
    text = calendar_file("Lincoln", [MEETING], zone="America/Denver", stamp=STAMP)

    calendar = Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    assert event["SUMMARY"] == "Plan the week; posts, photos"
    assert event.decoded("DTSTART") == datetime(2026, 10, 20, 15, 30, tzinfo=ZoneInfo("America/Denver"))
    assert event.decoded("DURATION") == timedelta(minutes=20)
    assert event["RRULE"] == {"FREQ": ["WEEKLY"], "INTERVAL": [2], "COUNT": [27]}
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(minutes=-60)


def test_the_zone_it_carries_changes_when_the_schools_clocks_do() -> None:
    text = calendar_file("Lincoln", [MEETING], zone="America/Denver", stamp=STAMP)

    (zone,) = Calendar.from_ical(text).walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    own = zone.to_tz(lookup_tzid=False)
    for day in range(0, 390, 3):
        noon = datetime(2026, 10, 20, 12, tzinfo=UTC).replace(tzinfo=None) + timedelta(days=day)
        denver = noon.replace(tzinfo=ZoneInfo("America/Denver"))
        assert noon.replace(tzinfo=own).utcoffset() == denver.utcoffset(), noon


@given(st.text(max_size=300), st.text(max_size=80))
def test_any_words_come_out_as_they_went_in_and_break_no_line(note: str, title: str) -> None:
    text = calendar_file("x", [Event("1", date(2026, 11, 19), title, note)], zone="UTC", stamp=STAMP)

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    shown = "".join(
        one if one.isprintable() else " " for one in title.replace("\r\n", " ").replace("\n", " ")
    )
    assert str(event["SUMMARY"]).replace("\n", " ") == shown
