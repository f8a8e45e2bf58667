"""Asking for a vote is found; what is voted on, when and for what is a fact."""

import pytest

from smadmin.domain.policy.checks.levies import Levy
from tests.policies import marked


@pytest.mark.demand("BLO-II-B")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vote yes on the levy!", "Vote yes on the levy"),
        ("Please support the bond this November.", "support the bond"),
        ("We need this levy to pass.", "need this levy to pass"),
        ("Apoye el bono escolar.", "Apoye el bono escolar"),
    ],
)
def test_asking_for_a_vote_is_found(text: str, words: str) -> None:
    assert marked(Levy(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The levy is on the ballot on November 3.",
        "The 2024 bond pays for a new roof.",
        "What happens if the levy passes: https://schools.example/levy",
        "El bono escolar estará en la boleta.",
        "Students voted yes on pizza.",
    ],
)
def test_facts_pass(text: str) -> None:
    assert marked(Levy(), text) == []
