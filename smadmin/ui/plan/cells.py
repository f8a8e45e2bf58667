"""The calendar's cells as plain values and words: what stands on a day of an account, or of all. Pure, no Qt.

Every cell says in words what it shows in shapes (`said`), for a screen reader and the line below the grid.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from smadmin.domain.calendar import Entry, Signing
from smadmin.domain.clashes import Clash
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import Message, say
from smadmin.domain.plan import monday_of
from smadmin.domain.school_days import DaysKind, days_of
from smadmin.domain.week import Planned
from smadmin.services.calendar import CalendarAccount, CalendarSpan
from smadmin.ui.stages import out_state, planned_state, school_day, weekday
from smadmin.ui.theme import State

BACK, AHEAD = timedelta(weeks=52), timedelta(weeks=104)
"""The calendar reaches from a year ago to two years ahead."""
_DAY = timedelta(days=1)

Month = tuple[int, int]


def month_of(day: date) -> Month:
    """Give a day's year and month."""
    return day.year, day.month


def months_between(first: date, last: date) -> tuple[Month, ...]:
    """Give the months that some days lie in."""
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return tuple((number // 12, number % 12 + 1) for number in range(start, end + 1))


def days_of_months(months: Iterable[Month]) -> tuple[date, date]:
    """Give the first and the last day of some months, taken from the earliest to the latest."""
    known = sorted(months)
    (year, month), (late_year, late_month) = known[0], known[-1]
    following = date(late_year + late_month // 12, late_month % 12 + 1, 1)
    return date(year, month, 1), following - _DAY


def span_said(first: date, last: date, *, week: bool) -> Message:
    """Name the days that are seen: a week by its first and last, else the month that most of them lie in."""
    if week:  # of the eighth day a hair's breadth may be seen
        return say("planui.week-of", first=first, last=min(last, first + timedelta(days=6)))
    middle = first + (last - first) / 2
    return say(f"gridui.month-{middle.month}", year=str(middle.year))


@dataclass(frozen=True)
class Mark:
    """A post in a cell: its shape, its word, and what is said of it besides.

    All of it is found when it is asked for: a day of 200 accounts has more posts than are seen.
    """

    entry: Entry
    account: str

    @cached_property
    def _stands(self) -> tuple[State, Message]:
        if self.entry.slot is None:
            return out_state(self.entry.after)
        one = self.entry
        planned = Planned(
            self.entry.slot, one.stage, out_on=one.out_on, after=one.after, schedule=one.schedule
        )
        return planned_state(planned, struck=self.entry.signing is Signing.STRUCK)

    @property
    def state(self) -> State:
        """Its shape; exams are people's own choice to keep or not, so they are in doubt alone."""
        if Clash.SAME_HOUR in self.entry.clashes:
            return State.STOP
        return State.DOUBT if self.entry.clashes else self._stands[0]

    @property
    def word(self) -> Message:
        """How it stands."""
        return self._stands[1]

    @property
    def topic(self) -> Message | str:
        """What it is about."""
        return say("gridui.not-planned") if self.entry.slot is None else self.entry.slot.topic

    @property
    def asides(self) -> tuple[Message, ...]:
        """What a signature says of it, and what stands against it."""
        said = (
            [] if self.entry.signing is Signing.NONE else [say(f"gridui.signing-{self.entry.signing.value}")]
        )
        return (*said, *(say(f"gridui.clash-{one.value}") for one in sorted(self.entry.clashes)))


@dataclass(frozen=True)
class Cell:
    """A day of an account, or of all where `account` is None.

    Args:
        gaps: the accounts whose gap begins on it.
        late: of those, from which day on each that is late already was.
        open_gaps: how many others are in a gap that began before.
        kind: what the school calls the day, with `named` as its words.
        loaded: whether it was read yet.
    """

    day: date
    account: AccountId | None
    marks: tuple[Mark, ...]
    gaps: tuple[str, ...] = ()
    late: tuple[date, ...] = ()
    open_gaps: int = 0
    kind: DaysKind | None = None
    named: str = ""
    today: bool = False
    past: bool = False
    loaded: bool = True

    @property
    def free(self) -> bool:
        """Tell whether the school rests."""
        return self.kind is not None and self.kind.rests

    @property
    def of_school(self) -> Message | None:
        """Say what the school calls the day."""
        return None if self.kind is None else school_day(self.kind, self.named)


@dataclass
class Shown:
    """What was read of the calendar so far, month by month."""

    today: date
    accounts: tuple[CalendarAccount, ...] = ()
    months: set[Month] = field(default_factory=set)
    entries: dict[tuple[AccountId, date], tuple[Entry, ...]] = field(default_factory=dict)
    gaps: dict[AccountId, dict[date, bool]] = field(default_factory=dict)
    """The days of gaps: whether one begins."""
    late: dict[tuple[AccountId, date], date] = field(default_factory=dict)
    """The first day of a gap, where the account was late before: since when."""
    days: dict[date, tuple[DaysKind, str]] = field(default_factory=dict)
    signed: set[date] = field(default_factory=set)

    @property
    def first(self) -> date:
        """The first day that can be shown."""
        return monday_of(self.today - BACK)

    @property
    def last(self) -> date:
        """The last one, a Sunday."""
        return monday_of(self.today + AHEAD) - _DAY

    def take(self, span: CalendarSpan) -> None:
        """Take months that were read: whole ones, from the first to the last day of the span."""
        self.accounts, self.today = span.accounts, span.today
        self.entries.update(span.entries)
        self.days.update(span.days)
        self.signed.update(span.signed)
        for one in span.accounts:
            known = self.gaps.setdefault(one.account.id, {})
            for gap in one.gaps:
                begins = gap.first if gap.begins else None
                known.update((day, day == begins) for day in days_of(*gap.drawn(span.first, span.last)))
                if gap.since is not None:
                    self.late[one.account.id, gap.first] = gap.since
        self.months.update(months_between(span.first, span.last))

    def forget(self) -> None:
        """Know nothing of any day any more; what comes next is read anew."""
        self.months.clear()
        for known in (self.entries, self.gaps, self.late, self.days, self.signed):
            known.clear()

    def cell(self, day: date, accounts: Iterable[CalendarAccount], account: AccountId | None) -> Cell:
        """Give what stands on a day of some accounts."""
        if month_of(day) not in self.months:
            return Cell(day, account, (), today=day == self.today, past=day < self.today, loaded=False)
        kind, named = self.days.get(day, (None, ""))
        gaps, late, marks, open_gaps = [], [], [], 0
        for one in accounts:
            known = one.account.id
            begins = self.gaps.get(known, {}).get(day)
            if begins:
                gaps.append(one.account.called)
                late += [self.late[known, day]] if (known, day) in self.late else []
            open_gaps += begins is False
            marks += [Mark(entry, one.account.called) for entry in self.entries.get((known, day), ())]
        return Cell(
            day,
            account,
            tuple(marks),
            tuple(gaps),
            tuple(late),
            open_gaps,
            kind,
            named,
            today=day == self.today,
            past=day < self.today,
        )


def said(cell: Cell, account: str) -> Iterator[Message]:
    """Say everything that a cell shows, line by line; the first line is the day and the account.

    Args:
        cell: what is shown.
        account: its name, empty for all accounts.
    """
    day = say("gridui.cell-all", weekday=weekday(cell.day), day=cell.day)
    yield say("gridui.cell", account=account, day=day) if account else day
    if not cell.loaded:
        yield say("gridui.not-read")
        return
    if cell.of_school is not None:
        yield cell.of_school
    yield from (_line(mark, named=not account) for mark in cell.marks)
    new = len(cell.gaps) - len(cell.late)
    if new:
        yield say("gridui.gap-here") if account else say("gridui.gap-all", n=new)
    if cell.late:
        since = cell.late[0]
        yield say("gridui.gap-late", day=since) if account else say("gridui.gap-all-late", n=len(cell.late))
    if cell.open_gaps:
        yield say("gridui.gap-goes-on") if account else say("gridui.gaps-go-on", n=cell.open_gaps)
    if not cell.marks and not cell.gaps and not cell.open_gaps:
        yield say("gridui.nothing")


def _line(mark: Mark, *, named: bool) -> Message:
    slot = mark.entry.slot
    topic = mark.topic if isinstance(mark.topic, Message) else say("gridui.as-typed", words=mark.topic)
    if slot is not None and slot.at is not None:
        topic = say("gridui.at", topic=topic, at=slot.at)
    if named:
        topic = say("gridui.on-account", topic=topic, account=mark.account)
    return say("gridui.line", topic=topic, parts=(mark.word, *mark.asides))
