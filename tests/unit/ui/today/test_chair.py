"""From the chair Today has what is decided there; the rest is counted."""

from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.ui.theme import State
from smadmin.ui.today.chair import from_chair
from smadmin.ui.today.model import TodayModel, today_model
from smadmin.ui.today.need import Beside, Deed, Need, Step, Urgency
from tests.today_views import view

REACH = frozenset({"today", "accounts", "plan"})
OPEN = say("today.open-account")


def need(key: str, step: Step | None, urgency: Urgency = Urgency.SIGN) -> Need:
    return Need(urgency, key, State.WAITS, say("today.nothing"), None, step)


def seen(*needs: Need) -> TodayModel:
    whole = today_model(view(Role.PRINCIPAL), Beside().told("made-up", needs))
    return from_chair(whole, REACH)


def test_what_is_decided_on_a_screen_of_the_chair_stays_and_the_rest_is_counted() -> None:
    model = seen(
        need("yes", Step(OPEN, screen="accounts", subject="set-up:1")),
        need("leaving", Step(OPEN, screen="departures")),
        need("backup", Step(OPEN, Deed.BACK_UP)),
        need("clock", Step(OPEN, Deed.CONFIRM_CLOCK)),
        need("told", None),
    )

    assert [one.key for one in model.needs] == ["yes", "clock"]
    assert model.elsewhere == 2


def test_a_log_in_is_nothing_for_the_chair() -> None:
    model = seen(need("log-in", Step(OPEN, screen="accounts", subject="log-in:1")))

    assert (model.needs, model.elsewhere) == ((), 1)


def test_who_signs_beside_a_changed_record_is_told_of_it() -> None:
    model = seen(need("short", Step(OPEN, screen="alarm"), Urgency.ALARM))

    assert [(one.key, one.step) for one in model.needs] == [("short", None)]


def test_a_plan_that_isnt_seen_from_the_chair_has_no_button() -> None:
    whole = today_model(view(Role.PRINCIPAL), Beside())

    assert whole.plans
    assert from_chair(whole, REACH).plans
    assert not from_chair(whole, REACH - {"plan"}).plans
