"""What an account's card says of its next post while the school is closed."""

from dataclasses import replace
from datetime import timedelta

from smadmin.domain.messages import say
from tests.today_views import TODAY, planned
from tests.unit.ui.plan.test_model import account_week, model, week


def test_on_a_snow_day_the_next_post_is_on_the_first_open_day() -> None:
    closed = account_week(14)
    closed = replace(closed, cadence=replace(closed.cadence, closed=True))
    open_again = TODAY + timedelta(days=1)
    art = planned("art", open_again)
    art = replace(art, slot=replace(art.slot, account=closed.account.id))

    with_art, without = (model(week(*slots, accounts=(closed,))).accounts[0].due for slots in ((art,), ()))

    assert closed.cadence.due_on == TODAY
    assert with_art == say("planui.due-open-planned", day=open_again, topic="art")
    assert without == say("planui.due-open", day=open_again)


def test_after_an_excuse_the_next_post_is_asked_by_its_last_day_though_school_is_open() -> None:
    excused = account_week(14)
    ends = TODAY + timedelta(days=14)
    excused = replace(excused, cadence=replace(excused.cadence, due_on=ends, excused_until=ends, closed=True))

    due = model(week(accounts=(excused,))).accounts[0].due

    assert due == say("planui.due-excused", day=ends)
