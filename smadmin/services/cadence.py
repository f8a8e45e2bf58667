"""What went out on each account, and how long each has been quiet: the one place that judges it.

Cadence is plain data and nobody need sign in for it; everything is read by index, so that a long history
costs no more than a short one. What a post was planned for stands in its publication, for drafts are sealed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.cadence import Cadence, Pace, Promise, cadence, excused_until, paused
from smadmin.domain.ids import AccountId, PublicationId, SlotId
from smadmin.domain.plan import Slot
from smadmin.domain.policy.packs import Cadence as Rule
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.school_days import DAY, CalendarDays, SchoolDays, days_of
from smadmin.domain.schools import School
from smadmin.domain.week import WEEK, due_after
from smadmin.services.seen_posts import unseen
from smadmin.storage.posted import Out
from smadmin.storage.unit import Unit

_LOOKED_BACK = timedelta(days=400)
"""Rest days before that tell nothing: whoever was silent for so long is abandoned with or without them."""
LAST_DAY = date(9999, 12, 30)
"""Further than anybody plans."""
_FURTHER = 8
"""So many times as many posts are asked for where too few of the newest are seen."""
_MOST_ASKED = 500
"""More hidden ones in a row are taken for a silence."""
_OUT = PublicationStep.CONFIRMED.value
_HELD_TO = frozenset({AccountStage.LIVE, AccountStage.ON_HOLD})


@dataclass(frozen=True)
class AccountCadence:
    """An account, how long it has been quiet, and what it is held to.

    Args:
        days: the days of its strictest promise.
        pace: what it is held to, None while it isn't live.
        posts: the days of its newest posts, the newest first.
        then: what its past weeks are held to, whether it is live still or on hold meanwhile.
    """

    account: Account
    cadence: Cadence
    days: int
    pace: Pace | None = None
    posts: tuple[date, ...] = ()
    then: Pace | None = None

    def due(self, today: date, planned: Iterable[date]) -> date | None:
        """Give the day by which a post is due if everything goes out as planned; None where nothing is."""
        if self.pace is None or self.cadence.due_on is None or self.cadence.excused_until is not None:
            return None
        return due_after(today=today, pace=self.pace, posts=self.posts, planned=planned)


def cadences(unit: Unit, school: School, rule: Rule, today: date) -> tuple[AccountCadence, ...]:
    """Judge every account on one day, in the register's order.

    Args:
        unit: the store as it stands.
        school: whose zone and calendar count.
        rule: the pack's.
        today: the day to judge, in the school's zone; posts after it don't count.
    """
    days = school_days(unit, rule, today)
    posts = newest_days(unit, school, today, rule.posts)
    return tuple(
        account_cadence(one, rule, posts.get(one.id, ()), today, days) for one in unit.accounts.all()
    )


def judged(unit: Unit, school: School, rule: Rule, today: date) -> tuple[AccountCadence, ...]:
    """Judge every account on one day, the longest quiet first."""
    return tuple(sorted(cadences(unit, school, rule, today), key=lambda one: -one.cadence.quiet_days))


def account_cadence(
    account: Account, rule: Rule, posts: Sequence[date], today: date, days: SchoolDays
) -> AccountCadence:
    """Judge one account on one day.

    Args:
        account: any; one that isn't live rests.
        rule: the pack's days.
        posts: the days of its newest posts, the newest first.
        today: the day to judge, in the school's zone.
        days: which days count for the school.
    """
    promises = Promise(rule.due_days, rule.warn_day, rule.posts).own(account.promised_days)
    live = account.live_since if account.stage in _HELD_TO else None
    then = None if live is None else Pace(promises, live, paused(days, account.pauses, today))
    pace = then if account.stage is AccountStage.LIVE else None
    known = tuple(day for day in posts if day <= today)
    excused = None if pace is None else excused_until(account.pauses, today)
    judged = cadence(account.id, today=today, pace=pace, posts=known, excused=excused)
    return AccountCadence(account, judged, min(one.days for one in promises), pace, known, then)


def school_days(unit: Unit, rule: Rule, today: date) -> SchoolDays:
    """Give the school's calendar around a day, and which of its days add nothing to a silence."""
    spans = unit.calendar_days.find_between("last", (today - _LOOKED_BACK).isoformat(), LAST_DAY.isoformat())
    return days_around(spans, rule, today)


def days_around(spans: Iterable[CalendarDays], rule: Rule, today: date) -> SchoolDays:
    """Put the school's own days and the public holidays of three years together."""
    public: dict[date, str] = {}
    if rule.holidays:
        from smadmin.domain.public_holidays import public_holidays  # noqa: PLC0415 - loads for 50 ms

        with suppress(ValueError):  # an own policy may name a region that isn't: then no holiday is known
            for year in range(today.year - 1, today.year + 2):
                public |= public_holidays(rule.holidays, year)
    return SchoolDays.of(spans, public, rests=rule.rests)


def newest_days(unit: Unit, school: School, today: date, number: int) -> Mapping[AccountId, tuple[date, ...]]:
    """Give the days of each account's newest posts up to a day, the newest first; so many at least."""
    before = school.begins(today + DAY)
    found = unit.posted.newest(number, before=before, last=today)
    seen = _seen(unit, found)
    asked, short = number, _short(found, seen, number, number)
    while short and asked < _MOST_ASKED:  # what went out before the hidden ones is asked for, too
        asked = _FURTHER * asked
        found = unit.posted.newest(asked, before=before, last=today, only=short)
        further = _seen(unit, found)
        seen |= further
        short = _short(found, further, number, asked)
    return {
        account: tuple(sorted((day_of(one, school) for one in out), reverse=True))
        for account, out in seen.items()
    }


def _short(
    found: Mapping[AccountId, Sequence[Out]],
    seen: Mapping[AccountId, Sequence[Out]],
    number: int,
    asked: int,
) -> frozenset[AccountId]:
    """Give the accounts that have more posts than were asked for, of which too few are seen."""
    return frozenset(
        account
        for account, out in found.items()
        if sum(one.at is not None for one in out) >= asked and len(seen.get(account, ())) < number
    )


def _seen(unit: Unit, found: Mapping[AccountId, Sequence[Out]]) -> dict[AccountId, tuple[Out, ...]]:
    """Leave out what ends no silence: no visitor saw it, it is gone, or it took another post's place."""
    asked = {_iso(one.at) for some in found.values() for one in some if one.at is not None}
    out = list[Publication]()
    there: defaultdict[Out, list[PublicationId]] = defaultdict(list)
    for kept in unit.publications.find_among("published_at", asked, step=_OUT):
        if kept.published_at is not None:
            out.append(kept)
            there[Out(kept.account, at=kept.published_at)].append(kept.id)
    not_seen = unseen(unit, out)
    seen = {
        account: (
            *(one for one in some if one.at is None),
            *(one for one in dict.fromkeys(_here(some)) for id_ in there[one] if id_ not in not_seen),
        )
        for account, some in found.items()
    }
    return {account: some for account, some in seen.items() if some}


def _here(out: Iterable[Out]) -> Iterable[Out]:
    """Give what went out here; a correction in place has its original's moment, and stands there once."""
    return (one for one in out if one.at is not None)


def posted_since(
    unit: Unit, school: School, monday: date, today: date, number: int
) -> Mapping[AccountId, tuple[date, ...]]:
    """Give the days of each account's posts from a Monday on, and of so many before it, in no order.

    That is what past weeks are counted from, however long the history. Where the newest post alone is asked
    for, all posts of a week stand on the day of its newest: neither their number nor a silence changes.
    """
    found: dict[AccountId, list[date]] = {}
    for account, posts in newest_days(unit, school, monday - DAY, number).items():
        found[account] = list(posts)
    if number > 1:
        begins = {day: school.begins(day) for day in days_of(monday, today)}
        for each in unit.posted.by_day(begins, school.begins(today + DAY)):
            found.setdefault(each.account, []).append(each.day)
        return {account: tuple(posted) for account, posted in found.items()}
    for place in range((today - monday) // WEEK + 1):
        first = monday + place * WEEK
        end = min(first + WEEK, today + DAY)
        for account, count, at in unit.posted.counted(school.begins(first), school.begins(end)):
            day = school.local(datetime.fromisoformat(at)).date()
            found.setdefault(account, []).extend([day] * count)
    for one in unit.posted.before(monday, today):
        found.setdefault(one.account, []).append(day_of(one, school))
    return {account: tuple(posted) for account, posted in found.items()}


def day_of(out: Out, school: School) -> date:
    """Give the school's own day on which something went out."""
    if out.at is not None:
        return school.local(out.at).date()
    return out.day or date.min


@dataclass(frozen=True)
class Posted:
    """What went out in some days, and for what was planned in them, with the school's own day of each."""

    out: tuple[tuple[Out, date], ...]

    @classmethod
    def read(cls, unit: Unit, school: School, first: date, last: date) -> "Posted":
        """Read everything that went out in some days, and what is out of the posts planned for them."""
        begin, end = school.begins(first), school.begins(last + DAY)
        inside = unit.posted.between(begin, end, first=first, last=last)
        found = dict.fromkeys((*inside, *unit.posted.written_for(first, last)))
        return cls(tuple((one, day_of(one, school)) for one in found))

    @classmethod
    def weeks(cls, unit: Unit, school: School, monday: date, number: int = 1) -> "Posted":
        """Read so many weeks."""
        return cls.read(unit, school, monday, monday + number * WEEK - DAY)

    def on(self, account: AccountId, day: date) -> bool:
        """Tell whether a post went out on an account on a day that was written for no slot."""
        return (account, day) in self._unplanned

    def written_for(self, slot: Slot, occasion: frozenset[SlotId]) -> tuple[Out, date] | None:
        """Give what went out on a slot's account, whenever it did, for it or one of the same occasion."""
        mine = self._planned.get(slot.account, {})
        return next((mine[one] for one in mine if one in occasion), None)

    @cached_property
    def _unplanned(self) -> frozenset[tuple[AccountId, date]]:
        return frozenset((one.account, day) for one, day in self.out if one.slot is None)

    @cached_property
    def _planned(self) -> Mapping[AccountId, Mapping[SlotId, tuple[Out, date]]]:
        found: dict[AccountId, dict[SlotId, tuple[Out, date]]] = {}
        for one, day in self.out:
            if one.slot is not None:
                found.setdefault(one.account, {}).setdefault(one.slot, (one, day))
        return found


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
