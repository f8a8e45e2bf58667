"""Who answers for an account holds an office today (BAL-A1)."""

from dataclasses import replace

import pytest

from smadmin.domain.accountable import accountable_reasons
from smadmin.domain.ids import PersonId
from smadmin.domain.people import Role
from tests.unit.domain.test_register import account


@pytest.mark.parametrize(
    ("roles", "left"),
    [
        ({Role.PRINCIPAL}, False),
        ({Role.COMMUNICATIONS}, False),
        ({Role.ADMINISTRATOR, Role.DEPUTY}, True),
        (set(), True),
    ],
)
def test_an_account_is_incomplete_once_who_answers_for_it_left(roles: set[Role], left: bool) -> None:
    named = replace(account(), principal=PersonId("pat"))

    assert bool(accountable_reasons(named, frozenset(roles))) is left
    assert accountable_reasons(account(), frozenset(roles)) == ()  # that nobody is named is said elsewhere
