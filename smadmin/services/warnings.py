"""What a closed window may say: which accounts need a post, and what is planned for them.

Nobody need sign in and no key is opened: accounts, calendar and what went out are plain data. Drafts are
sealed, so whoever presses a warning is led to Today's own next step once they have signed in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from smadmin.domain.accounts import Account
from smadmin.domain.cadence import Cadence
from smadmin.domain.ids import AccountId
from smadmin.domain.plan import Slot
from smadmin.domain.school_days import SchoolDays
from smadmin.domain.schools import School
from smadmin.domain.warnings import WarningTimes
from smadmin.services.cadence import Posted, cadences, school_days
from smadmin.services.desk import Desk
from smadmin.services.reading import Reader
from smadmin.storage.unit import Unit

LOOKED_AHEAD = timedelta(days=14)
"""A post planned later than that is no answer to a silence."""


@dataclass(frozen=True)
class QuietAccount:
    """An account that needs a post, and the next one planned for it that isn't out."""

    account: Account
    cadence: Cadence
    planned: Slot | None = None


@dataclass(frozen=True)
class WarningView:
    """What there is to warn of at one moment.

    Args:
        now: by the school's wall clock.
        days: the school's calendar.
        accounts: those that need a post, the longest quiet first.
    """

    school: School
    now: datetime
    days: SchoolDays
    accounts: tuple[QuietAccount, ...]

    @property
    def today(self) -> date:
        """The school's own day."""
        return self.now.date()

    def spoken_of(self, times: WarningTimes) -> tuple[QuietAccount, ...]:
        """Give the accounts that nobody snoozed."""
        return tuple(one for one in self.accounts if times.speaks_of(one.account.id, self.today))


class Warnings:
    """Warnings of one school."""

    def __init__(self, desk: Desk, reader: Reader) -> None:
        """Stand on the desk and the policy."""
        self._desk = desk
        self._reader = reader

    def look(self) -> WarningView:
        """Give what there is to warn of now."""
        with self._desk.look() as unit:
            school = unit.schools.get(self._desk.school)
            rule, now = self._reader.pack(unit).cadence, school.local(self._desk.now)
            today = now.date()
            judged = [one for one in cadences(unit, school, rule, today) if one.cadence.needs_somebody]
            planned = _planned(unit, school, today) if judged else {}
            days = school_days(unit, rule, today)
        judged.sort(key=lambda one: -one.cadence.quiet_days)
        quiet = (QuietAccount(one.account, one.cadence, planned.get(one.account.id)) for one in judged)
        return WarningView(school, now, days, tuple(quiet))


def _planned(unit: Unit, school: School, today: date) -> Mapping[AccountId, Slot]:
    """Give each account's next planned post that isn't out."""
    last = today + LOOKED_AHEAD
    posted = Posted.read(unit, school, today, last)
    found: dict[AccountId, Slot] = {}
    slots = unit.slots.find_between("day", today.isoformat(), last.isoformat())
    for slot in sorted(slots, key=lambda one: one.day):
        if posted.written_for(slot, frozenset((slot.id,))) is None:
            found.setdefault(slot.account, slot)
    return found
