"""Finding one child's name in what is out: nothing that the finder of drafts finds is ruled out before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.ids import SchoolId, StudentId
from smadmin.domain.policy.findings import TEXT
from smadmin.domain.policy.full_names import full_names
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.roster import People, PersonName
from smadmin.domain.students import Student
from smadmin.services.sweep_names import ChildNames, ChildrenNames, words_out

MAYA = Student(StudentId("m"), SchoolId("s"), "Maya", "Ortega López", ("4b",), number="S-48213")
NOA = Student(StudentId("n"), SchoolId("s"), "Noa", "Adler")


def names(*others: Student, child: Student = MAYA) -> ChildNames:
    return ChildNames(child, (child, *others), ("Maya Brooks",))


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Maya Ortega won the race", True),
        ("MAYA ORTEGA LÓPEZ", True),
        ("M A Y A  O R T E G A", True),
        ("M4ya 0rteg4", True),
        ("\u041c\u0430ya Ortega", True),  # two letters of another script
        ("\U0001f1f2\U0001f1e6\U0001f1fe\U0001f1e6 Ortega", True),  # drawn as flags
        ("\u202eagetrO ayaM\u202c", True),  # turned around
        ("See #MayaOrtega", True),
        ("Number 48213", True),
        ("M. Ortega", False),
        ("Congrats Maya O.", False),
        ("Maya from 4b sings", False),
        ("https://blog.example/2026/maya-ortega-wins", True),
        ("https://blog.example/2026/maya", False),
        ("Maya Brooks teaches", None),
        ("Ortega's shop is closed", None),
        ("Noa Adler won", None),
        ("The fair begins at noon 🎉", None),
        ("", None),
    ],
)
def test_a_name_is_found_surely_perhaps_or_not(text: str, *, sure: bool | None) -> None:
    assert names(NOA).found((text,)) is sure


def test_the_surest_of_several_texts_counts() -> None:
    assert names().found(("Nothing", "Well done, Maya!", "Maya Ortega")) is True
    assert names().found(("Nothing", "Well done, Maya!")) is False


def test_of_two_children_of_one_name_either_is_found() -> None:
    twin = Student(StudentId("t"), SchoolId("s"), "Maya", "Ortega López")

    assert names(twin).found(("Maya Ortega",)) is True


@pytest.mark.parametrize(("first", "last"), [("Li", "Wu"), ("小龙", "李"), ("Jürgen", "Müller"), ("", "")])
def test_short_and_foreign_names_are_searched_too(first: str, last: str) -> None:
    child = Student(StudentId("x"), SchoolId("s"), first, last)
    found = names(child=child).found((f"Look: {last}{first} and {first} {last} sang",))

    assert found is (True if first else None)


NAMED = st.sampled_from(
    ["Maya Ortega", "maya ortega lópez", "Maya-Ortega", "M.a.y.a O.r.t.e.g.a", "MayaOrtega"]
)
BESIDE = st.text(alphabet=st.sampled_from("abz ÁñЖ中🎉1#@.,!\n\u202e"), max_size=20)


@given(before=BESIDE, named=NAMED, after=BESIDE)
def test_the_quick_look_rules_nothing_out_that_the_finder_finds(before: str, named: str, after: str) -> None:
    text = f"{before}{named}{after}"
    people = People.of((PersonName("Maya", "Ortega López", opted_out=True),))

    if full_names(Reading(text, TEXT), people):
        assert names().found((text,)) is not None


def test_several_children_are_found_in_one_reading_as_each_alone() -> None:
    both = ChildrenNames((MAYA, NOA), (MAYA, NOA), ("Maya Brooks",))

    assert dict(both.found(("Maya Ortega sang", "with Noa"))) == {"m": True, "n": False}
    assert dict(both.found(("M4ya 0rteg4",))) == {"m": True}
    assert not dict(both.found(("The fair begins at noon",)))


def test_all_words_of_a_post_are_read_each_once() -> None:
    content = {
        "text": "One",
        "wordings": {"x": "Two"},
        "pictures": [{"photo": "p", "alt": "Three"}, {"photo": "q", "alt": ""}],
    }

    assert words_out("One", "https://x.example", content) == ("One", "https://x.example", "Two", "Three")
    assert words_out("", "", {"wordings": None, "pictures": "?"}) == ()
