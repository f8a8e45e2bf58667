"""Weeks, and what a signature covers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.ids import AccountId, SchoolId, SlotId
from smadmin.domain.plan import (
    Slot,
    WeekPlan,
    covers,
    monday_of,
)

X, FACEBOOK = AccountId("x"), AccountId("facebook")
MONDAY = date(2026, 11, 16)
DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))


@given(DAYS)
def test_a_week_begins_on_its_monday(day: date) -> None:
    monday = monday_of(day)

    assert monday.weekday() == 0
    assert timedelta(0) <= day - monday < timedelta(days=7)


def signed(*, seq: int | None = 7) -> WeekPlan:
    slots = tuple(
        Slot(SlotId(name), SchoolId("s"), X, MONDAY, topic) for name, topic in (("1", "Fair"), ("2", "New"))
    )
    return WeekPlan(MONDAY, slots, seq, topics=frozenset({(X, "Fair"), (FACEBOOK, "Fair")}))


@pytest.mark.demand("BAL-D3")
@pytest.mark.demand("BLO-IV-B2")
def test_the_signature_covers_signed_topics_on_all_accounts() -> None:
    assert covers(signed(), (X, FACEBOOK), "Fair", MONDAY)
    assert not covers(signed(), (X,), "New", MONDAY)
    assert not covers(signed(), (X, AccountId("blog")), "Fair", MONDAY)
    assert not covers(signed(), (), "Fair", MONDAY)
    assert not covers(signed(seq=None), (X,), "Fair", MONDAY)


def test_the_last_signed_week_goes_on_for_three_weeks() -> None:
    last = MONDAY + timedelta(weeks=4) - timedelta(days=1)

    assert covers(signed(), (X,), "Fair", last)
    assert not covers(signed(), (X,), "Fair", last + timedelta(days=1))
    assert not covers(signed(), (X,), "Fair", MONDAY - timedelta(days=1))
