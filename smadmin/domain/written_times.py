"""Days and times as lists write them, in English and Spanish: `2024-05-03 15:04`, `5/3/24 3:04 PM`.

A wall time without a zone is the school's own. `3/4/2024` says two things: what the other rows of the same
list show decides, and where none does, the caller.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import regex

LONGEST = 64
"""Letters; no day and time is longer, and nothing longer is looked at."""

_MONTH_NAMES = ("jan/ene", "feb", "mar", "apr/abr", "may", "jun", "jul", "aug/ago", "sep/set", "oct", "nov")
_MONTHS = {
    name: number for number, names in enumerate((*_MONTH_NAMES, "dec/dic"), 1) for name in names.split("/")
}
_REST = (
    r"(?:[T ,]+(?:at |a las )?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"(?: ?(?P<half>[ap])\.? ?m\.?)?(?: ?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)?"
)
_WEEKDAY = r"(?:\p{L}{2,10}\.?,? )??"
_YEAR_FIRST = regex.compile(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})" + _REST, regex.IGNORECASE
)
_NUMBERS = regex.compile(
    _WEEKDAY + r"(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<year>\d{4}|\d{2})" + _REST, regex.IGNORECASE
)
_MONTH_FIRST = regex.compile(
    _WEEKDAY + r"(?P<name>\p{L}{3,10})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})" + _REST,
    regex.IGNORECASE,
)
_DAY_FIRST = regex.compile(
    _WEEKDAY
    + r"(?P<day>\d{1,2})(?:st|nd|rd|th|º)?[ -](?:de )?(?P<name>\p{L}{3,10})\.?,?[ -](?:del? )?(?P<year>\d{4})"
    + _REST,
    regex.IGNORECASE,
)
_SECONDS = regex.compile(r"\d{9,10}")
_MILLISECONDS = regex.compile(r"\d{12,13}")
_HALF_DAY = 12
_CENTURY, _THIS_CENTURY = 100, 2000


@dataclass(frozen=True)
class Written:
    """A day, and the moment (UTC) where a time stood beside it."""

    day: date
    moment: datetime | None


def day_goes_first(written: Iterable[str]) -> bool | None:
    """Tell whether a list's `3/4/2024` is the third of April; None where its rows show nothing, or both."""
    ones, twos = False, False
    for said in written:
        match = _NUMBERS.fullmatch(said.strip()) if len(said) <= LONGEST else None
        if match is not None:
            ones = ones or int(match["one"]) > _HALF_DAY
            twos = twos or int(match["two"]) > _HALF_DAY
    return None if ones == twos else ones


def is_either(written: str) -> bool:
    """Tell whether a day can be read in two ways."""
    match = _NUMBERS.fullmatch(written.strip()) if len(written) <= LONGEST else None
    return match is not None and match["one"] != match["two"]


def read_written(written: str, zone: ZoneInfo, *, day_first: bool) -> Written | None:
    """Read a day with or without its time; None where it is none, or the calendar doesn't have it.

    Args:
        written: as the list has it.
        zone: the school's, for times that name none.
        day_first: how `3/4/2024` is read.
    """
    said = " ".join(written.split())
    if not said or len(said) > LONGEST:
        return None
    try:
        if _SECONDS.fullmatch(said):
            return _at(datetime.fromtimestamp(int(said), UTC), zone)
        if _MILLISECONDS.fullmatch(said):
            return _at(datetime.fromtimestamp(int(said) // 1000, UTC), zone)
        return _read(said, zone, day_first=day_first)
    except (OverflowError, ValueError):
        return None


def _read(said: str, zone: ZoneInfo, *, day_first: bool) -> Written | None:
    match = _YEAR_FIRST.fullmatch(said)
    if match is not None:
        return _with_time(match, date(int(match["year"]), int(match["month"]), int(match["day"])), zone)
    match = _NUMBERS.fullmatch(said)
    if match is not None:
        one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
        day, month = (one, two) if day_first else (two, one)
        return _with_time(match, date(year if year >= _CENTURY else _THIS_CENTURY + year, month, day), zone)
    match = _MONTH_FIRST.fullmatch(said) or _DAY_FIRST.fullmatch(said)
    number = None if match is None else _MONTHS.get(match["name"][:3].casefold())
    if match is None or number is None:
        return None
    return _with_time(match, date(int(match["year"]), number, int(match["day"])), zone)


def _with_time(match: regex.Match[str], day: date, zone: ZoneInfo) -> Written:
    if match["hour"] is None:
        return Written(day, None)
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= _HALF_DAY:
            raise ValueError("no such hour")
        hour = hour % _HALF_DAY + (_HALF_DAY if match["half"] in "pP" else 0)
    clock = time(hour, int(match["minute"]), int(match["second"] or 0))
    return _at(datetime.combine(day, clock, _zone(match["zone"], zone)), zone)


def _zone(said: str | None, school: ZoneInfo) -> ZoneInfo | timezone:
    if said is None:
        return school
    if said.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    minutes = int(said[1:3]) * 60 + int(said[-2:])
    return timezone(timedelta(minutes=-minutes if said[0] == "-" else minutes))


def _at(moment: datetime, zone: ZoneInfo) -> Written:
    utc = moment.astimezone(UTC)  # first: a zone that skipped a day has wall times that never were
    return Written(utc.astimezone(zone).date(), utc)
