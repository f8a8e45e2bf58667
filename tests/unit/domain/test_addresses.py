"""An address may follow the same school day; before its end somebody is reminded, then it is overdue."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from smadmin.domain.addresses import AddressDue, address_due

DENVER = ZoneInfo("America/Denver")
MORNING = datetime(2026, 11, 18, 9, 30, tzinfo=DENVER)


@pytest.mark.parametrize(
    ("later", "due"),
    [
        (timedelta(hours=4), AddressDue.LATER),
        (timedelta(hours=4, minutes=30), AddressDue.REMIND),
        (timedelta(hours=14), AddressDue.REMIND),
        (timedelta(hours=15), AddressDue.OVERDUE),
        (timedelta(days=9), AddressDue.OVERDUE),
    ],
)
def test_it_is_the_school_s_own_day(later: timedelta, due: AddressDue) -> None:
    assert address_due(MORNING.astimezone(ZoneInfo("UTC")), MORNING + later) is due


def test_nobody_is_reminded_of_what_is_in_their_hands() -> None:
    afternoon = MORNING.replace(hour=15)

    assert address_due(afternoon, afternoon + timedelta(minutes=5)) is AddressDue.LATER
    assert address_due(afternoon, MORNING + timedelta(days=1)) is AddressDue.OVERDUE
