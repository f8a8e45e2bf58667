"""Wrong tries cost time."""

from datetime import UTC, datetime, timedelta

from smadmin.domain.tries import Tries
from tests.school import MONDAY


def test_wrong_tries_cost_time_and_never_more_than_five_minutes() -> None:
    assert Tries(2, MONDAY).wait_until(MONDAY) is None
    assert Tries(3, MONDAY).wait_until(MONDAY) == MONDAY + timedelta(seconds=2)
    assert Tries(6, MONDAY).wait_until(MONDAY) == MONDAY + timedelta(seconds=16)
    assert Tries(60, MONDAY).wait_until(MONDAY) == MONDAY + timedelta(minutes=5)


def test_a_last_try_that_is_still_to_come_keeps_nobody_waiting() -> None:
    assert Tries(60, datetime.max.replace(tzinfo=UTC)).wait_until(MONDAY) is None
    assert Tries(60, MONDAY + timedelta(days=1)).wait_until(MONDAY) is None
