"""Days off that a calendar's file tells: which of its entries could be, and which days they are.

A school's calendar holds games and concerts too. What sounds like days off is offered ticked, the rest isn't;
a person decides.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from smadmin.domain.messages import Message, say
from smadmin.domain.school_days import DAY, LONGEST_SPAN, DaysForm, DaysKind

_ZONE = re.compile(r"[A-Za-z]+(?:/[A-Za-z0-9_+-]+){0,2}")
_REST = re.compile(
    r"\b(?:no (?:school|classes|students)|schools? (?:is |are )?closed|closed|holidays?|break|recess|vacation"
    r"|days? off|snow days?|teacher work ?days?|staff development|in-?service|thanksgiving|christmas"
    r"|new year'?s?(?: day| eve)?|labor day|memorial day|independence day|juneteenth|veterans'? day"
    r"|presidents'? day|martin luther king|mlk|columbus day|indigenous peoples|good friday"
    r"|no hay (?:clases|escuela)|sin clases|cerrad[ao]s?|feriados?|festivos?|asueto|receso|vacaciones"
    r"|d[ií]as? libres?|a[nñ]o nuevo|navidad|acci[oó]n de gracias|semana santa)\b"
)
_DONE = re.compile(
    r"\b(?:game|match|meet|concert|party|assembly|sale|dance|vs|practice|tournament|fair|show|resumes?|begins?"
    r"|fiesta|concierto|partido|venta|baile|feria|regreso|partidos|empiezan?)\b"
)
_SNOW = re.compile(r"\b(?:snow|weather|nieve|clima)\b")
_BREAK = re.compile(r"\b(?:break|recess|vacation|receso|vacaciones)\b")
_EXAMS = re.compile(r"\b(?:exams?|testing|finals|ex[aá]menes|pruebas)\b")


class Flaw(StrEnum):
    """Why an entry of a file says no days."""

    NONE = ""
    DAY = "day"
    END = "end"
    RULE = "rule"
    OFTEN = "often"


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One time that an entry takes place, as the file has it; nothing here is believed yet.

    Args:
        number: which entry of the file, counted from 1.
        begin: a day, or a moment by the clock of its zone.
        zone: of a moment; empty where the file names none.
    """

    number: int
    begin: str
    end: str
    name: str
    zone: str = ""
    flaw: Flaw = Flaw.NONE


@dataclass(frozen=True)
class RawCalendar:
    """A file as it was read; `digest` is the SHA-256 of its bytes."""

    digest: str
    entries: tuple[RawEntry, ...]


@dataclass(frozen=True)
class Offer:
    """Days that could be taken.

    Args:
        likely: it sounds like days off, and takes whole days.
    """

    form: DaysForm
    likely: bool


@dataclass(frozen=True)
class RefusedEntry:
    """An entry that says no days, and why."""

    number: int
    name: str
    why: Message


@dataclass(frozen=True)
class ReadDays:
    """What a file offers.

    Args:
        offers: what sounds like days off first, then by day.
        known: how many of its days stand in the calendar already.
    """

    offers: tuple[Offer, ...]
    refused: tuple[RefusedEntry, ...]
    known: int = 0


def read_days(file: RawCalendar, *, zone: ZoneInfo, entered: Collection[DaysForm]) -> ReadDays:
    """Say which days a file's entries are, by the school's own clock.

    Args:
        file: as it was read.
        zone: the school's.
        entered: what stands in the calendar already.
    """
    offers: list[Offer] = []
    refused: list[RefusedEntry] = []
    for entry in file.entries:
        offer = None if entry.flaw is not Flaw.NONE else _offer(entry, zone)
        if offer is None:
            flaw = entry.flaw if entry.flaw is not Flaw.NONE else Flaw.DAY
            refused.append(RefusedEntry(entry.number, entry.name, say(f"daysfile.flaw-{flaw.value}")))
        elif offer.form.blockers():
            refused.append(RefusedEntry(entry.number, entry.name, offer.form.blockers()[0].message))
        else:
            offers.append(offer)
    joined = _joined(offers)
    standing = {(one.first, one.last, one.name) for one in entered}
    new = [one for one in joined if (one.form.first, one.form.last, one.form.name) not in standing]
    ordered = sorted(new, key=lambda one: (not one.likely, one.form.first, one.form.name))
    return ReadDays(tuple(ordered), tuple(refused), len(joined) - len(new))


def _offer(entry: RawEntry, zone: ZoneInfo) -> Offer | None:
    try:
        timed = "T" in entry.begin
        first, last = (_day(one, entry.zone, zone) for one in (entry.begin, entry.end))
    except (ValueError, OverflowError):
        return None
    form = DaysForm(_kind(entry.name, first, last), first, last, entry.name)
    return Offer(form, not timed and likely(entry.name))


def likely(name: str) -> bool:
    """Tell whether an entry sounds like days on which the school rests."""
    said = name.casefold()
    return bool(_REST.search(said)) and not _DONE.search(said)


def _kind(name: str, first: date, last: date) -> DaysKind:
    said = name.casefold()
    if _SNOW.search(said):
        return DaysKind.SNOW
    if _EXAMS.search(said) and not _REST.search(said):
        return DaysKind.EXAMS
    return DaysKind.BREAK if first < last or _BREAK.search(said) else DaysKind.HOLIDAY


def _day(untrusted: str, named: str, zone: ZoneInfo) -> date:
    at = datetime.fromisoformat(untrusted)
    own = _zone(named)
    return at.date() if own is None else at.replace(tzinfo=own).astimezone(zone).date()


def _zone(named: str) -> ZoneInfo | None:
    """Give a zone by its name; one that nobody knows is taken for the school's own."""
    if not _ZONE.fullmatch(named):
        return None
    try:
        return ZoneInfo(named)
    except (LookupError, OSError, ValueError):
        return None


def _joined(offers: Iterable[Offer]) -> list[Offer]:
    """Put days of one name that follow each other together: many calendars write a break day by day."""
    found: list[Offer] = []
    for one in sorted(dict.fromkeys(offers), key=lambda one: (one.form.name, one.form.first, one.form.last)):
        before = found[-1] if found else None
        follows = before is not None and before.form.name == one.form.name and before.likely is one.likely
        if before is not None and follows and one.form.first <= before.form.last + DAY:
            last = max(before.form.last, one.form.last)
            if last - before.form.first < LONGEST_SPAN:
                kind = _kind(one.form.name, before.form.first, last)
                found[-1] = replace(before, form=replace(before.form, kind=kind, last=last))
                continue
        found.append(one)
    return found
