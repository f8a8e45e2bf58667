"""Boasts are found; praise isn't."""

import pytest

from smadmin.domain.policy.checks.superlatives import Superlative
from tests.policies import marked


@pytest.mark.demand("WIC-P10")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We are the best school in the state.", "best school in the state"),
        ("#1 in the whole county", "#1 in the whole county"),
        ("Somos la mejor escuela de la ciudad.", "la mejor escuela de la ciudad"),
    ],
)
def test_a_boast_is_found(text: str, words: str) -> None:
    assert marked(Superlative(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Best day ever!",
        "Our students did their best in the gym.",
        "The best part was the pizza.",
        "A great school in the city",
    ],
)
def test_praise_is_left_alone(text: str) -> None:
    assert marked(Superlative(), text) == []
