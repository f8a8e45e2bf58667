"""Who can sit down, and as what."""

from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.ui.shell.model import role_of, sit_down_model

ANA, BO = PersonId("ana"), PersonId("bo")
PEOPLE = [(BO, "Bo", frozenset({Role.REVIEWER})), (ANA, "Ana", frozenset({Role.ADMINISTRATOR}))]


def test_people_stand_by_name_and_the_last_one_is_chosen() -> None:
    model = sit_down_model(say("session.who-sits"), PEOPLE, last=BO)

    assert [one.name for one in model.people] == ["Ana", "Bo"]
    assert model.chosen == BO


def test_who_hands_over_cant_take_the_chair_and_one_alone_is_chosen() -> None:
    model = sit_down_model(say("session.who-takes-chair"), PEOPLE, without=ANA, last=ANA)

    assert [one.person for one in model.people] == [BO]
    assert model.chosen == BO


def test_somebody_is_named_by_the_weightiest_role() -> None:
    assert role_of(frozenset({Role.ADMINISTRATOR, Role.PRINCIPAL})) == say("shell.role-principal")
    assert role_of(frozenset()) == say("shell.nobody")
