"""An opted-out child's first name is found where it leads to the child, never on its own among many."""

from dataclasses import replace

import pytest

from smadmin.domain.policy.checks.first_names import OptedOutFirstName
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.roster import People, PersonName
from tests.policies import SCHOOL, hits, marked

RULE = OptedOutFirstName()
TWO = replace(
    SCHOOL,
    people=People.of(
        [
            PersonName("Lena", "Novak", opted_out=True),
            PersonName("Lena", "Hill"),
            PersonName("Grace", "Park", opted_out=True),
        ]
    ),
)
ONE = replace(SCHOOL, people=People.of([PersonName("Lena", "Novak", opted_out=True)]))


@pytest.mark.demand("BAL-B1i3")
@pytest.mark.demand("YEL-C2")
@pytest.mark.parametrize(
    "text",
    [
        "Lena from 4b fed the fish.",
        "Our chess team: Kai, Lena and Mei",
        "Lena N. won a book.",
        "Lena, de cuarto grado, ganó.",
    ],
)
def test_beside_a_class_a_team_or_an_initial_it_warns(text: str) -> None:
    (hit,) = hits(RULE, text, TWO)

    assert text[hit.span.start : hit.span.end] == "Lena" if hit.span else False
    assert hit.at_most is Severity.WARN


@pytest.mark.demand("BAL-B1i3")
def test_where_no_other_child_bears_it_it_warns() -> None:
    assert marked(RULE, "Lena played a song.", ONE) == ["Lena"]
    assert marked(RULE, "Lena played a song.", TWO) == []


@pytest.mark.demand("BAL-B1i3")
@pytest.mark.parametrize("text", ["Lena Wins First Prize", "Lena Played Beautifully at the Fair"])
def test_a_headline_s_capital_makes_nobody_else_of_it(text: str) -> None:
    assert marked(RULE, text, ONE) == ["Lena"]


@pytest.mark.demand("BAL-B1i3")
@pytest.mark.parametrize("name", ["Lena Novac", "Lena Nowak", "Lena Novk", "Lena Novaak", "Lena Noavk"])
def test_the_family_name_with_a_letter_wrong_is_the_child_s(name: str) -> None:
    staff = replace(TWO, people=replace(TWO.people, staff=frozenset({("lena", name.split()[1].lower())})))

    assert marked(RULE, f"Hooray for {name}!", TWO) == ["Lena"]
    assert marked(RULE, f"Hooray for {name}!", staff) == []


@pytest.mark.demand("BAL-B1i3")
def test_with_a_group_photo_and_in_a_description_it_warns() -> None:
    assert marked(RULE, "Lena waters beans", replace(TWO, group_photo=True)) == ["Lena"]
    assert [hit.span for hit in RULE.hits(Reading("Lena waters beans", "alt:p"), TWO)] != []


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Lena teaches the class.",
        "Our class sang a song by Lena Horne.",
        "Our class thanks Lena Baker and Lena Hillman.",
        "a grace period for the class",
        "lena from 4b",
        "Lena Novak from 4b",
    ],
)
def test_others_of_that_name_and_full_names_are_left_to_others(text: str) -> None:
    assert marked(RULE, text, TWO) == []


def test_nothing_is_looked_for_where_nobody_opted_out() -> None:
    assert marked(RULE, "Maria from 4b", replace(SCHOOL, people=People.of([PersonName("Maria", "G")]))) == []


@pytest.mark.demand("BAL-B1i3")
@pytest.mark.demand("BAL-B1j2")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Well done, María José!", ["María José"]),
        ("#MariaJose won", ["MariaJose"]),
        ("Maria-Jose and Ana won.", ["Maria-Jose"]),
        ("Mary Ann won, and Mary too.", []),
        ("Ms. María José came.", []),
        ("María José Horne sang.", []),
    ],
)
def test_a_given_name_of_two_words_isnt_another_childs_first_and_family_name(
    text: str, found: list[str]
) -> None:
    people = People.of(
        [
            PersonName("María José", "García López", opted_out=True),
            PersonName("María", "Ruiz"),
            PersonName("Mary Ann", "Hill", opted_out=True),
            PersonName("Mary Ann", "Park"),
        ]
    )
    assert marked(RULE, text, replace(SCHOOL, people=people)) == found
