"""The school's calendar: breaks, snow days and exams, entered or taken from a calendar's file.

Days are plain rows, like planned posts: anybody may know them, and `smadmin cadence` reads them without a
key. Every change is an act of the record; a file is one act with its digest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.rights import who_may
from smadmin.domain.school_days import CalendarDays, DaysForm, DaysKind, SchoolDays
from smadmin.domain.told_days import RawCalendar, ReadDays, read_days
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.cadence import days_around
from smadmin.services.days_rows import DAYS_PART
from smadmin.services.desk import Deed, Desk
from smadmin.services.reading import Reader
from smadmin.services.roles import any_roles, refuse, today_of
from smadmin.storage.unit import Unit

_SHOWN_BACK = timedelta(days=60)
_READ_AHEAD = timedelta(days=3 * 366)


class Files(Protocol):
    """What opens calendars."""

    def read(self, path: Path, *, first: date, last: date) -> RawCalendar:
        """Give what takes place in some days."""
        ...


@dataclass(frozen=True)
class ToldDays:
    """What a calendar's file would bring; nothing was changed."""

    digest: str
    days: ReadDays


@dataclass(frozen=True)
class CalendarSheet:
    """The school's calendar, as its page shows it.

    Args:
        entered: what the school entered that isn't long over, by day.
        public: the public holidays from today on by name, those that the school overrides too.
        days: which days count.
        rests: whether the policy lets accounts rest while the school does.
        blockers: why this person may not change it.
    """

    today: date
    entered: tuple[CalendarDays, ...]
    public: Mapping[date, str]
    days: SchoolDays
    rests: bool
    blockers: tuple[Reason, ...]


class SchoolCalendar:
    """The calendar of one school."""

    def __init__(self, desk: Desk, reader: Reader, files: Files) -> None:
        """Stand on the desk, the policy, and what opens files."""
        self._desk, self._reader, self._files = desk, reader, files

    def sheet(self, by: Actor | None = None) -> CalendarSheet:
        """Give the calendar from today on, and what is just over."""
        with self._desk.look() as unit:
            today, rule = self._reader.today(unit), self._reader.pack(unit).cadence
            entered = unit.calendar_days.find_between("last", (today - _SHOWN_BACK).isoformat(), "9999-12-31")
            named = sorted(days_around((), rule, today).named.items())
            return CalendarSheet(
                today=today,
                entered=tuple(sorted(entered, key=lambda one: (one.first, one.last))),
                public={day: name for day, (_, name) in named if day >= today},
                days=days_around(entered, rule, today),
                rests=rule.rests,
                blockers=self._reasons(unit, unit.trust.read(), by),
            )

    def add(self, by: Actor, form: DaysForm) -> Done[str]:
        """Enter days (a deed); gives their id.

        Raises:
            NotAllowed: for whom it isn't, or where they end before they begin.
        """
        with self._desk.deed(by) as deed:
            self._require(deed)
            refuse(form.blockers())
            made = self._made(form)
            deed.unit.calendar_days.add(made)
            deed.record(Act.ADD, Noun.SCHOOL_DAYS, made.id, parts={DAYS_PART: form.to_plain()})
        return Done(made.id, Changes.of("calendar", [made.id]))

    def snow_day(self, by: Actor, day: date) -> Done[str]:
        """Say that the school is closed on a day (a deed)."""
        return self.add(by, DaysForm(DaysKind.SNOW, day, day))

    def read(self, path: Path) -> ToldDays:
        """Open a calendar's file (an errand; it is parsed in a jailed process) and say which days it offers.

        Raises:
            BadInput: it can't be read, or is no calendar.
        """
        with self._desk.look() as unit:
            school, today = unit.schools.get(self._desk.school), self._reader.today(unit)
            entered = {one.form for one in unit.calendar_days.all()}
        file = self._files.read(path, first=today - _SHOWN_BACK, last=today + _READ_AHEAD)
        return ToldDays(file.digest, read_days(file, zone=ZoneInfo(school.zone), entered=entered))

    def import_days(self, by: Actor, forms: Sequence[DaysForm], *, digest: str) -> Done[int]:
        """Take what a calendar's file says (a deed): all of it or nothing; what is there already once only.

        Args:
            by: who imports.
            forms: the days as somebody looked at them.
            digest: SHA-256 of the file.

        Raises:
            NotAllowed: for whom it isn't, or with days that end before they begin.
        """
        with self._desk.deed(by) as deed:
            self._require(deed)
            for form in forms:
                refuse(form.blockers())
            known = {one.form for one in deed.unit.calendar_days.all()}
            new = [one for one in dict.fromkeys(forms) if one not in known]
            if not new:
                raise NotAllowed((Reason(say("schooldays.nothing-new")),))
            made = [self._made(form, digest) for form in new]
            for one in made:
                deed.unit.calendar_days.add(one)
            days: list[Plain] = [{"id": one.id, **one.form.to_plain()} for one in made]
            part: dict[str, Plain] = {"sha256": digest, "days": days}
            deed.record(Act.IMPORT_DAYS, Noun.SCHOOL_DAYS, digest, parts={DAYS_PART: part})
        return Done(len(new), Changes.of("calendar", [digest]))

    def remove(self, by: Actor, days: str) -> Changes:
        """Take days out of the calendar (a deed).

        Raises:
            KnownError: if they aren't there any more.
        """
        with self._desk.deed(by) as deed:
            self._require(deed)
            if deed.unit.calendar_days.maybe(days) is None:
                raise KnownError(say("schooldays.gone"))
            deed.unit.calendar_days.remove(days)
            deed.record(Act.REMOVE, Noun.SCHOOL_DAYS, days)
        return Changes.of("calendar", [days])

    def _made(self, form: DaysForm, source: str = "") -> CalendarDays:
        return CalendarDays(
            self._desk.ids.new(), self._desk.school, form.kind, form.first, form.last, form.name, source
        )

    def _require(self, deed: Deed) -> None:
        refuse(self._reasons(deed.unit, deed.trust, deed.by))

    def _reasons(self, unit: Unit, trust: Trust, by: Actor | None) -> tuple[Reason, ...]:
        person = None if by is None else by.person
        roles = any_roles(trust, person, today_of(unit, self._desk))
        return () if roles & who_may(Noun.SCHOOL_DAYS, Act.ADD) else (Reason(say("schooldays.not-yours")),)
