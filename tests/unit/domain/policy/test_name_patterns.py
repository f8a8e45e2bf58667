"""Students are recognised by the words around a name, and only with a common given name."""

import pytest

from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Span
from smadmin.domain.policy.name_patterns import described_students
from smadmin.domain.policy.reading import Reading
from tests.corpus.reading import sample_school
from tests.policies import PEOPLE

CONTEXT = Context(people=PEOPLE)


def described(text: str) -> list[str]:
    return [text[span.start : span.end] for span, _ in described_students(Reading(text), CONTEXT)]


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
        ("Our spelling bee winner Jordan Lee! She is in Ms. Clark's fifth grade class.", "Jordan Lee"),
        ("2nd grader Jordan Lee lost her first tooth", "Jordan Lee"),
        ("Jordan Lee from Room 12 read aloud.", "Jordan Lee"),
        ("third grader Zyaire Quill won", "Zyaire Quill"),
        ("La alumna Sofía Ramírez es la ganadora de este año.", "Sofía Ramírez"),
        ("Sofía Ramírez de quinto grado ganó.", "Sofía Ramírez"),
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
        "Jordan Lee volunteers in our fifth grade class.",
        "Jordan Lee is the author of a book our fourth graders loved.",
        "Jordan Lee spoke. Our fifth grade class is at camp.",
        "Jordan Lee's flowers are blooming in the 2nd grade hallway.",
        "Lincoln alumna Jordan Lee is back as our new fifth grade teacher!",
        "fifth grader science night",
    ],
)
def test_without_both_it_stays_silent(text: str) -> None:
    assert described(text) == []


def test_names_of_one_list_are_students_together() -> None:
    found = described("Readers of the week: Jordan Lee, Chloe Tran and Sofia Reyes.")

    assert found == ["Jordan Lee", "Chloe Tran", "Sofia Reyes"]


def test_whom_everybody_may_name_is_a_student_only_beside_the_word() -> None:
    told, beside = "Rosa Parks from Room 12 sat down.", "student Rosa Parks sat down."

    for text, found in ((told, 0), (beside, 1)):
        start = text.index("Rosa")
        public = [Span(start, start + len("Rosa Parks"))]
        assert len(list(described_students(Reading(text), CONTEXT, public))) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("So proud of our wrestler Eugene Hoey!", "Eugene Hoey"),
        ("Braelynn Hutchins took home the blue ribbon.", "Braelynn Hutchins"),
        ("Maryse Peron broke her arm at recess.", "Maryse Peron"),
    ],
)
def test_a_child_on_no_list_is_known_by_what_is_told(text: str, name: str) -> None:
    found = [text[one.start : one.end] for one, _ in described_students(Reading(text), sample_school())]

    assert found == [name]


def test_who_is_only_read_about_is_no_student() -> None:
    text = "Our 2nd graders read Junie Jones and loved it."

    assert list(described_students(Reading(text), sample_school())) == []
