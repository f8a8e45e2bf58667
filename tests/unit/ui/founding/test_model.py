"""What the set-up forms miss, and how domains are typed."""

from dataclasses import replace

import pytest

from smadmin.ui.founding.model import (
    ZONES,
    PersonForm,
    SchoolForm,
    district_of,
    school_domain,
    split_domains,
)

KNOWN = frozenset(ZONES)
SCHOOL = SchoolForm("Lincoln Elementary", ZONES[2], "baltimore-city-md", ("lincoln.k12.us",))
PERSON = PersonForm(
    "Ana Brooks", employed=True, passphrase="four words and more", again="four words and more"
)


def test_full_forms_miss_nothing() -> None:
    assert SCHOOL.missing(KNOWN) == ()
    assert PERSON.missing() == ()


def test_what_is_missing_is_named_with_its_field() -> None:
    school = SchoolForm(" ", "Mars/Olympus", "", ())
    person = PersonForm(passphrase="one", again="two")

    assert [reason.place for reason in school.missing(KNOWN)] == ["school", "policy", "zone", "domains"]
    assert [reason.place for reason in person.missing()] == ["name", "employed", "again"]


@pytest.mark.demand("WIC-P7")
@pytest.mark.demand("YEL-M2")
@pytest.mark.demand("BAL-B1a")
def test_somebody_who_isnt_employed_cant_begin() -> None:
    unsaid = PersonForm("Ana Brooks", passphrase="x", again="x", quoted=("BAL-B1a", "An employee runs it."))

    (reason,) = unsaid.missing()

    assert (reason.citation, reason.place) == ("BAL-B1a", "employed")
    assert reason.message.values["clause"] == "An employee runs it."


def test_an_office_is_nobody_and_a_bad_number_is_said_at_its_field() -> None:
    person = replace(PERSON, name="School Office", email="ana at lincoln", phone="ext. 4")

    assert [reason.place for reason in person.missing()] == ["name", "email", "phone"]


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("lincoln.k12.us", ("lincoln.k12.us",)),
        ("@Lincoln.k12.us, mail.lincoln.org", ("lincoln.k12.us", "mail.lincoln.org")),
        ("ana@lincoln.k12.us; https://www.lincoln.k12.us/news", ("lincoln.k12.us",)),
        ("nothing", ()),
    ],
)
def test_domains_are_taken_as_people_type_them(typed: str, taken: tuple[str, ...]) -> None:
    assert split_domains(typed) == taken


def test_a_passphrase_doesnt_show_in_a_forms_text() -> None:
    assert "four words" not in repr(PERSON)


@pytest.mark.parametrize(
    ("email", "domain"),
    [
        ("ana@Lincoln.k12.us ", "lincoln.k12.us"),
        ("ana@lin", ""),
        ("ana@lincoln.", ""),
        ("ana", ""),
        ("ana@gmail.com", ""),
        ("ana@outlook.co.uk", ""),
    ],
)
def test_an_e_mail_at_school_shows_the_schools_domain(email: str, domain: str) -> None:
    assert school_domain(email) == domain


def test_a_districts_own_e_mail_shows_its_policy() -> None:
    districts = {"bcps.k12.md.us": "baltimore-city-md"}

    assert district_of("bcps.k12.md.us", districts) == "baltimore-city-md"
    assert district_of("lincoln.bcps.k12.md.us", districts) == "baltimore-city-md"
    assert district_of("notbcps.k12.md.us", districts) is None
    assert district_of("", districts) is None
