"""A child's full name is found in one word or taken apart, by a further given name, the family name first."""

import pytest

from smadmin.domain.policy.full_names import full_names
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.roster import People, PersonName


def found(first: str, last: str, text: str, *, opted_out: bool = True) -> list[tuple[str, bool]]:
    """Give what is found of one child's name, and whether it is in doubt."""
    people = People.of([PersonName(first, last, opted_out=opted_out)])
    return [(text[one.span.start : one.span.end], one.doubtful) for one in full_names(Reading(text), people)]


@pytest.mark.demand("BAL-B1i3")
@pytest.mark.demand("BAL-B1j2")
@pytest.mark.parametrize(
    ("first", "last", "typed"),
    [
        ("Mary Ann", "Lee", "Maryann Lee"),
        ("Mary Ann", "Lee", "MaryAnn Lee"),
        ("Min-jun", "Kim", "Minjun Kim"),
        ("De'Andre", "Jones", "De Andre Jones"),
        ("DeAndre", "Jones", "De-Andre Jones"),
        ("Ana", "De La Cruz", "Ana Delacruz"),
        ("Ana", "Delacruz", "Ana De La Cruz"),
        ("Ana", "Delacruz", "Ana Dela Cruz"),
        ("Ana", "Deleon", "Ana De Leon"),
        ("Kai", "McDonald", "Kai Mc Donald"),
        ("Kai", "MCDONALD", "Kai Mc Donald"),
        ("Kai", "Van Dyke", "Kai Vandyke"),
        ("Kai", "O'Brien", "Kai O Brien"),
        ("Mia", "Garcia-Torres", "Mia GarciaTorres"),
        ("Omar", "Al-Sayed", "Omar Alsayed"),
        ("Omar", "Alsayed", "Omar Al-Sayed"),
    ],
)
def test_how_a_name_is_divided_hides_no_child(first: str, last: str, typed: str) -> None:
    assert found(first, last, f"Hooray: {typed} won") == [(typed, False)]
    assert found(first, last, f"Hooray: {typed} won", opted_out=False) == [(typed, False)]


@pytest.mark.demand("BAL-B1i3")
@pytest.mark.parametrize(
    ("first", "last", "typed"),
    [
        ("Juan Carlos", "Pérez", "Carlos Perez"),
        ("Mary Ann", "Lee", "Ann Lee"),
        ("Mike", "Smith", "Michael Smith"),
        ("Sofía", "Ruiz", "Sophia Ruiz"),
        ("Mohammed", "Al-Sayed", "Mohamed Alsayed"),
        ("Min-jun", "Kim", "Kim Min-jun"),
        ("Minh Anh", "Nguyễn", "Nguyen Minh Anh"),
    ],
)
def test_an_opted_out_child_otherwise_called_is_asked_about_and_nobody_else(
    first: str, last: str, typed: str
) -> None:
    assert found(first, last, f"Hooray: {typed} won") == [(typed, True)]
    assert found(first, last, f"Hooray: {typed} won", opted_out=False) == []


def test_a_family_name_before_a_name_of_the_next_sentence_is_none() -> None:
    assert found("Grace", "Kim", "We thank Mr. Kim. Grace sang.") == []
    assert found("Grace", "Kim", "Kim, grace and luck won") == []
