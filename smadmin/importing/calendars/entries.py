"""The entries of a calendar's file with each day on which they come back. Worker only.

Read here: name, begin, end, repetition (by `dateutil`, RFC 5545), exceptions, moved occurrences. All else
is passed by unread, people's words above all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from dateutil.rrule import rrulestr

from smadmin.domain.told_days import Flaw
from smadmin.importing.calendars.border import MOST_ROWS, MOST_STEPS, MOST_TIMES, Reason
from smadmin.importing.spreadsheets.delimited import decoded
from smadmin.jail.trade import Refusal

_FOLD = re.compile(r"(?:\r\n|\n|\r)[ \t]")
_LINE_END = re.compile(r"\r\n|\n|\r")
_LONGEST_LINE = 1 << 16
"""Exceptions of 3,000 days; what is longer is cut."""
_LONGEST_NAME = 200
_WANTED = re.compile(
    r"(BEGIN|END|SUMMARY|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|UID|STATUS)"
    r'((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:]*))*):(.*)',
    re.IGNORECASE | re.DOTALL,
)
_ZONE = re.compile(r';TZID="?([^";:]*)', re.IGNORECASE)
_MOMENT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?")
_LASTS = re.compile(r"\+?P(?:(\d{1,3})W|(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?)")
_RULE = re.compile(r"(?:[A-Z]+=[A-Z0-9,+-]+;?)+")
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_PARTS = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"}
    | {"BYWEEKNO", "BYYEARDAY"}
)
_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)
_UTC = "UTC"
_EARLIEST = 1970
"""What repeats every few days isn't counted through from before this year."""
_MOST_NEVER = 20
"""So many rules that never come true are looked through in a file: each takes a third of a second."""
_OFTEN = frozenset({"DAILY", "WEEKLY"})
_PICKS = frozenset({"BYMONTHDAY", "BYSETPOS", "BYWEEKNO", "BYYEARDAY"})
"""What nobody says of something that comes every few days; if it never comes true, that takes seconds."""

Row = tuple[str, ...]


@dataclass(frozen=True)
class _Moment:
    """A day or a moment as written; the clock is the entry's own."""

    at: datetime
    timed: bool
    zone: str


@dataclass
class _Entry:
    """One VEVENT as written: of each property the last, of RDATE and EXDATE all."""

    number: int
    values: dict[str, tuple[str, str]] = field(default_factory=dict)
    also: list[tuple[str, str]] = field(default_factory=list)
    never: list[tuple[str, str]] = field(default_factory=list)

    def take(self, name: str, params: str, value: str) -> None:
        if name in {"RDATE", "EXDATE"}:
            (self.also if name == "RDATE" else self.never).append((params, value))
        else:
            self.values[name] = (params, value)

    def text(self, name: str) -> str:
        return self.values.get(name, ("", ""))[1].strip()

    @property
    def named(self) -> str:
        return _plain(self.text("SUMMARY"))[:_LONGEST_NAME]


class _Wrong(Exception):
    """What is wrong with one entry, and how many days were counted through until that was seen."""

    def __init__(self, flaw: Flaw, steps: int = 1) -> None:
        super().__init__(flaw)
        self.flaw, self.steps = flaw, steps


def load() -> None:
    """Load what `dateutil` loads only for a repetition with an end: not behind the fences."""
    list(rrulestr("FREQ=DAILY;UNTIL=20260102T000000", dtstart=datetime(2026, 1, 1)))  # noqa: DTZ001 - as below


def read_calendar(content: bytes, *, first: datetime, last: datetime) -> list[Row]:
    """Give a row for each time that an entry takes place in some days, both included.

    Raises:
        Refusal: it is no calendar, breaks off, or holds more than anybody looks through.
    """
    entries = list(_entries(decoded(content)))
    moved: dict[str, set[datetime]] = {}
    for one in entries:
        if one.text("RECURRENCE-ID"):
            moved.setdefault(one.text("UID"), set()).add(_at(one, "RECURRENCE-ID"))
    rows: list[Row] = []
    left = MOST_STEPS
    for one in entries:
        if one.text("STATUS").upper() == "CANCELLED":
            continue
        try:
            steps, found = _rows(one, first, last, moved.get(one.text("UID"), set()), left)
        except _Wrong as wrong:
            steps, found = wrong.steps, [_flawed(one, wrong.flaw)]
        except (
            ArithmeticError,
            LookupError,
            TypeError,
            ValueError,
        ):  # a thirteenth month, say
            steps, found = 1, [_flawed(one, Flaw.RULE)]
        rows += found
        left -= steps
        if len(rows) > MOST_ROWS:
            raise Refusal(Reason.TOO_LARGE)
    return rows


def _properties(text: str) -> Iterator[tuple[str, str, str]]:
    for line in _LINE_END.split(_FOLD.sub("", text)):
        if (found := _WANTED.fullmatch(line[:_LONGEST_LINE])) is not None:
            yield found[1].upper(), found[2], found[3]


def _entries(text: str) -> Iterator[_Entry]:
    """Give the entries in their order. What stands inside one (alarms) and beside them is passed by."""
    inside: list[str] = []
    entry: _Entry | None = None
    number, calendars = 0, 0
    for name, params, value in _properties(text):
        if name == "BEGIN":
            inside.append(value.strip().upper())
            calendars += inside == ["VCALENDAR"]
            if inside == ["VCALENDAR", "VEVENT"]:
                number += 1
                entry = _Entry(number)
        elif name == "END":
            if not inside or inside.pop() != value.strip().upper():
                raise Refusal(Reason.BROKEN)
            if entry is not None and inside == ["VCALENDAR"]:
                yield entry
                entry = None
        elif entry is not None and inside == ["VCALENDAR", "VEVENT"]:
            entry.take(name, params, value)
    if not calendars:
        raise Refusal(Reason.NO_CALENDAR)
    if inside:  # the end is missing: a download that broke off
        raise Refusal(Reason.BROKEN)


def _rows(
    entry: _Entry, first: datetime, last: datetime, moved: set[datetime], left: int
) -> tuple[int, list[Row]]:
    begin = _moment(*entry.values.get("DTSTART", ("", "")))
    if left <= 0 and entry.text("RRULE"):
        raise _Wrong(Flaw.OFTEN)
    lasts = _lasts(entry, begin)
    never = {one.at for params, value in entry.never for one in _moments(params, value)}
    if not entry.text("RECURRENCE-ID"):
        never |= moved
    rows: list[Row] = []
    steps = 0
    for at in _times(entry, begin, last):
        steps += 1
        if steps > max(left, 1) or len(rows) > MOST_TIMES:
            raise _Wrong(Flaw.OFTEN, steps)
        end = at + lasts
        if end < first or at > last or at in never:
            continue
        rows.append((str(entry.number), _said(at, begin), _said(end, begin), entry.named, begin.zone, ""))
    return steps, rows


def _times(entry: _Entry, begin: _Moment, last: datetime) -> Iterator[datetime]:
    """Give when it takes place, in order; a moved occurrence takes place once."""
    rule = entry.text("RRULE")
    yield begin.at  # also where the rule wouldn't give it (RFC 5545, 3.8.5.3)
    if rule and not entry.text("RECURRENCE-ID"):
        for at in _counted(_known(rule, begin.at), begin.at, last):
            if at != begin.at:
                yield at
    for params, value in entry.also:
        for one in _moments(params, value):
            if one.at != begin.at:
                yield one.at


def _counted(plain: str, begin: datetime, last: datetime) -> Iterator[datetime]:
    """Give the days of a repetition up to one."""
    every = False
    for at in rrulestr(plain, dtstart=begin):
        every = True
        if at > last:
            return
        yield at
    if not every:  # one that never comes true is counted through to the year 9999
        raise _Wrong(Flaw.RULE, MOST_STEPS // _MOST_NEVER)


def _known(rule: str, begin: datetime) -> str:
    """Give a repetition of days in the way that it can be counted: by the entry's own clock."""
    plain = rule.strip().rstrip(";").upper()
    if len(rule) > _LONGEST_NAME or not _RULE.fullmatch(plain):
        raise _Wrong(Flaw.RULE)
    pairs = [one.split("=", 1) for one in plain.split(";")]
    parts = dict(pairs)
    if len(parts) < len(pairs) or not set(parts) <= _PARTS or parts.get("FREQ") not in _FREQUENCIES:
        raise _Wrong(Flaw.RULE)  # by the hour or oftener no school rests
    often = parts["FREQ"] in _OFTEN
    if often and (begin.year < _EARLIEST or set(parts) & _PICKS):
        raise _Wrong(Flaw.RULE)
    if not parts.get("INTERVAL", "1").isdecimal() or int(parts.get("INTERVAL", "1")[:4]) == 0:
        raise _Wrong(Flaw.RULE)
    if "UNTIL" in parts:
        until = _moment("", parts["UNTIL"])
        parts["UNTIL"] = (until.at if until.timed else until.at + _DAY - _SECOND).strftime("%Y%m%dT%H%M%S")
    try:
        rrulestr(plain := ";".join(f"{name}={value}" for name, value in parts.items()))
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise _Wrong(Flaw.RULE) from error
    return plain


def _lasts(entry: _Entry, begin: _Moment) -> timedelta:
    """Give how long it takes from its begin to its last day or second."""
    given, duration = entry.values.get("DTEND"), entry.text("DURATION")
    if given is not None:
        end = _moment(*given)
        if end.timed is not begin.timed or end.at < begin.at:
            raise _Wrong(Flaw.END)
        whole = end.at - begin.at
    elif duration:
        found = _LASTS.fullmatch(duration)
        if found is None:
            raise _Wrong(Flaw.END)
        weeks, days, hours, minutes, seconds = (int(one or 0) for one in found.groups())
        whole = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    else:
        whole = timedelta() if begin.timed else _DAY
    return max(whole - _SECOND, timedelta())  # the end itself is no part of it


def _flawed(entry: _Entry, flaw: Flaw) -> Row:
    return (str(entry.number), "", "", entry.named, "", flaw.value)


def _at(entry: _Entry, name: str) -> datetime:
    try:
        return _moment(*entry.values[name]).at
    except _Wrong:
        return datetime.min  # noqa: DTZ901 - a clock of nowhere, like all here


def _moments(params: str, value: str) -> Iterator[_Moment]:
    for one in value.split(","):
        yield _moment(params, one.partition("/")[0])


def _moment(params: str, value: str) -> _Moment:
    found = _MOMENT.fullmatch(value.strip())
    if found is None:
        raise _Wrong(Flaw.DAY)
    year, month, day, hour, minute, second = (int(one or 0) for one in found.groups()[:6])
    try:
        at = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 - the entry's own clock
    except ValueError as error:
        raise _Wrong(Flaw.DAY) from error
    zone = _ZONE.search(params)
    timed = found[4] is not None
    return _Moment(at, timed, _UTC if found[7] else zone[1] if zone is not None and timed else "")


def _said(at: datetime, begin: _Moment) -> str:
    return at.isoformat() if begin.timed else at.date().isoformat()


def _plain(text: str) -> str:
    """Give a name without what the format puts before signs."""
    return re.sub(r"\\(.)", lambda found: " " if found[1] in "nN" else found[1], text).strip()
