"""What a standing permission covers and how long it lasts."""

from datetime import date, timedelta

import pytest

from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.people import Role
from smadmin.domain.permissions import StandingPermission, permission_blockers

ANA, BO, TODAY = PersonId("ana"), PersonId("bo"), date(2026, 11, 16)


def test_a_permission_covers_its_person_days_and_accounts_only() -> None:
    x, facebook = AccountId("x"), AccountId("facebook")
    given_to = StandingPermission("1", ANA, (x,), TODAY, TODAY + timedelta(days=10))

    assert given_to.covers(ANA, (x,), TODAY)
    assert given_to.covers(ANA, (x,), TODAY + timedelta(days=10))
    assert not given_to.covers(BO, (x,), TODAY)
    assert not given_to.covers(ANA, (x, facebook), TODAY)
    assert not given_to.covers(ANA, (), TODAY)
    assert not given_to.covers(ANA, (x,), TODAY - timedelta(days=1))
    assert not given_to.covers(ANA, (x,), TODAY + timedelta(days=11))


@pytest.mark.parametrize(
    ("starts", "ends", "roles", "expected"),
    [
        (date(2026, 8, 1), date(2027, 7, 31), {Role.ADMINISTRATOR}, []),
        (date(2026, 8, 1), date(2027, 8, 2), {Role.ADMINISTRATOR}, ["approvals.permission-too-long"]),
        (date(2026, 8, 2), date(2026, 8, 1), {Role.ADMINISTRATOR}, ["approvals.permission-ends-first"]),
        (TODAY, TODAY, {Role.REVIEWER}, ["approvals.permission-administrators-only"]),
    ],
)
def test_a_permission_lasts_a_school_year_at_most(
    starts: date, ends: date, roles: set[Role], expected: list[str]
) -> None:
    found = permission_blockers(starts, ends, frozenset(roles))

    assert [reason.message.id for reason in found] == expected
