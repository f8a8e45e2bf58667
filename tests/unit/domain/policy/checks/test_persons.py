"""Adults on no list are found; staff, offices, authors, places and students aren't."""

from dataclasses import replace

import pytest

from smadmin.domain.policy.checks.persons import NamedPerson
from tests.policies import SCHOOL, marked


@pytest.mark.demand("BLO-A6")
@pytest.mark.demand("WIC-S1")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thank you to Carol Whitman for the books.", "Carol Whitman"),
        ("Thank you, Mrs. Diana Holt!", "Diana Holt"),
        ("Gracias a Guadalupe Ibarra.", "Guadalupe Ibarra"),
    ],
)
def test_somebody_on_no_list_is_found(text: str, words: str) -> None:
    assert marked(NamedPerson(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Kim Nguyen teaches art.",
        "Senator Alma Rios visited.",
        "Author Kate Ellery read to us.",
        "In honor of Dr. Martin Luther King Jr.",
        "We flew to San Diego Bay.",
        "Jordan River cleanup",
        "Victoria Park opens.",
        "Maria Garcia won.",
        "carol singing starts at five",
        "April Showers bring May flowers",
        "Thank you, Diana!",
    ],
)
def test_lists_offices_and_places_are_left_alone(text: str) -> None:
    assert marked(NamedPerson(), text) == []


@pytest.mark.demand("BLO-A6")
@pytest.mark.demand("WIC-S1")
@pytest.mark.parametrize("name", [("carol", "whitman"), ("carol", "ann", "whitman")])
def test_whose_consent_is_recorded_may_be_named(name: tuple[str, ...]) -> None:
    agreed = replace(SCHOOL, consented=frozenset({name}))

    assert marked(NamedPerson(), "Thanks, Carol Whitman!", agreed) == []
    assert marked(NamedPerson(), "Thanks, Carol Whitmore!", agreed) == ["Carol Whitmore"]
