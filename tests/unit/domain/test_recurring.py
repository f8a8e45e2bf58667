"""A topic every week, and a week planned like another one."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.ids import AccountId, SchoolId, SeriesId, SlotId
from smadmin.domain.plan import Slot
from smadmin.domain.recurring import LONGEST, copied, later_of, weekly

FRIDAY = date(2026, 11, 20)
THANKSGIVING_FRIDAY = date(2026, 11, 27)
MONDAY = date(2026, 11, 16)


def never(_day: date) -> bool:
    return False


def slot(name: str, day: date, topic: str = "Friday sports") -> Slot:
    return Slot(SlotId(name), SchoolId("school"), AccountId("x"), day, topic)


def copy(
    slots: list[Slot], to: date, *, there: tuple[Slot, ...] = (), today: date = MONDAY
) -> tuple[Slot, ...]:
    numbers = count()
    return copied(
        slots,
        to,
        there=there,
        today=today,
        left_out=lambda day: day == THANKSGIVING_FRIDAY,
        new_id=lambda: SlotId(f"copy-{next(numbers)}"),
    )


def test_every_friday_until_a_day_but_not_in_a_break() -> None:
    days = weekly(FRIDAY, date(2026, 12, 11), lambda day: day == THANKSGIVING_FRIDAY)

    assert days == (FRIDAY, date(2026, 12, 4), date(2026, 12, 11))


@given(
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.integers(-40, 800),
    st.sets(st.integers(0, 120), max_size=9),
)
def test_a_series_keeps_its_weekday_its_end_and_whatever_is_left_out(
    first: date, length: int, free: set[int]
) -> None:
    until = first + timedelta(days=length)
    left_out = {first + timedelta(weeks=week) for week in free}

    days = weekly(first, until, left_out.__contains__)

    assert len(set(days)) == len(days)
    assert all(day.weekday() == first.weekday() and first <= day <= until for day in days)
    assert all(day - first <= LONGEST for day in days)
    assert not left_out & set(days)


def test_a_copied_week_keeps_weekdays_times_and_topics_and_is_no_series() -> None:
    sports = replace(slot("sports", FRIDAY), series=SeriesId("s"), version=4)

    made = copy([slot("books", MONDAY, "Books"), sports], date(2026, 12, 9))

    assert [(one.id, one.day, one.topic, one.series, one.version) for one in made] == [
        ("copy-0", date(2026, 12, 7), "Books", None, 1),
        ("copy-1", date(2026, 12, 11), "Friday sports", None, 1),
    ]


def test_nothing_is_copied_twice_nor_into_a_break_nor_into_the_past() -> None:
    week = [slot("books", MONDAY, "Books"), slot("wednesday", date(2026, 11, 18), "Chess"), slot("f", FRIDAY)]
    there = (slot("known", date(2026, 11, 25), "Chess"),)

    made = copy(week, date(2026, 11, 23), there=there)
    late = copy(week, date(2026, 11, 23), today=date(2026, 11, 24))

    assert [one.topic for one in made] == ["Books"]
    assert [one.topic for one in late] == ["Chess"]


def test_the_rest_of_a_series_is_what_comes_after_one_of_its_days() -> None:
    series = [
        replace(slot(f"s{number}", FRIDAY + timedelta(weeks=number)), series=SeriesId("s"))
        for number in range(3)
    ]
    others = [slot("alone", FRIDAY), replace(slot("other", FRIDAY), series=SeriesId("t"))]

    assert later_of(series[1], [*series[::-1], *others]) == tuple(series[1:])
    assert later_of(others[0], [*series, *others]) == (others[0],)
