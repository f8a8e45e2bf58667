"""The calendar: a span of days of every account, read in one look and by indexes alone.

Ten years of posts cost nothing here: what went out is found by its day and by what it was planned for.
Nothing is decided by what this shows; changing is `services/arranging.py`, signing `services/plan.py`.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.calendar import Entry, Signing, is_quiet, signing
from smadmin.domain.clashes import Clash, clashes
from smadmin.domain.gaps import GapSpan, gap_spans
from smadmin.domain.ids import AccountId, PostId, SlotId
from smadmin.domain.naming import writes_for
from smadmin.domain.plan import PLANNERS, Slot, WeekPlan, monday_of
from smadmin.domain.posts import Draft, PostStage
from smadmin.domain.school_days import DaysKind, SchoolDays, days_of
from smadmin.domain.schools import School
from smadmin.domain.week import WEEK, SlotStage, slot_stage
from smadmin.services.afterwards import PLAIN, AfterwardsOf, afterwards_in, with_hidden
from smadmin.services.cadence import cadences, school_days
from smadmin.services.desk import Desk
from smadmin.services.plan import signed_plan, signing_fact
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.roles import roles_preparing
from smadmin.services.scheduled import scheduled_places, schedules
from smadmin.storage.posted import OutOn
from smadmin.storage.unit import Unit

WRITTEN = (PostStage.DRAFT, PostStage.SENT_BACK, PostStage.SUBMITTED, PostStage.RELEASED)
"""A post at one of these stages is under way."""
_SIGNED_AROUND = 4 * WEEK
"""So far from its signed day a moved post is still recognised."""
_PLANNED_BEFORE = timedelta(days=70)
"""So far before a span what is planned still tells by when the next post is due."""


@dataclass(frozen=True)
class CalendarAccount:
    """An account, from when to when it will be late, and whether this person plans and writes for it."""

    account: Account
    gaps: tuple[GapSpan, ...]
    plans: bool
    writes: bool


@dataclass(frozen=True)
class CalendarSpan:
    """Days of the calendar.

    Args:
        first: the first day, `last` the last one.
        accounts: those that aren't closed, by name.
        entries: of each account and day, by time.
        days: what the school's calendar calls days.
        signed: the Mondays of the signed weeks.
    """

    first: date
    last: date
    today: date
    accounts: tuple[CalendarAccount, ...]
    entries: Mapping[tuple[AccountId, date], tuple[Entry, ...]]
    days: Mapping[date, tuple[DaysKind, str]]
    signed: frozenset[date]


class Calendar:
    """The calendar of one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk = desk
        self._reader = reader
        self._proof = proof
        self._read: dict[int, WeekPlan | None] = {}

    def this_month(self, by: Actor) -> CalendarSpan:
        """Give the month that it is at the school."""
        with self._desk.look(by) as unit:
            first = self._reader.today(unit).replace(day=1)
        return self.span(by, first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))

    def span(self, by: Actor, first: date, last: date) -> CalendarSpan:
        """Give the days from the first to the last, both included."""
        with self._desk.look(by) as unit:
            school, today = unit.schools.get(self._desk.school), self._reader.today(unit)
            days = school_days(unit, self._reader.pack(unit).cadence, today)
            proven = self._proof.now(unit)
            after = proven.once(afterwards_in, lambda: afterwards_in(unit, proven, school))
            after = with_hidden(unit, school, first, after)
            entries = _Standing.read(unit, school, first, last).entries(
                self._signatures(proven, first, last), days, today, after
            )
            found = scheduled_places(entries.by_place, schedules(unit, proven, self._desk.now))
            mondays = _mondays(first, last)
            return CalendarSpan(
                first,
                last,
                today,
                self._accounts(unit, by, (first, last), school=school, today=today),
                found,
                {day: named for day, named in days.named.items() if first <= day <= last},
                frozenset(one for one in mondays if one in entries.plans),
            )

    def _signatures(self, proven: Proven, first: date, last: date) -> dict[date, WeekPlan]:
        """Give the signed weeks around a span; what a row signed is read once, for rows never change."""
        found = {}
        for monday in _mondays(first - _SIGNED_AROUND, last + _SIGNED_AROUND):
            fact = signing_fact(proven, monday)
            if fact is None:
                continue
            if fact.seq not in self._read:
                self._read[fact.seq] = signed_plan(proven, fact, monday)
            plan = self._read[fact.seq]
            if plan is not None:
                found[monday] = plan
        return found

    def _accounts(
        self, unit: Unit, by: Actor, span: tuple[date, date], *, school: School, today: date
    ) -> tuple[CalendarAccount, ...]:
        (first, last), trust = span, unit.trust.read()
        planned: defaultdict[AccountId, list[date]] = defaultdict(list)
        if last >= today:
            for account, day in unit.planned.days(max(today, first - _PLANNED_BEFORE), last):
                planned[account].append(day)
        found = []
        for judged in cadences(unit, school, self._reader.pack(unit).cadence, today):
            one, gaps = judged.account, tuple[GapSpan, ...]()
            if one.stage is AccountStage.CLOSED:
                continue
            plans = bool(roles_preparing(trust, by.person, today, one.id) & PLANNERS)
            if judged.pace is not None and last >= today:
                gaps = gap_spans(judged.pace, judged.posts, planned[one.id], today=today, until=last)
            found.append(CalendarAccount(one, gaps, plans, writes_for(trust, by.person, one, today)))
        return tuple(sorted(found, key=lambda one: one.account.called.casefold()))


@dataclass(frozen=True)
class _Entries:
    by_place: Mapping[tuple[AccountId, date], tuple[Entry, ...]]
    plans: Mapping[date, WeekPlan]


_Occasion = tuple[AccountId, date, str]
"""What one post can fill on an account: a day and a topic."""


@dataclass(frozen=True)
class _Standing:
    """The posts of a span, found by what they were written for; days are the school's own."""

    slots: tuple[Slot, ...]
    outs: tuple[OutOn, ...]
    out_for: Mapping[_Occasion, tuple[PostId | None, date]]
    drafts: Mapping[_Occasion, Draft]
    known: frozenset[SlotId]

    @classmethod
    def read(cls, unit: Unit, school: School, first: date, last: date) -> "_Standing":
        """Read what is planned for a span, what went out in it or for it, and what is written for it."""
        slots = unit.planned.slots(first, last)
        days = {day: school.begins(day) for day in days_of(first, last)}
        outs = unit.posted.by_day(days, school.begins(last + timedelta(days=1)))
        by_id = {one.id: (one.day, one.topic) for one in slots}
        out_for, drafts = dict[_Occasion, tuple[PostId | None, date]](), dict[_Occasion, Draft]()
        for one in outs:
            if one.slot in by_id:
                out_for.setdefault((one.account, *by_id[one.slot]), (one.post, one.day))
        told = {one.slot for one in outs}
        for other in unit.planned.out_for([one for one in by_id if one not in told]):
            day = school.local(other.at).date()
            out_for.setdefault((other.account, *by_id[other.slot]), (other.post, day))
        for stage in WRITTEN[::-1]:  # the furthest first
            for draft in unit.posts.find(stage=stage.value)[::-1]:
                if draft.content.slot in by_id:
                    for account in draft.content.accounts:
                        drafts.setdefault((account, *by_id[draft.content.slot]), draft)
        return cls(slots, outs, out_for, drafts, frozenset(by_id))

    def entries(
        self, plans: Mapping[date, WeekPlan], days: SchoolDays, today: date, after: AfterwardsOf
    ) -> _Entries:
        """Give each planned post with how it stands, and what went out besides the plan."""
        against = clashes(self.slots, lambda day: is_quiet(days, day))
        named = {one.id: one for plan in plans.values() for one in plan.signed}
        alone = {(one.account, one.day) for one in self.outs if one.slot is None}
        found: defaultdict[tuple[AccountId, date], list[Entry]] = defaultdict(list)
        for slot in self.slots:
            signed = signing(slot, plans, named) if plans else Signing.NONE
            entry = self._entry(slot, signed, out=(slot.account, slot.day) in alone, today=today)
            if (entry.post, slot.account) in after:
                entry = replace(entry, after=after[entry.post, slot.account])
            if slot.id in against:
                entry = _clashing(entry, against[slot.id])
            found[slot.account, slot.day].append(entry)
        for one in self.outs:
            if after.get((one.post, one.account), PLAIN).instead:
                continue
            place = (one.account, one.day)
            if one.slot is None:
                filled = any(_fills_day(entry) for entry in found.get(place, ()))
            else:
                filled = one.slot in self.known
            if not filled:
                since = after.get((one.post, one.account))
                found[place].append(Entry(*place, SlotStage.PUBLISHED, after=since))
        return _Entries({place: _in_order(some) for place, some in found.items()}, plans)

    def _entry(self, slot: Slot, signed: Signing, *, out: bool, today: date) -> Entry:
        occasion = (slot.account, slot.day, slot.topic)
        went = self.out_for.get(occasion)
        if went is not None:
            day = None if went[1] == slot.day else went[1]
            return Entry(slot.account, slot.day, SlotStage.PUBLISHED, slot, went[0], None, day, signed)
        draft = self.drafts.get(occasion)
        if draft is not None:
            stage = slot_stage(slot.day, today=today, post=draft.stage, out=False)
            return Entry(slot.account, slot.day, stage, slot, draft.id, draft.author, None, signed)
        stage = slot_stage(slot.day, today=today, post=None, out=out)
        return Entry(slot.account, slot.day, stage, slot, signing=signed)


def _fills_day(entry: Entry) -> bool:
    """Tell whether a planned post counts as out for what went out that day besides the plan."""
    return entry.slot is not None and entry.stage is SlotStage.PUBLISHED and entry.post is None


def _clashing(entry: Entry, against: frozenset[Clash]) -> Entry:
    """What is out already clashes with nothing any more."""
    return entry if entry.stage is SlotStage.PUBLISHED else replace(entry, clashes=against)


def _in_order(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(entries) if len(entries) == 1 else tuple(sorted(entries, key=_by_time))


def _by_time(entry: Entry) -> tuple[time, str]:
    """Posts for any time of the day come last."""
    slot = entry.slot
    return (time.max if slot is None or slot.at is None else slot.at, "" if slot is None else slot.topic)


def _mondays(first: date, last: date) -> tuple[date, ...]:
    return tuple(monday_of(first) + number * WEEK for number in range((last - monday_of(first)) // WEEK + 1))
