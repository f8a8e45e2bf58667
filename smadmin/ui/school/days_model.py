"""The school's calendar as plain values: its days by school year, and what a file offers. No Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smadmin.domain.messages import Message, say
from smadmin.domain.school_days import DaysKind
from smadmin.domain.told_days import Offer, RefusedEntry
from smadmin.services.lying import LyingPosts
from smadmin.services.school_calendar import CalendarSheet, ToldDays
from smadmin.ui.holidays_said import holiday_said

_YEAR_BEGINS_MONTH = 7
MOST_REFUSED = 200
"""So many entries are named one by one; the rest is counted."""
_POSTS_NAMED = 5


@dataclass(frozen=True)
class DaysLine:
    """Days of the calendar.

    Args:
        id: of what was entered; empty for a public holiday, which nobody takes out.
        title: its name, or what kind it is where it has none.
    """

    id: str
    first: date
    title: str | Message
    note: Message


@dataclass(frozen=True)
class YearLines:
    """The days of one school year."""

    title: Message
    lines: tuple[DaysLine, ...]


@dataclass(frozen=True)
class OfferLine:
    """An entry of a file that can be ticked."""

    title: str | Message
    note: Message
    ticked: bool


@dataclass(frozen=True)
class FileModel:
    """What a file offers."""

    lines: tuple[Message, ...]
    offers: tuple[OfferLine, ...]
    refused_title: Message | None
    refused: tuple[Message, ...]


def year_lines(sheet: CalendarSheet) -> tuple[YearLines, ...]:
    """Arrange the calendar by school years, which begin in July."""
    found: dict[int, list[DaysLine]] = {}
    for line in sorted((*_entered(sheet), *_public(sheet)), key=lambda one: one.first):
        found.setdefault(_year_of(line.first), []).append(line)
    return tuple(
        YearLines(say("schooldays.year", begins=str(year), ends=str(year + 1)), tuple(lines))
        for year, lines in found.items()
    )


def file_model(told: ToldDays) -> FileModel:
    """Arrange what a file offers."""
    days = told.days
    lines = [say("daysfile.offers", n=len(days.offers)) if days.offers else say("daysfile.nothing")]
    if days.known:
        lines.append(say("daysfile.known", n=days.known))
    refused = [_refused(one) for one in days.refused[:MOST_REFUSED]]
    if len(days.refused) > MOST_REFUSED:
        refused.append(say("daysfile.refused-more", n=len(days.refused) - MOST_REFUSED))
    title = say("daysfile.refused", n=len(days.refused)) if days.refused else None
    return FileModel(tuple(lines), tuple(_offer(one) for one in days.offers), title, tuple(refused))


def lying_said(found: LyingPosts) -> tuple[Message, tuple[Message, ...]]:
    """Say that posts are planned for days off or for exams, and which: the first few by name."""
    lines = [say("schooldays.post-there", topic=one.topic, day=one.day) for one in found.slots[:_POSTS_NAMED]]
    if len(found.slots) > _POSTS_NAMED:
        lines.append(say("schooldays.posts-more", n=len(found.slots) - _POSTS_NAMED))
    happened = "schooldays.posts-exams" if found.exams else "schooldays.posts-there"
    return say(happened, n=len(found.slots)), tuple(lines)


def _entered(sheet: CalendarSheet) -> Iterator[DaysLine]:
    for one in sheet.entered:
        yield DaysLine(one.id, one.first, one.name or _kind(one.kind), _note(one.first, one.last, one.kind))


def _public(sheet: CalendarSheet) -> Iterator[DaysLine]:
    taken = {day for one in sheet.entered for day in one.days}
    for day, name in sheet.public.items():
        if day not in taken:  # the school's own word goes first
            note = say("schooldays.day-note", day=day, kind=say("schooldays.kind-public"))
            yield DaysLine("", day, holiday_said(name), note)


def _offer(one: Offer) -> OfferLine:
    form = one.form
    return OfferLine(form.name or _kind(form.kind), _note(form.first, form.last, form.kind), one.likely)


def _refused(one: RefusedEntry) -> Message:
    if one.name:
        return say("daysfile.refused-row", row=one.number, name=one.name, why=one.why)
    return say("daysfile.refused-unnamed", row=one.number, why=one.why)


def _note(first: date, last: date, kind: DaysKind) -> Message:
    if first == last:
        return say("schooldays.day-note", day=first, kind=_kind(kind))
    return say("schooldays.span-note", first=first, last=last, kind=_kind(kind))


def _kind(kind: DaysKind) -> Message:
    return say(f"schooldays.kind-{kind.value}")


def _year_of(day: date) -> int:
    return day.year if day.month >= _YEAR_BEGINS_MONTH else day.year - 1
