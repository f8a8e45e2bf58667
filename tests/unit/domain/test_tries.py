"""Wrong tries cost time."""

from datetime import timedelta

from smadmin.domain.tries import Tries
from tests.school import MONDAY


def test_wrong_tries_cost_time_and_never_more_than_five_minutes() -> None:
    assert Tries(2, MONDAY).wait_until() is None
    assert Tries(3, MONDAY).wait_until() == MONDAY + timedelta(seconds=2)
    assert Tries(6, MONDAY).wait_until() == MONDAY + timedelta(seconds=16)
    assert Tries(60, MONDAY).wait_until() == MONDAY + timedelta(minutes=5)
