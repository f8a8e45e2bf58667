"""Who names whom, for which days, and what keeps a role from being ended."""

from datetime import date

import pytest

from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.naming import (
    correction_blockers,
    ending_blockers,
    grant_blockers,
    naming_blockers,
    office_blockers,
)
from smadmin.domain.people import Grant, Person, Role

TODAY = date(2026, 11, 16)
ANA, PAT, BO, CEM = (PersonId(one) for one in ("ana", "pat", "bo", "cem"))


def held(person: PersonId, role: Role, starts: date = TODAY, ends: date | None = None) -> Grant:
    return Grant(f"{person}-{role}", person, role, starts, ends=ends)


def trust(*grants: Grant) -> Trust:
    people = {one: Person(one, one.title()) for one in (ANA, PAT, BO, CEM)}
    return Trust(people=people, grants={one.id: one for one in grants})


def ids(reasons: tuple[Reason, ...]) -> list[str]:
    return [one.message.id for one in reasons]


OFFICE = (held(PAT, Role.PRINCIPAL), held(CEM, Role.COMMUNICATIONS), held(ANA, Role.ADMINISTRATOR))


@pytest.mark.demand("BAL-A2")
@pytest.mark.parametrize(
    ("by", "may"),
    [
        (ANA, set()),
        (PAT, set(Role)),
        (CEM, set(Role) - {Role.ADMINISTRATOR}),
        (BO, set()),
    ],
)
def test_each_role_is_given_by_those_whose_it_is_to_give(by: PersonId, may: set[Role]) -> None:
    assert {role for role in Role if not naming_blockers(trust(*OFFICE), by, role, TODAY)} == may


def test_a_deputy_names_administrators_and_reviewers_but_nobody_above() -> None:
    with_deputy = trust(*OFFICE, held(BO, Role.DEPUTY, ends=date(2026, 12, 18)))

    may = {role for role in Role if not naming_blockers(with_deputy, BO, role, TODAY)}

    assert may == {Role.ADMINISTRATOR, Role.REVIEWER}


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        (TODAY, date(2026, 12, 18), []),
        (TODAY, None, ["people.deputy-dated"]),
        (date(2026, 11, 15), date(2026, 12, 18), ["people.starts-past"]),
        (date(2026, 12, 19), date(2026, 12, 18), ["people.ends-first"]),
    ],
)
def test_a_deputy_has_a_first_and_a_last_day(starts: date, ends: date | None, said: list[str]) -> None:
    assert ids(grant_blockers(trust(*OFFICE), held(BO, Role.DEPUTY, starts, ends), TODAY)) == said


def test_deputies_dont_overlap_and_nobody_is_their_own() -> None:
    until = held(BO, Role.DEPUTY, ends=date(2026, 12, 18))
    trusted = trust(*OFFICE, until)
    january = date(2027, 1, 8)

    (taken,) = grant_blockers(trusted, held(ANA, Role.DEPUTY, date(2026, 12, 18), january), TODAY)
    assert taken.message.id == "people.second-deputy-until"
    assert taken.message.values == {"name": "Bo", "day": date(2026, 12, 18)}
    assert grant_blockers(trusted, held(ANA, Role.DEPUTY, date(2026, 12, 19), january), TODAY) == ()
    own = held(PAT, Role.DEPUTY, date(2026, 12, 19), january)
    assert ids(grant_blockers(trusted, own, TODAY)) == ["people.own-deputy"]


def test_nobody_gets_a_role_twice_for_the_same_days() -> None:
    again = Grant("again", CEM, Role.COMMUNICATIONS, TODAY)

    assert ids(grant_blockers(trust(*OFFICE), again, TODAY)) == ["people.has-it"]


def test_the_last_one_who_lets_people_in_isnt_ended() -> None:
    alone = trust(held(PAT, Role.PRINCIPAL), held(ANA, Role.ADMINISTRATOR))

    assert ids(ending_blockers(alone, PAT, alone.grants["pat-principal"], TODAY)) == ["people.last-office"]
    assert ending_blockers(trust(*OFFICE), PAT, OFFICE[0], TODAY) == ()
    assert ids(ending_blockers(trust(*OFFICE), ANA, OFFICE[1], TODAY)) == ["people.names-communications"]


def test_the_office_puts_names_right_and_everybody_their_own_number() -> None:
    trusted, ana = trust(*OFFICE), Person(ANA, "Ana")
    called = Person(ANA, "Ana Brooks", "ana@lincoln.example", "505 555 0142")
    reached = Person(ANA, "Ana", phone="505 555 0142")

    assert office_blockers(trusted, CEM, TODAY) == ()
    assert correction_blockers(trusted, PAT, called, ana, TODAY) == ()
    assert correction_blockers(trusted, ANA, reached, ana, TODAY) == ()
    assert ids(correction_blockers(trusted, ANA, called, ana, TODAY)) == ["people.office-renames"]
    assert ids(correction_blockers(trusted, BO, reached, ana, TODAY)) == ["people.office-renames"]
    assert ids(correction_blockers(trusted, PAT, called, None, TODAY)) == ["people.stranger"]


@pytest.mark.parametrize(
    ("told", "places"),
    [
        (Person(ANA, "Office"), ["name"]),
        (Person(ANA, "Ana", "ana at lincoln"), ["email"]),
        (Person(ANA, "Ana", phone="ext. 4"), ["phone"]),
        (Person(ANA, "Ana", phone="(505) 555-0142 ext 4"), []),
    ],
)
def test_what_is_no_name_address_or_number_is_refused(told: Person, places: list[str]) -> None:
    reasons = correction_blockers(trust(*OFFICE), PAT, told, Person(ANA, "Ana"), TODAY)

    assert [one.place for one in reasons] == places


def test_a_designation_for_an_account_leaves_room_for_the_whole_school() -> None:
    for_x = Grant("x", BO, Role.ADMINISTRATOR, TODAY, AccountId("x"))

    assert grant_blockers(trust(*OFFICE, for_x), held(BO, Role.ADMINISTRATOR), TODAY) == ()
