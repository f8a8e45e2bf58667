"""What the form of another account begins with, and whom a principal may name with it."""

from datetime import UTC, datetime

import pytest

from smadmin.domain.ids import PersonId
from smadmin.domain.people import Person, Role
from smadmin.services.listed import Colleague
from smadmin.ui.accounts.adding import nameable, new_form
from smadmin.ui.accounts.model import Register
from tests.unit.ui.accounts.test_model import seen

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
PAT, ANA = Person(PersonId("pat"), "Pat Winters"), Person(PersonId("ana"), "Ana Brooks")


def register(me: Person, *colleagues: Colleague) -> Register:
    return Register((), colleagues, (), NOW, school="Lincoln Elementary School", me=me.id)


def test_the_first_account_is_called_after_the_school() -> None:
    alone = register(PAT, Colleague(PAT, frozenset({Role.PRINCIPAL})))
    with_one = Register((seen(),), (), (), NOW, school="Lincoln Elementary School")

    assert (new_form(alone).name, new_form(alone).principal) == ("Lincoln Elementary School", PAT.id)
    assert new_form(with_one).name == ""


@pytest.mark.demand("BAL-A2")
def test_a_principal_names_whoever_is_there_also_who_is_administrator_of_the_school() -> None:
    principal = Colleague(PAT, frozenset({Role.PRINCIPAL}))
    reviewer = Colleague(ANA, frozenset({Role.REVIEWER}))
    administrator = Colleague(ANA, frozenset({Role.ADMINISTRATOR}))

    assert [one.name for one in nameable(register(PAT, principal, reviewer))] == ["Pat Winters", "Ana Brooks"]
    assert [one.name for one in nameable(register(PAT, principal, administrator))] == [
        "Pat Winters",
        "Ana Brooks",
    ]
    assert nameable(register(ANA, principal, reviewer)) == ()
