"""Whose yes an account takes: by the policy, and on a platform that it doesn't name."""

import pytest

from smadmin.domain.account_steps import steps_elsewhere, steps_of
from smadmin.domain.people import OFFICE, Role

PRINCIPAL, DISTRICT = OFFICE, frozenset({Role.COMMUNICATIONS})


@pytest.mark.demand("BLO-III-B")
@pytest.mark.parametrize(
    ("named", "elsewhere"),
    [
        (((Role.PRINCIPAL,),), (PRINCIPAL, DISTRICT)),
        (((Role.PRINCIPAL,), (Role.COMMUNICATIONS,)), (PRINCIPAL, DISTRICT)),
        (((Role.COMMUNICATIONS,), (Role.PRINCIPAL,)), (DISTRICT, PRINCIPAL)),
        (((Role.PRINCIPAL, Role.COMMUNICATIONS),), (DISTRICT,)),
        ((), (DISTRICT,)),
    ],
)
def test_communications_is_asked_about_a_platform_that_the_policy_doesn_t_name(
    named: tuple[tuple[Role, ...], ...], elsewhere: tuple[frozenset[Role], ...]
) -> None:
    assert steps_elsewhere(steps_of(named)) == elsewhere
