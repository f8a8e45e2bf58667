"""What only a family may tell is found where it is tied to a child."""

import pytest

from smadmin.domain.policy.checks.student_records import StudentRecord
from tests.policies import marked


@pytest.mark.demand("BAL-B1j1")
@pytest.mark.demand("WIC-G1")
@pytest.mark.demand("YEL-C1")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("James failed his math test.", "failed his math test"),
        ("Aisha has a 504 plan.", "504 plan"),
        ("Get well soon, Maria! She broke her arm.", "broke her arm"),
        ("One of our fourth grade students has ADHD.", "ADHD"),
        ("A Maria le diagnosticaron diabetes.", "diagnosticaron diabetes"),
        ("Maria was suspended.", "suspended"),
        ("We miss Maria. She is home with the flu.", "is home with the flu"),
        ("The Garcia family still owes $84 in lunch money.", "owes $84"),
        ("Maria está enferma, pobrecita.", "está enferma"),
    ],
)
def test_a_childs_record_is_found(text: str, words: str) -> None:
    assert marked(StudentRecord(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Flu season: keep a child with a fever home.",
        "Speech therapy starts on Monday.",
        "We learned about asthma in health class.",
        "If a student has asthma, send the form.",
        "Maria scored 12 points.",
        "Maria made the honor roll.",
        "Engineers built a suspended bridge with Maria.",
        "Every student with an IEP gets a letter.",
    ],
)
def test_what_concerns_nobody_in_particular_is_left_alone(text: str) -> None:
    assert marked(StudentRecord(), text) == []
