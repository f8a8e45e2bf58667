"""What is kept of a past post, and by what the same one is known again."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.past_posts import PastImport, Source, Step, mark_of, one_link


@pytest.mark.parametrize(
    "link",
    [
        "https://x.com/lincoln/status/1",
        "http://www.x.com/lincoln/status/1/",
        " HTTPS://X.com/lincoln/status/1#reply ",
        "x.com/lincoln/status/1",
    ],
)
def test_one_address_has_one_spelling(link: str) -> None:
    assert one_link(link) == "x.com/lincoln/status/1"


def test_what_names_the_post_stays_in_the_address() -> None:
    assert one_link("https://facebook.com/story.php?id=1&story_fbid=2") == (
        "facebook.com/story.php?id=1&story_fbid=2"
    )
    assert one_link("https://x.com/Lincoln/status/1") != one_link("https://x.com/lincoln/status/1")
    assert one_link("  ") == ""


@given(st.text())
def test_any_text_has_a_mark_that_the_table_can_hold(text: str) -> None:
    assert 0 <= mark_of(text) < 1 << 63
    assert mark_of(text) == mark_of(text)


def test_the_record_says_how_many_of_which_file_and_no_name_of_it() -> None:
    found = PastImport(
        id="i",
        school=SchoolId("s"),
        account=AccountId("a"),
        step=Step.DONE,
        source=Source.FACEBOOK,
        digest="ab" * 32,
        posts=3,
        refused=1,
        first=date(2024, 5, 3),
        last=date(2024, 5, 9),
        taken_at=datetime(2026, 11, 16, tzinfo=UTC),
    )

    assert found.to_plain() == {
        "import": "i",
        "source": "facebook",
        "file": "ab" * 32,
        "told": "",
        "posts": 3,
        "not_taken": 1,
        "first": "2024-05-03",
        "last": "2024-05-09",
    }
