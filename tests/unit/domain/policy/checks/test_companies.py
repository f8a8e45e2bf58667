"""A named company is found once; words that are also companies' names aren't."""

import pytest

from smadmin.domain.policy.checks.companies import Company
from tests.policies import marked


@pytest.mark.demand("BLO-A10")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thank you, Kroger! Kroger gave us snacks.", "Kroger"),
        ("Chick-fil-A brought lunch.", "Chick-fil-A"),
        ("Harmon Roofing LLC repaired the roof.", "Harmon Roofing LLC"),
        ("McDonald's gave us cups.", "McDonald"),
    ],
)
def test_a_company_is_found_once(text: str, words: str) -> None:
    assert marked(Company(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "We went apple picking. Apple pie for all!",
        "Our target score is 90.",
        "The Amazon rainforest is in South America.",
        "A subway map of New York",
        "See https://www.target.com/school",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert marked(Company(), text) == []
