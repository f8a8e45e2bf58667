"""How an account stands, in the words that Today, Plan and the tray share."""

from datetime import date, timedelta

import pytest

from smadmin.domain.cadence import Pace, Promise, cadence
from smadmin.domain.messages import Message, say
from smadmin.domain.school_days import SchoolDays, days_of
from smadmin.ui.stages import account_stage
from tests.today_views import TODAY, account

WEEKLY = (Promise(7, 5),)


def stage(quiet: int, *resting: date) -> Message:
    one = account("Larks")
    pace = Pace(WEEKLY, date(2026, 1, 1), SchoolDays(resting))
    judged = cadence(one.id, today=TODAY, pace=pace, posts=[TODAY - timedelta(days=quiet)])
    return account_stage(one, judged, TODAY)[1]


def test_overdue_says_by_how_much_and_silent_how_long_nothing_was_posted() -> None:
    assert stage(9) == say("today.stage-overdue", n=2)
    assert stage(16) == say("today.stage-silent", n=16)
    assert stage(30) == say("today.stage-abandoned", n=30)


@pytest.mark.parametrize("closed", [1, 4])
def test_on_a_snow_day_no_post_is_due(closed: int) -> None:
    snow = days_of(TODAY, TODAY + timedelta(days=closed - 1))

    assert stage(7) == say("today.due-today")
    last = say("today.due-closed") if closed == 1 else say("today.due-later-closed", day=snow[-1])
    assert stage(8, *snow) == last


def test_a_day_of_rest_before_the_last_day_changes_no_word() -> None:
    assert stage(6, TODAY) == say("today.due-in", n=2)
