"""Grants are dated, and read back as they were signed."""

from datetime import date

import pytest

from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.people import Grant, Person, Role


@pytest.mark.parametrize(
    ("day", "alive"),
    [
        (date(2026, 1, 1), False),
        (date(2026, 1, 2), True),
        (date(2026, 3, 1), True),
        (date(2026, 3, 2), False),
    ],
)
def test_a_grant_holds_from_its_first_to_its_last_day(day: date, alive: bool) -> None:
    grant = Grant("g", PersonId("p"), Role.REVIEWER, date(2026, 1, 2), ends=date(2026, 3, 1))

    assert grant.alive(day) is alive


def test_people_and_grants_read_back() -> None:
    person = Person(PersonId("p"), "Ana Brooks", "ana@lincoln.example", "555", "employed")
    grant = Grant("g", person.id, Role.ADMINISTRATOR, date(2026, 1, 2), AccountId("x"), date(2026, 3, 1))

    assert Person.from_plain(person.to_plain()) == person
    assert Grant.from_plain(grant.to_plain()) == grant
