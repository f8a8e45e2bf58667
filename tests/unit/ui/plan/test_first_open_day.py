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
