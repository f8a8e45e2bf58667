"""Running down a rival is found; winning isn't."""

import pytest

from smadmin.domain.policy.checks.rivals import Rival
from tests.policies import marked


@pytest.mark.demand("WIC-G11")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We destroyed Jefferson 42-0.", "destroyed Jefferson"),
        ("Tonight we humiliate the Hawks!", "humiliate the Hawks"),
        ("They are the worst team in the league.", "worst team"),
        ("El peor equipo de todos", "peor equipo"),
    ],
)
def test_running_down_is_found(text: str, words: str) -> None:
    assert marked(Rival(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "We beat Jefferson 28-24. Good game!",
        "Our choir crushed it.",
        "The storm destroyed Main Street in 1912.",
        "We played our best against the Hawks.",
    ],
)
def test_winning_and_weather_are_left_alone(text: str) -> None:
    assert marked(Rival(), text) == []
