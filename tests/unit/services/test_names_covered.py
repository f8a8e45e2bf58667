"""Students' data is found in texts, addresses and details before any of them leaves."""

import pytest

from smadmin.domain.blackening import COVERED
from smadmin.domain.ids import SchoolId, StudentId
from smadmin.domain.policy.context import Context
from smadmin.domain.students import Student
from smadmin.services.names_covered import NamesCovered

MIA = Student(StudentId("child"), SchoolId("school"), "Mia", "Lopez", number="S-48213")


@pytest.fixture(scope="module")
def names() -> NamesCovered:
    return NamesCovered([MIA], ["Pat Winters"], Context())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Well done, Mia Lopez!", f"Well done, {COVERED}!"),
        ("López, Mía won", f"{COVERED} won"),
        ("Principal Pat Winters opens the fair.", "Principal Pat Winters opens the fair."),
        ("Our fourth grader Jordan Ellis won.", f"Our fourth grader {COVERED} won."),
        ("The fair opens on Thursday.", "The fair opens on Thursday."),
        ("Student S-48213 won", f"Student {COVERED} won"),
    ],
)
def test_children_are_covered_and_staff_are_not(names: NamesCovered, text: str, left: str) -> None:
    assert names.cover(text).text == left


def test_a_detail_with_a_name_anywhere_stays(names: NamesCovered) -> None:
    assert not names.clean(b'{"texts":{"a":["Well done, Mia Lopez!"]}}')
    assert not names.clean(b'"https://blog.example.org/2026/mia-lopez-wins"')
    assert names.clean(b'{"texts":{"a":["The fair opens on Thursday."]}}')
    assert not names.clean(b"no object")


def test_a_kept_page_that_names_a_child_stays(names: NamesCovered) -> None:
    assert not names.names_nobody("<html><p>Comment by mia lopez</p></html>")
    assert names.names_nobody("<html><p>The fair opens</p></html>")
