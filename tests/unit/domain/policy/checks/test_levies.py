"""Asking for a vote is found; what is voted on, when and for what is a fact."""

from dataclasses import replace
from datetime import date

import pytest

from smadmin.domain.policy.checks.levies import Levy
from smadmin.domain.policy.reading import Reading
from tests.corpus.reading import sample_school
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


@pytest.mark.demand("BLO-II-B")
def test_the_finding_says_when_the_district_votes() -> None:
    school = replace(sample_school(), elections=(date(2027, 11, 2),))

    asked = list(Levy().hits(Reading("Our roof leaks. The bond is on the ballot, please vote yes!"), school))
    told = list(Levy().hits(Reading("The bond is on the ballot on November 2."), school))

    assert [hit.message.id for hit in asked] == ["policy.levy-days"]
    assert asked[0].message.values["days"] == "2027-11-02"
    assert told == []
