"""Who holds a page without a password: two at least, an office among them, each by their own profile."""

from datetime import date

import pytest

from smadmin.domain.holdings import Holder, RoleHolding, holding_blockers
from smadmin.domain.ids import AccountId, PersonId, SchoolId
from smadmin.domain.people import Person, Role

ANA, PAT, BO = PersonId("ana"), PersonId("pat"), PersonId("bo")
PEOPLE = {
    ANA: Person(ANA, "Ana Brooks"),
    PAT: Person(PAT, "Pat Winters"),
    BO: Person(BO, "Bo Chen"),
}
ROLES = {
    ANA: frozenset({Role.ADMINISTRATOR}),
    PAT: frozenset({Role.PRINCIPAL}),
    BO: frozenset({Role.ADMINISTRATOR}),
}


def refused(*holders: tuple[PersonId, str]) -> list[str]:
    named = [Holder(person, profile) for person, profile in holders]
    return [one.message.id for one in holding_blockers(named, people=PEOPLE, roles=ROLES)]


@pytest.mark.demand("BAL-B1b5")
def test_two_of_the_staff_with_an_office_among_them_hold_it() -> None:
    assert refused((ANA, "Ana Brooks"), (PAT, "Pat W.")) == []


@pytest.mark.demand("BAL-B1b2")
@pytest.mark.parametrize(
    ("holders", "reason"),
    [
        (((PAT, "Pat Winters"),), "holders.two-at-least"),
        (((PAT, "Pat Winters"), (PAT, "Pat Winters 2")), "holders.two-at-least"),
        (((ANA, "Ana Brooks"), (BO, "Bo Chen")), "holders.an-office"),
        (((PAT, "Pat Winters"), (PersonId("gone"), "Coach Kim")), "holders.not-staff"),
        (((PAT, "Pat Winters"), (ANA, " ")), "holders.no-profile"),
        (((PAT, "Pat Winters"), (ANA, "Lincoln Elementary")), "holders.not-own"),
        (((PAT, "Pat Winters and Ana Brooks"), (ANA, "pat winters and ana brooks")), "holders.shared"),
    ],
)
def test_a_list_that_would_end_with_somebody_or_be_closed_is_refused(
    holders: tuple[tuple[PersonId, str], ...], reason: str
) -> None:
    assert refused(*holders) == [reason]


def test_it_is_looked_up_again_after_a_year() -> None:
    holding = RoleHolding(AccountId("a"), SchoolId("s"), (), date(2026, 11, 22))

    assert not holding.due(date(2027, 11, 21))
    assert holding.due(date(2027, 11, 22))
