"""Students are recognised by the words around a name, and only with a common given name."""

import pytest

from smadmin.domain.policy.name_patterns import described_students
from smadmin.domain.policy.reading import Reading
from tests.policies import PEOPLE


def described(text: str) -> list[str]:
    return [text[span.start : span.end] for span, _ in described_students(Reading(text), PEOPLE)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("student Jordan Lee", "Jordan Lee"),
        ("Student of the Month: Jordan Lee", "Jordan Lee"),
        ("Jordan Lee, a 5th grader,", "Jordan Lee"),
        ("Jordan Lee (Grade 4)", "Jordan Lee"),
        ("la estudiante Sofía Ramírez", "Sofía Ramírez"),
        ("Estudiante del mes: Sofía Ramírez", "Sofía Ramírez"),
        ("Jordan T. Lee, third grade", "Jordan T. Lee"),
    ],
)
def test_a_cue_and_a_given_name_make_a_student(text: str, name: str) -> None:
    assert described(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Lee spoke.",
        "student Jordan",
        "student Maria Kelly",
        "Student Grace Library",
        "students, Coach Jordan Lee",
        "Student Taylor Street Park",
        "student jordan lee",
        "students Madison Middle School",
    ],
)
def test_without_both_it_stays_silent(text: str) -> None:
    assert described(text) == []
