"""Students' data is found in texts, addresses and details before any of them leaves."""

import pytest

from smadmin.domain.blackening import COVERED
from smadmin.domain.canonical import canonical
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
        ("Mia Rose Lopez won", f"{COVERED} won"),
        ("Go #mialopezwins!", f"Go {COVERED}!"),
        ("Write to mia.lopez@example.org.", f"Write to {COVERED}."),
        ("See https://example.org/?n=mia%20lopez today", f"See {COVERED} today"),
        ("See https://example.org/book-fair today", "See https://example.org/book-fair today"),
    ],
)
def test_children_are_covered_and_staff_are_not(names: NamesCovered, text: str, left: str) -> None:
    assert names.cover(text).text == left


def test_a_detail_with_a_name_anywhere_stays(names: NamesCovered) -> None:
    assert not names.clean(b'{"texts":{"a":["Well done, Mia Lopez!"]}}')
    assert not names.clean(b'"https://blog.example.org/2026/mia-lopez-wins"')
    assert names.clean(b'{"texts":{"a":["The fair opens on Thursday."]}}')
    assert not names.clean(b"no object")


@pytest.mark.demand("YEL-R")
@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/mialopez2027",
        "https://example.org/mia-won-wins",
        "https://example.org/m-lopez",
        "https://example.org/m%C3%ADa-l%C3%B3pez",
        "https://example.org/m%69a%2Dlopez",
        "https://example.org/?first=mia&last=lopez",
        "https://example.org/#mia~lopez",
        "https://mialopez.org",
    ],
)
def test_an_address_that_spells_a_name_is_none_that_leaves(names: NamesCovered, link: str) -> None:
    assert not names.clean_link(link)
    assert not names.clean(canonical(link))
    assert names.clean_link("https://x.com/lincoln_es/status/1990000000000000111")


def test_who_wrote_a_comment_is_covered_in_it_and_in_its_answer(names: NamesCovered) -> None:
    said = "Will it rain?\n\nThank you, Dana! Ms. Reyes, it will not."

    assert names.cover(said, "Dana Reyes").text == (
        f"Will it rain?\n\nThank you, {COVERED}! Ms. {COVERED}, it will not."
    )
