"""How planned posts stand, gaps before they happen, and the weeks behind an account."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from smadmin.domain.cadence import CadenceStage, Pace, Promise
from smadmin.domain.ids import AccountId
from smadmin.domain.posts import PostStage
from smadmin.domain.school_days import SchoolDays
from smadmin.domain.week import Gap, SlotStage, due_after, gap_in_week, past_weeks, planned_until, slot_stage

X = AccountId("x")
WEDNESDAY = date(2026, 11, 18)
MONDAY = date(2026, 11, 16)
NEXT = date(2026, 11, 23)


def days(number: int) -> date:
    return WEDNESDAY + timedelta(days=number)


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (days(-1), SlotStage.MISSED),
        (days(0), SlotStage.GAP),
        (days(1), SlotStage.GAP),
        (days(2), SlotStage.PLANNED),
    ],
)
def test_a_slot_without_a_post_is_a_gap_from_the_day_before(day: date, stage: SlotStage) -> None:
    assert slot_stage(day, today=WEDNESDAY, post=None, out=False) is stage
    assert stage.empty


@pytest.mark.parametrize(
    ("post", "stage"),
    [
        (PostStage.DRAFT, SlotStage.DRAFTED),
        (PostStage.SUBMITTED, SlotStage.IN_REVIEW),
        (PostStage.SENT_BACK, SlotStage.SENT_BACK),
        (PostStage.RELEASED, SlotStage.RELEASED),
        (PostStage.PUBLISHED, SlotStage.PUBLISHED),
    ],
)
def test_a_slot_stands_as_the_post_written_for_it(post: PostStage, stage: SlotStage) -> None:
    assert slot_stage(days(-3), today=WEDNESDAY, post=post, out=True) is stage


def test_a_dropped_post_fills_no_slot() -> None:
    assert slot_stage(days(5), today=WEDNESDAY, post=PostStage.DROPPED, out=False) is SlotStage.PLANNED


def test_a_post_that_went_out_elsewhere_on_that_day_fills_the_slot() -> None:
    assert slot_stage(days(-2), today=WEDNESDAY, post=None, out=True) is SlotStage.PUBLISHED


def held_to(every: int, since: date = date(2020, 1, 1)) -> Pace:
    return Pace((Promise(every, every),), since)


def gap(monday: date, due_on: date | None, *planned: date, every: int = 7) -> Gap | None:
    if due_on is None:
        return gap_in_week(X, monday, today=WEDNESDAY, due=None)
    posts = (due_on - timedelta(days=every),)
    due = due_after(today=WEDNESDAY, pace=held_to(every), posts=posts, planned=planned)
    return gap_in_week(X, monday, today=WEDNESDAY, due=due)


def test_a_week_with_nothing_planned_by_the_due_day_has_a_gap() -> None:
    assert gap(MONDAY, days(2)) == Gap(X, days(2))
    assert gap(NEXT, days(6)) == Gap(X, days(6))


def test_a_post_planned_in_time_closes_the_gap_and_moves_the_next_one() -> None:
    assert gap(MONDAY, days(2), days(1)) is None
    assert gap(NEXT, days(2), days(1)) == Gap(X, days(8))
    assert gap(NEXT, days(2), days(1), days(7)) is None


def test_a_post_planned_too_late_leaves_the_gap() -> None:
    assert gap(MONDAY, days(2), days(3)) == Gap(X, days(2))


def test_on_a_snow_day_the_first_day_school_is_open_again_is_early_enough() -> None:
    snow = Pace((Promise(7, 7),), date(2020, 1, 1), SchoolDays((WEDNESDAY,)))
    posts = (days(-8),)  # its seventh day was yesterday, and today counts for nothing

    def due(*planned: date) -> Gap | None:
        found = due_after(today=WEDNESDAY, pace=snow, posts=posts, planned=planned)
        return gap_in_week(X, MONDAY, today=WEDNESDAY, due=found)

    assert snow.due_on(posts) == WEDNESDAY
    assert due(days(1)) is None
    assert due() == due(days(2)) == Gap(X, days(1))


def test_slots_of_the_past_close_no_gap() -> None:
    assert gap(MONDAY, days(2), days(-1)) == Gap(X, days(2))


def test_an_account_that_is_late_has_its_gap_now_until_something_is_planned() -> None:
    assert gap(MONDAY, days(-5)) == Gap(X, days(-5))
    assert gap(NEXT, days(-5)) is None
    assert gap(MONDAY, days(-5), days(2)) is None


def test_an_account_that_rests_has_no_gap() -> None:
    assert gap(MONDAY, None) is None


@given(
    due=st.integers(0, 30),
    further=st.integers(0, 30),
    planned=st.lists(st.integers(-10, 40), max_size=8),
    more=st.integers(0, 40),
)
def test_planning_more_makes_no_post_due_earlier_while_an_account_is_on_time(
    due: int, further: int, planned: list[int], more: int
) -> None:
    few, every = [days(number) for number in planned], due + further + 1

    pace, posts = held_to(every), (days(due) - timedelta(days=every),)

    before = due_after(today=WEDNESDAY, pace=pace, posts=posts, planned=few)
    after = due_after(today=WEDNESDAY, pace=pace, posts=posts, planned=[*few, days(more)])

    assert after >= before >= days(due)


def test_weeks_are_counted_from_the_oldest_to_the_current_one() -> None:
    posted = [MONDAY, WEDNESDAY, MONDAY - timedelta(days=1)]

    weeks = past_weeks(X, today=WEDNESDAY, number=3, pace=held_to(7), posted=posted)

    assert [week.monday for week in weeks] == [date(2026, 11, 2), date(2026, 11, 9), MONDAY]
    assert [week.posts for week in weeks] == [0, 1, 2]
    assert [week.before for week in weeks] == [True, False, False]


def test_a_week_is_late_once_the_promised_days_are_over() -> None:
    first = date(2026, 10, 26)

    weeks = past_weeks(X, today=WEDNESDAY, number=4, pace=held_to(7, first), posted=[first])

    assert [week.late for week in weeks] == [False, True, True, True]


def test_nothing_is_said_about_weeks_before_the_first_known_post() -> None:
    weeks = past_weeks(X, today=WEDNESDAY, number=4, pace=held_to(7), posted=[MONDAY])

    assert [week.before for week in weeks] == [True, True, True, False]
    assert not any(week.late for week in weeks)


def test_an_account_that_never_posted_is_late_from_its_first_day_on() -> None:
    weeks = past_weeks(X, today=WEDNESDAY, number=3, pace=held_to(7, date(2026, 11, 2)), posted=[])

    assert [week.late for week in weeks] == [False, True, True]


def test_posts_before_the_weeks_shown_still_hold_and_say_that_nothing_lies_before() -> None:
    old = MONDAY - timedelta(weeks=3)

    weeks = past_weeks(X, today=WEDNESDAY, number=3, pace=held_to(14), posted=[old])

    assert [week.late for week in weeks] == [False, True, True]
    assert not any(week.before for week in weeks)


def test_an_account_that_rests_is_never_late() -> None:
    weeks = past_weeks(X, today=WEDNESDAY, number=2, pace=None, posted=[MONDAY - timedelta(weeks=1)])

    assert [(week.posts, week.late) for week in weeks] == [(1, False), (0, False)]


def test_a_post_of_tomorrow_does_not_count_yet() -> None:
    weeks = past_weeks(X, today=WEDNESDAY, number=1, pace=held_to(7, MONDAY), posted=[days(1)])

    assert weeks[0].posts == 0


@given(
    every=st.integers(1, 20),
    quiet=st.integers(0, 40),
    planned=st.lists(st.integers(0, 60), max_size=20),
    ahead=st.integers(0, 5),
)
@example(every=5, quiet=20, planned=[7], ahead=0)  # who is late catches up
@example(every=7, quiet=0, planned=[11], ahead=1)
@example(every=11, quiet=0, planned=[11], ahead=1)  # the last day of next week
def test_what_is_planned_later_changes_no_gap_of_a_week(
    every: int, quiet: int, planned: list[int], ahead: int
) -> None:
    pace, posts, monday = held_to(every), [days(-quiet)], MONDAY + timedelta(weeks=ahead)
    whole = [days(one) for one in planned]
    read = [day for day in whole if day <= planned_until(monday, WEDNESDAY)]

    gaps = [
        gap_in_week(
            X, monday, today=WEDNESDAY, due=due_after(today=WEDNESDAY, pace=pace, posts=posts, planned=some)
        )
        for some in (whole, read)
    ]

    assert gaps[0] == gaps[1]


@given(
    posted=st.lists(st.integers(-90, 3).map(days), max_size=30),
    promises=st.lists(st.builds(Promise, st.integers(1, 20), st.just(1), st.integers(1, 3)), min_size=1),
    since=st.integers(-90, 0),
    resting=st.frozensets(st.integers(-90, 0).map(days), max_size=20),
    today=st.integers(-3, 3).map(days),
)
def test_each_past_week_is_what_its_own_days_say(
    posted: list[date], promises: list[Promise], since: int, resting: frozenset[date], today: date
) -> None:
    pace = Pace(tuple(promises), days(since), SchoolDays(tuple(sorted(resting))))

    for week in past_weeks(X, today=today, number=9, pace=pace, posted=posted):
        end = min(week.monday + timedelta(days=6), today)
        until = sorted((day for day in posted if day <= end), reverse=True)
        before = end < min(posted, default=pace.since)
        assert week.posts == sum(week.monday <= day for day in until)
        assert week.before is before
        late = any(pace.days.counted(begun(pace, until, one), end) > one.days for one in promises)
        silent = pace.stage(until, end) in {CadenceStage.SILENT, CadenceStage.ABANDONED}
        assert week.late is (not before and (late or silent))


def begun(pace: Pace, until: list[date], promise: Promise) -> date:
    return max([pace.since, *until[promise.posts - 1 : promise.posts]])
