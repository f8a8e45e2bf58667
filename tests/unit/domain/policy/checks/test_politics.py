"""Advocacy is found; student elections, fun polls and facts aren't advocacy."""

import pytest

from smadmin.domain.policy.checks.politics import Political
from tests.policies import hits, marked

RULE = Political()


@pytest.mark.demand("BAL-B1l2")
@pytest.mark.parametrize(
    "text",
    [
        "Vote YES on Question 3!",
        "Vote for Measure B on November 3.",
        "Yes on 3A! Yes for kids!",
        "Vota por la Medida B",
        "He has our vote in November!",
        "Re-elect Mayor Jones",
        "Vote for Pat Jones for school board",
        "Call your senator today",
        "Tell the city council to act",
        "Oppose HB 123",
        "Donate to the Jones campaign",
        "Elect Pat Jones for mayor",
        "Vote por Pat Jones para alcalde",
        "Vote no en la propuesta 2",
        "Support Pat Jones for governor",
    ],
)
def test_advocacy_is_found(text: str) -> None:
    assert len(marked(RULE, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Student council elections: vote for your class president on Friday!",
        "Vote for our new mascot!",
        "Vote for Maria for student council",
        "Election Day: no school, we are a polling place.",
        "Mock election: 4th grade voted for governor",
        "Families, support our students!",
        "Call the office with questions.",
        "Senator Jones visited our school garden.",
        "The school board meets Tuesday at 6 pm.",
        "Vota por tu libro favorito",
        "Ask your delegate at the Model UN club contest",
        "We support the school garden",
    ],
)
def test_student_elections_polls_and_facts_are_left_alone(text: str) -> None:
    assert marked(RULE, text) == []


def test_a_vote_without_a_cause_is_only_asked_about() -> None:
    assert [hit.doubtful for hit in hits(RULE, "Vote yes!")] == [True]
