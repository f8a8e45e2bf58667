"""The calendar's cells: months and their days, what stands on a day, and the same in words."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from smadmin.domain.accounts import Platform
from smadmin.domain.calendar import Entry, Signing
from smadmin.domain.clashes import Clash
from smadmin.domain.gaps import GapSpan
from smadmin.domain.ids import AccountId, SchoolId, SlotId
from smadmin.domain.messages import Message, say
from smadmin.domain.plan import Slot
from smadmin.domain.school_days import DaysKind
from smadmin.domain.week import SlotStage
from smadmin.services.calendar import CalendarAccount, CalendarSpan
from smadmin.ui.plan.cells import Cell, Shown, days_of_months, months_between, said, span_said
from smadmin.ui.theme import State
from tests.today_views import account

TODAY = date(2026, 11, 18)
DAY = timedelta(days=1)
LARKS = replace(account("Larks", Platform.X), id=AccountId("larks"), handle="larks")
OWLS = replace(account("Owls", Platform.FACEBOOK), id=AccountId("owls"), handle="owls")


def entry(day: date, topic: str = "Fair", one: AccountId = LARKS.id, **more: object) -> Entry:
    slot = Slot(SlotId(topic), SchoolId("s"), one, day, topic)
    return replace(Entry(one, day, SlotStage.PLANNED, slot), **more)  # type: ignore[arg-type]  # a test's fields


def span(*entries: Entry, gaps: tuple[GapSpan, ...] = (), month: int = 11) -> CalendarSpan:
    first, last = days_of_months([(2026, month)])
    return CalendarSpan(
        first,
        last,
        TODAY,
        (CalendarAccount(LARKS, gaps, True, True), CalendarAccount(OWLS, (), False, False)),
        {(one.account, one.day): (one,) for one in entries},
        {},
        frozenset(),
    )


def shown(*spans: CalendarSpan) -> Shown:
    made = Shown(date.min)
    for one in spans:
        made.take(one)
    return made


def cell(known: Shown, day: date, *, all_accounts: bool = False) -> Cell:
    accounts = known.accounts if all_accounts else known.accounts[:1]
    return known.cell(day, accounts, None if all_accounts else LARKS.id)


def ids(told: Cell, name: str = "") -> list[str]:
    return [message.id for message in said(told, name)]


@given(some.dates(date(1999, 1, 1), date(2040, 1, 1)), some.integers(0, 1200))
def test_the_months_between_two_days_have_all_days_between_and_no_month_more(first: date, days: int) -> None:
    last = first + timedelta(days=days)

    months = months_between(first, last)
    begin, end = days_of_months(months)

    assert begin == first.replace(day=1)
    assert (end + DAY).day == 1
    assert begin <= first <= last <= end
    assert (months[0], months[-1]) == ((first.year, first.month), (last.year, last.month))
    assert len(set(months)) == len(months)


def test_december_ends_with_the_year() -> None:
    assert days_of_months([(2026, 12)]) == (date(2026, 12, 1), date(2026, 12, 31))


def test_the_calendar_reaches_from_mondays_to_sundays_a_year_back_and_two_ahead() -> None:
    known = shown(span())

    assert (known.first.weekday(), known.last.weekday()) == (0, 6)
    assert known.first <= TODAY - timedelta(weeks=51)
    assert known.last >= TODAY + timedelta(weeks=103)


def test_a_day_that_was_not_read_says_so_and_nothing_else() -> None:
    known = shown(span(entry(TODAY)))

    assert not cell(known, date(2026, 12, 1)).loaded
    assert ids(cell(known, date(2026, 12, 1)), "Larks") == ["gridui.cell", "gridui.not-read"]


def test_months_that_come_later_are_added_and_forgotten_ones_are_gone() -> None:
    known = shown(span(entry(TODAY), gaps=(GapSpan(TODAY, TODAY),)), span(month=12))
    before = cell(known, TODAY)
    known.forget()

    assert len(before.marks) == 1
    assert before.gaps == (LARKS.called,)
    assert cell(known, TODAY) == replace(before, marks=(), gaps=(), loaded=False)


def test_a_day_of_all_accounts_names_whose_post_it_is() -> None:
    known = shown(span(entry(TODAY), entry(TODAY, "Band", OWLS.id)))
    both = cell(known, TODAY, all_accounts=True)

    assert [mark.account for mark in both.marks] == [LARKS.called, OWLS.called]
    assert ids(both) == ["gridui.cell-all", "gridui.line", "gridui.line"]
    topics = [one.values["topic"] for one in list(said(both, ""))[1:]]
    assert [one.id for one in topics if isinstance(one, Message)] == ["gridui.on-account"] * 2
    assert [mark.account for mark in cell(known, TODAY).marks] == [LARKS.called]


def test_today_and_days_that_are_over_are_told_apart() -> None:
    known = shown(span())

    assert [
        (cell(known, TODAY + number * DAY).today, cell(known, TODAY + number * DAY).past)
        for number in (-1, 0, 1)
    ] == [
        (False, True),
        (True, False),
        (False, False),
    ]


def test_a_gap_is_said_alone_and_counted_over_all_accounts() -> None:
    known = shown(span(gaps=(GapSpan(TODAY + DAY, TODAY + 3 * DAY),)))

    assert ids(cell(known, TODAY + DAY), "Larks") == ["gridui.cell", "gridui.gap-here"]
    assert ids(cell(known, TODAY + DAY, all_accounts=True)) == ["gridui.cell-all", "gridui.gap-all"]
    assert ids(cell(known, TODAY), "Larks") == ["gridui.cell", "gridui.nothing"]


def test_a_gap_of_an_account_that_is_late_already_says_since_when() -> None:
    since = TODAY - 12 * DAY
    known = shown(span(gaps=(GapSpan(TODAY, TODAY + 3 * DAY, since=since),)))
    today = cell(known, TODAY)

    assert say("gridui.gap-late", day=since) in list(said(today, "Larks"))
    assert ids(today, "Larks") == ["gridui.cell", "gridui.gap-late"]
    assert ids(cell(known, TODAY, all_accounts=True)) == ["gridui.cell-all", "gridui.gap-all-late"]


def test_a_gap_that_goes_on_is_a_line_and_is_named_once() -> None:
    known = shown(span(gaps=(GapSpan(TODAY + DAY, TODAY + 3 * DAY),)))
    later = cell(known, TODAY + 2 * DAY)

    assert (later.gaps, later.open_gaps) == ((), 1)
    assert ids(later, "Larks") == ["gridui.cell", "gridui.gap-goes-on"]
    assert ids(cell(known, TODAY + 2 * DAY, all_accounts=True)) == ["gridui.cell-all", "gridui.gaps-go-on"]


@pytest.mark.parametrize("signing", [one for one in Signing if one is not Signing.NONE])
def test_what_a_signature_says_stands_beside_the_post(signing: Signing) -> None:
    (mark,) = cell(shown(span(entry(TODAY, signing=signing))), TODAY).marks

    assert [one.id for one in mark.asides] == [f"gridui.signing-{signing.value}"]


def test_a_clash_is_said_and_marked_and_an_unsigned_week_says_nothing() -> None:
    against = frozenset({Clash.SAME_HOUR, Clash.QUIET_DAY})
    (clashing,) = cell(shown(span(entry(TODAY, clashes=against))), TODAY).marks
    (plain,) = cell(shown(span(entry(TODAY))), TODAY).marks

    assert [one.id for one in clashing.asides] == ["gridui.clash-quiet-day", "gridui.clash-same-hour"]
    assert clashing.state is State.STOP
    (exams,) = cell(shown(span(entry(TODAY, clashes=frozenset({Clash.QUIET_DAY})))), TODAY).marks
    assert exams.state is State.DOUBT
    assert plain.asides == ()
    assert plain.state is not State.STOP


def test_a_time_is_said_and_what_nobody_planned_is_named_so() -> None:
    timed = entry(TODAY)
    assert timed.slot is not None
    timed = replace(timed, slot=replace(timed.slot, at=time(15, 30)))
    known = shown(span(timed, Entry(LARKS.id, TODAY + DAY, SlotStage.PUBLISHED)))

    (_, line), (_, beside) = (list(said(cell(known, TODAY + number * DAY), "Larks")) for number in (0, 1))
    topic, other = line.values["topic"], beside.values["topic"]

    assert isinstance(topic, Message)
    assert isinstance(other, Message)
    assert (topic.id, topic.values["at"]) == ("gridui.at", time(15, 30))
    assert other.id == "gridui.not-planned"


@pytest.mark.parametrize(("named", "word"), [("Finals", "gridui.day-exams"), ("", "gridui.exams")])
def test_what_the_school_calls_a_day_is_said_before_its_posts(named: str, word: str) -> None:
    known = shown(replace(span(entry(TODAY)), days={TODAY: (DaysKind.EXAMS, named)}))

    told = cell(known, TODAY)

    assert ids(told, "Larks") == ["gridui.cell", word, "gridui.line"]
    assert told.free == DaysKind.EXAMS.rests


def test_a_week_is_named_by_its_days_and_a_month_by_its_name() -> None:
    first, last = date(2026, 11, 30), date(2026, 12, 6)

    assert span_said(first, last, week=True) == say("planui.week-of", first=first, last=last)
    assert span_said(first, last, week=False) == say("gridui.month-12", year="2026")


def test_a_week_is_named_by_seven_days_though_a_hair_of_the_eighth_is_seen() -> None:
    monday = date(2026, 11, 23)
    said_week = span_said(monday, monday + timedelta(days=7), week=True)
    assert said_week.values["last"] == date(2026, 11, 29)


def test_a_struck_post_says_so_on_its_chip() -> None:
    (struck,) = cell(shown(span(entry(TODAY, signing=Signing.STRUCK))), TODAY).marks

    assert struck.word == say("today.slot-struck")
