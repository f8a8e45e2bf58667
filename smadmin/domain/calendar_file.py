"""Calendar files as every calendar program reads them (RFC 5545): planned posts and the planning meeting.

Written by hand, for it is little: lines of at most 75 bytes, words escaped, and the school's zone told by its
own changes, so that a meeting stays at half past three when the clocks change.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

_LINE_BYTES = 75
_DAY = timedelta(days=1)
_AHEAD = timedelta(days=400)
"""So far ahead a repeating meeting is told, and the changes of the clock with it."""


@dataclass(frozen=True)
class Repeats:
    """An event that comes again every so many weeks, so often in all."""

    weeks: int
    count: int


@dataclass(frozen=True)
class Event:
    """Something in a calendar.

    Args:
        uid: the same for the same thing each time it is written, so that a calendar takes the newer one.
        day: the school's own.
        at: on the school's clock; None for the whole day.
        minutes: how long it takes.
        remind: so many minutes before; None for no reminder.
    """

    uid: str
    day: date
    title: str
    note: str = ""
    at: time | None = None
    minutes: int = 30
    remind: int | None = None
    repeats: Repeats | None = None


def calendar_file(name: str, events: Iterable[Event], *, zone: str, stamp: datetime) -> str:
    """Write a calendar's file.

    Args:
        name: of the calendar.
        events: in order.
        zone: the school's (`America/Denver`).
        stamp: when it is written, UTC.
    """
    every = tuple(events)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//smadmin//plan//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_text(name)}")
    timed = [one.day for one in every if one.at is not None]
    if timed:
        lines += _zone(zone, min(timed), max(*timed, min(timed) + _AHEAD))
    for one in every:
        lines += _event(one, zone, stamp)
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) for line in lines)


def _event(event: Event, zone: str, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%S}Z"
    if event.at is None:
        yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.day + _DAY:%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
    else:
        yield f"DTSTART;TZID={zone}:{event.day:%Y%m%d}T{event.at:%H%M%S}"
        yield f"DURATION:PT{event.minutes}M"
    if event.repeats is not None:
        yield f"RRULE:FREQ=WEEKLY;INTERVAL={event.repeats.weeks};COUNT={event.repeats.count}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.note:
        yield f"DESCRIPTION:{_text(event.note)}"
    if event.remind is not None:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_text(event.title)}")
        yield from (f"TRIGGER:-PT{event.remind}M", "END:VALARM")
    yield "END:VEVENT"


def _zone(name: str, first: date, last: date) -> Iterator[str]:
    """Tell a zone by its offset on a day and each change of it up to another."""
    zone = ZoneInfo(name)
    begin = datetime(first.year, first.month, first.day, tzinfo=zone) - _DAY
    yield from ("BEGIN:VTIMEZONE", f"TZID:{name}")
    yield from _observance(begin.replace(tzinfo=None), begin, begin)
    for before, after in _changes(zone, first - _DAY, last + _DAY):
        yield from _observance(
            after.astimezone(timezone(_offset(before))).replace(tzinfo=None), before, after
        )
    yield "END:VTIMEZONE"


def _observance(starts: datetime, before: datetime, after: datetime) -> Iterator[str]:
    kind = "DAYLIGHT" if after.dst() else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{starts:%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_signed(_offset(before))}"
    yield f"TZOFFSETTO:{_signed(_offset(after))}"
    yield f"TZNAME:{after.tzname()}"
    yield f"END:{kind}"


def _changes(zone: ZoneInfo, first: date, last: date) -> Iterator[tuple[datetime, datetime]]:
    """Give the moments just before and at each change of a zone's offset."""
    moment = datetime(first.year, first.month, first.day, tzinfo=ZoneInfo("UTC"))
    end = datetime(last.year, last.month, last.day, tzinfo=ZoneInfo("UTC"))
    while moment < end:
        low, high = moment, moment + _DAY
        if _at(low, zone) != _at(high, zone):
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) // 2
                if _at(middle, zone) == _at(low, zone):
                    low = middle.replace(microsecond=0)
                else:
                    high = middle.replace(microsecond=0)
                if high <= low:
                    break
            yield low.astimezone(zone), high.astimezone(zone)
        moment += _DAY


def _at(moment: datetime, zone: ZoneInfo) -> timedelta:
    return _offset(moment.astimezone(zone))


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()


def _signed(offset: timedelta) -> str:
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{'-' if offset < timedelta() else '+'}{minutes // 60:02}{minutes % 60:02}"


def _text(words: str) -> str:
    """Escape words; what no calendar shows (control characters) becomes a blank."""
    clean = "".join(one if one == "\n" or one.isprintable() else " " for one in words.replace("\r\n", "\n"))
    for sign in ("\\", ";", ","):
        clean = clean.replace(sign, "\\" + sign)
    return clean.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Fold a line to 75 bytes, never inside a letter."""
    folded, room = [""], _LINE_BYTES
    for letter in line:
        size = len(letter.encode())
        if size > room:
            folded.append(" ")
            room = _LINE_BYTES - 1
        folded[-1] += letter
        room -= size
    return "\r\n".join(folded) + "\r\n"
