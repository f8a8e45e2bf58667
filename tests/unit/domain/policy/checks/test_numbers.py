"""Numbers and dates of birth that lead to one child are found; rooms, years and history aren't."""

from dataclasses import replace

import pytest

from smadmin.domain.policy.checks.numbers import BirthDate, IdNumber
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.roster import People, PersonName
from tests.policies import SCHOOL, hits, marked, mended

NUMBER, BIRTH = IdNumber(), BirthDate()


@pytest.mark.demand("BAL-B1j1")
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Student ID: 1234567", "1234567"),
        ("student number 99812", "99812"),
        ("Your lunch number is still 70331.", "70331"),
        ("ID #445566", "445566"),
        ("Matrícula: 778899", "778899"),
        ("SSN 123-45-6789", "123-45-6789"),
        ("ssn 123456789", "123456789"),
        ("Social security number: 123 45 6789", "123 45 6789"),
    ],
)
def test_numbers_that_lead_to_a_child_are_found(text: str, number: str) -> None:
    assert marked(NUMBER, text) == [number]
    assert number not in mended(NUMBER, text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Bring a photo ID.", "Room 1204", "Class of 2025", "ID 12", "born in 1809", "000-12-3456",
        "2,345 students", "We raised 4412 dollars",
    ],
)  # fmt: skip
def test_other_numbers_are_left_alone(text: str) -> None:
    assert marked(NUMBER, text) == []


@pytest.mark.demand("BAL-B1j1")
def test_a_number_of_the_schools_list_is_found_wherever_it_stands() -> None:
    people = People.of([PersonName("Kai", "N", number="S-4142"), PersonName("Mei", "T", number="2024")])
    context = replace(SCHOOL, people=people)

    assert marked(NUMBER, "Found: a jacket, tag s-4142. Since 2024!", context) == ["s-4142"]


@pytest.mark.demand("BAL-B1j1")
@pytest.mark.parametrize("number", ["4821337", "S4821337", "s-4821337", "482-1337"])
@pytest.mark.parametrize("listed", ["4821337", "S-4821337"])
def test_a_number_is_found_with_its_letter_or_without(number: str, listed: str) -> None:
    context = replace(SCHOOL, people=People.of([PersonName("Kai", "N", number=listed)]))

    assert marked(NUMBER, f"Found: a jacket, tag {number}, and 48-21 more", context) == [number]


@pytest.mark.demand("BAL-B1j1")
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("born on March 3, 2015", "March 3, 2015"),
        ("DOB 03/03/2015", "03/03/2015"),
        ("nacida el 3 de marzo de 2015", "3 de marzo de 2015"),
        ("Maria turns 11 today, born on March 4, 2015!", "March 4, 2015"),
    ],
)
def test_a_childs_date_of_birth_is_found(text: str, day: str) -> None:
    assert marked(BIRTH, text) == [day]


@pytest.mark.demand("BAL-B1j1")
@pytest.mark.parametrize(
    ("text", "day", "at_most"),
    [
        ("Maria turns 8 today, March 14!", "March 14", Severity.BLOCK),
        ("On March 14th Maria turns eight.", "March 14th", Severity.BLOCK),
        ("Maria Garcia will be 9 on 14 March 2027", "14 March 2027", Severity.BLOCK),
        ("El 14 de marzo Guadalupe cumple 8", "14 de marzo", Severity.BLOCK),
        ("March 14 is Maria's birthday", "March 14", Severity.WARN),
        ("Birthdays this week: Maria, 3/14", "3/14", Severity.WARN),
        ("She turns 8 on March 14.", "March 14", Severity.WARN),
    ],
)
def test_the_day_of_a_childs_birthday_is_found_before_or_after_its_cue(
    text: str, day: str, at_most: Severity
) -> None:
    (hit,) = hits(BIRTH, text)

    assert hit.span is not None
    assert (text[hit.span.start : hit.span.end], hit.at_most) == (day, at_most)


@pytest.mark.parametrize(
    "text",
    [
        "Our school turns 50 on March 14!",
        "Read Across America: Dr. Seuss's birthday is March 2.",
        "Maria Montessori's birthday, August 31",
        "Ms. Maria's birthday is March 14.",
        "Maria invites you to the birthday party of our library on March 14.",
        "Doors will be open on March 14; tickets will be 5 dollars for Maria's class.",
        "Dr. King was born on January 15, 1929.",
        "Kai turns ten today!",
        "Born to run",
        "nacido el 21 de marzo de 1806",
    ],
)
def test_history_and_birthdays_without_a_date_are_left_alone(text: str) -> None:
    assert marked(BIRTH, text) == []
