"""Grants are dated, and read back as they were signed."""

from datetime import date

import pytest

from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.people import (
    EMPLOYED,
    EMPLOYEES_ONLY,
    Grant,
    Person,
    Role,
    employment_blockers,
    name_blockers,
)


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


@pytest.mark.demand("WIC-P7")
@pytest.mark.demand("YEL-M2")
@pytest.mark.demand("BAL-B1a")
@pytest.mark.parametrize("statement", ["", "volunteer", "PTA", "student"])
@pytest.mark.parametrize("demand", EMPLOYEES_ONLY)
def test_nobody_but_employees_is_let_in_and_the_clause_is_quoted(statement: str, demand: str) -> None:
    (reason,) = employment_blockers(statement, (demand, "An employee runs it."))

    assert (reason.place, reason.citation) == ("employed", demand)
    assert reason.message.values["clause"] == "An employee runs it."
    assert employment_blockers(statement) != ()
    assert employment_blockers(EMPLOYED, (demand, "An employee runs it.")) == ()


@pytest.mark.parametrize(
    "name",
    ["Ana Brooks", "María José Ñíguez", "D'Arcy O\u2019Neill-Smith", "Lindqvist, Bo", "J. R. Ewing"],
)
def test_real_names_stand(name: str) -> None:
    assert name_blockers(name) == ()


@pytest.mark.demand("YEL-M1")
@pytest.mark.demand("BLO-A1")
@pytest.mark.parametrize(
    "name", ["", "Ana", "ana.brooks@x.org", "Admin 2", "School Office", "The Principal", "Mrs B00ks"]
)
def test_what_is_nobodys_real_name_is_refused(name: str) -> None:
    assert [one.place for one in name_blockers(name)] == ["name"]


def test_grants_meet_where_a_day_is_in_both() -> None:
    def deputy(starts: int, ends: int | None) -> Grant:
        last = None if ends is None else date(2026, 3, ends)
        return Grant("g", PersonId("p"), Role.DEPUTY, date(2026, 3, starts), ends=last)

    assert deputy(1, 5).meets(deputy(5, None))
    assert deputy(1, None).meets(deputy(20, 21))
    assert not deputy(1, 5).meets(deputy(6, 9))
    assert not deputy(6, 9).meets(deputy(1, 5))
