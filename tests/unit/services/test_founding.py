"""First run: a sample school or a real one, and letting in somebody who sits beside."""

from pathlib import Path

import pytest

from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import SchoolId
from smadmin.domain.people import Role
from smadmin.domain.schools import School
from smadmin.services.founding import (
    admit_beside,
    first_person_blockers,
    found_sample,
    found_school,
    new_person,
)
from smadmin.services.office import Grounds, Office
from tests.sample import CHEAP, grounds_in

PHRASE = "seven quiet herons wade"


@pytest.fixture
def grounds(tmp_path: Path) -> Grounds:
    return grounds_in(tmp_path, MemorySecrets())


def school_for(grounds: Grounds) -> School:
    return School(SchoolId(grounds.ids.new()), "Lincoln Elementary", "America/Denver", "baltimore-city-md")


def founded(grounds: Grounds, role: Role = Role.ADMINISTRATOR) -> Office:
    person = new_person(grounds, "Ana Brooks", email="ana@lincoln.example", statement="employed")
    office, _ = found_school(grounds, school_for(grounds), person, role=role, passphrase=PHRASE, costs=CHEAP)
    office.session.sign_in(person.id, PHRASE)
    return office


def test_a_real_school_is_founded_with_its_first_person(grounds: Grounds) -> None:
    office = founded(grounds)

    assert office.school.name == "Lincoln Elementary"
    assert [sitter.name for sitter in office.session.sitters()] == ["Ana Brooks"]
    assert office.keys.envelope_open(), "root lies here until its paper was read back"
    assert office.verify().whole


def test_what_is_missing_is_listed_before_anything_is_made(grounds: Grounds) -> None:
    person = new_person(grounds, " ", email="", statement="")

    reasons = first_person_blockers(school_for(grounds), person, "lincoln1")

    assert {reason.message.id for reason in reasons} == {
        "founding.person-name",
        "founding.statement",
        "keys.passphrase-weak",
    }
    with pytest.raises(NotAllowed):
        found_school(grounds, school_for(grounds), person, role=Role.PRINCIPAL, passphrase="lincoln1")
    assert not grounds.founded


def test_a_folder_holds_one_school(grounds: Grounds) -> None:
    founded(grounds)

    with pytest.raises(NotAllowed):
        found_sample(grounds, costs=CHEAP)


def test_the_principal_is_let_in_beside_the_founder_and_can_sit_down(grounds: Grounds) -> None:
    office = founded(grounds)
    principal = new_person(grounds, "Pat Winters", email="", statement="employed")

    admit_beside(
        office, principal, roles=frozenset({Role.PRINCIPAL}), passphrase="nine loud geese fly by", costs=CHEAP
    )

    second = office.session.hand_over(principal.id, "nine loud geese fly by")
    assert second.roles == {Role.PRINCIPAL}


def test_a_founder_who_lets_in_anybody_else_is_refused_and_nothing_is_kept(grounds: Grounds) -> None:
    office = founded(grounds)
    reviewer = new_person(grounds, "Bo Lindqvist", email="", statement="employed")

    with pytest.raises(NotAllowed):
        admit_beside(
            office,
            reviewer,
            roles=frozenset({Role.REVIEWER}),
            passphrase="nine loud geese fly by",
            costs=CHEAP,
        )

    assert [sitter.name for sitter in office.session.sitters()] == ["Ana Brooks"]


def test_nobody_is_let_in_while_the_window_is_locked(grounds: Grounds) -> None:
    office = founded(grounds)
    office.session.lock()
    principal = new_person(grounds, "Pat Winters", email="", statement="employed")

    with pytest.raises(NotAllowed):
        admit_beside(
            office,
            principal,
            roles=frozenset({Role.PRINCIPAL}),
            passphrase="nine loud geese fly by",
            costs=CHEAP,
        )
