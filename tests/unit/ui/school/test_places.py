"""School says where each thing that keeps a clause is done."""

from smadmin.domain.messages import say
from smadmin.domain.policy.enforcement import STANDING, Enforcer, Means, Step
from smadmin.domain.policy.telling import name_of
from smadmin.ui.school.places import PLACES, with_place


def test_every_step_that_works_has_its_screen() -> None:
    assert {step for step in Step if step in STANDING[Means.STEP]} - set(PLACES) == set()


def test_a_check_is_done_in_compose_and_a_reminder_stands_on_today() -> None:
    check, reminder = Enforcer.of("check:political"), Enforcer.of("reminder:cadence")

    assert with_place(check) == say(
        "policies.kept-where", name=name_of(check), screen=say("shell.screen-compose")
    )
    assert with_place(reminder).values["screen"] == say("shell.screen-today")


def test_a_card_for_an_emergency_has_a_screen_of_its_own() -> None:
    threat, privacy = Enforcer.of("card:threat"), Enforcer.of("card:privacy")

    assert with_place(threat).values["screen"] == say("shell.screen-cases")
    assert with_place(privacy).values["screen"] == say("shell.screen-school")
