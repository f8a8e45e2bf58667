"""Who can sit down, and as what."""

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.ui.shell.model import in_sample, role_of, sit_down_model

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
    assert role_of(frozenset()) == say("shell.role-none")


def test_the_samples_passphrase_is_told_of_those_who_still_have_it() -> None:
    told = sit_down_model(say("session.who-sits"), PEOPLE, told=frozenset({ANA, BO}), sample_passphrase="x")
    changed = sit_down_model(say("session.who-sits"), PEOPLE, told=frozenset({BO}), sample_passphrase="x")
    own = sit_down_model(say("session.who-sits"), PEOPLE, told=frozenset({ANA, BO}))

    assert told.all_told
    assert [one.told for one in changed.people] == [False, True]
    assert not changed.all_told
    assert not any(one.told for one in own.people), "nobody's in a real school"


def test_in_the_sample_an_emptied_keyring_leads_to_a_new_sample() -> None:
    emptied = KnownError(say("session.keyring-emptied"), remedy=say("session.keyring-emptied-remedy"))
    other = KnownError(say("store.locked"))

    assert in_sample(emptied, "/there").remedy == say("session.sample-foreign-remedy", folder="/there")
    assert in_sample(other, "/there") is other
