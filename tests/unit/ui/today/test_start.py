"""A new school's first steps lead one after the other and vanish once it can post."""

from datetime import timedelta

import pytest

from smadmin.domain.accounts import AccountStage
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.services.today.view import TodayView
from smadmin.ui.theme import State
from smadmin.ui.today.start import first_steps
from tests.today_views import TODAY, account, account_today, view


def new_school(*roles: Role, **changed: object) -> TodayView:
    """Give a school of which nothing is done yet."""
    empty = {"accounts": (), "envelope_open": True, "principal_in": False, "second_in": False}
    return view(*roles, **{**empty, **changed})


def led(shown: TodayView) -> list[tuple[str, str]]:
    return [(one.key, one.step.screen) for one in first_steps(shown) if one.step is not None]


def test_the_founder_is_led_from_the_letter_to_the_first_account() -> None:
    assert led(new_school(Role.ADMINISTRATOR)) == [
        ("letter", "envelope"),
        ("principal", "newcomer"),
        ("account", "accounts"),
    ]


def test_what_is_done_is_ticked_and_keeps_its_place() -> None:
    steps = first_steps(new_school(Role.ADMINISTRATOR, envelope_open=False, principal_in=True))

    assert [one.done for one in steps] == [True, True, False]


def test_until_the_envelope_is_proven_its_step_alone_is_red_and_says_what_it_bars() -> None:
    before, after = (
        first_steps(new_school(Role.ADMINISTRATOR, envelope_open=still_open)) for still_open in (True, False)
    )

    assert [one.state for one in before] == [State.STOP, State.WAITS, State.WAITS]
    assert before[0].line == say("today.start-letter-bars")
    assert [one.state for one in after] == [State.FINE, State.WAITS, State.WAITS]


def test_an_account_that_isn_t_live_leads_to_itself() -> None:
    waits = account_today(account("Larks", stage=AccountStage.SET_UP, live_since=None), 2)

    steps = {one.key: one for one in first_steps(new_school(Role.PRINCIPAL, accounts=(waits,)))}

    assert steps["account"].line == say("today.start-live", account="X @x")
    assert steps["account"].step is not None
    assert steps["account"].step.subject == waits.account.id


def test_only_who_may_let_colleagues_in_is_asked_to() -> None:
    found = {role: first_steps(new_school(role))[-1].key for role in (Role.ADMINISTRATOR, Role.PRINCIPAL)}

    assert found == {Role.ADMINISTRATOR: "account", Role.PRINCIPAL: "second"}


def test_the_first_account_s_form_is_one_press_away() -> None:
    steps = {one.key: one for one in first_steps(new_school(Role.ADMINISTRATOR))}

    assert steps["account"].step is not None
    assert steps["account"].step.subject == "new"


def test_a_school_that_can_post_is_led_nowhere() -> None:
    assert first_steps(view(Role.ADMINISTRATOR)) == ()


def test_the_steps_come_back_when_one_is_undone() -> None:
    later = view(Role.PRINCIPAL, principal_in=False, today=TODAY + timedelta(days=1))

    assert led(later) == [("principal", "newcomer")]


@pytest.mark.parametrize("roles", [(), (Role.REVIEWER,), (Role.COMMUNICATIONS,)])
def test_who_cannot_take_them_is_not_shown_them(roles: tuple[Role, ...]) -> None:
    assert first_steps(new_school(*roles)) == ()
