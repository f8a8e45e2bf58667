"""What the weekly page counts by itself."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.messages import say
from smadmin.domain.weekly_page import Decision, Decisions, Urgency, minutes_used

NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)


def at(*minutes: float) -> list[datetime]:
    return [NOON + timedelta(minutes=one) for one in minutes]


def test_a_sitting_lasts_from_its_first_act_to_its_last_and_two_minutes_at_least() -> None:
    assert minutes_used(()) == 0
    assert minutes_used(at(0)) == 2
    assert minutes_used(at(0, 9, 18)) == 18
    assert minutes_used(at(0, 9, 60, 61)) == 9 + 2


@given(st.lists(st.floats(0, 10_000), max_size=40))
def test_minutes_are_never_more_than_the_time_that_passed_and_two_a_sitting(found: list[float]) -> None:
    used = minutes_used(at(*found))

    assert 0 <= used <= (max(found) - min(found) + 2 * len(found) + 1 if found else 0)
    assert used == minutes_used(at(*reversed(found)))


def test_the_most_urgent_stand_first_and_the_rest_is_counted() -> None:
    found = [Decision(one, say(f"weekly.{one.name.lower()}")) for one in reversed(Urgency)]

    decisions = Decisions.of(found)

    assert [one.id for one in decisions.shown] == [f"weekly.{one.name.lower()}" for one in Urgency][:7]
    assert decisions.more == len(Urgency) - 7
