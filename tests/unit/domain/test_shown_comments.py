"""A stranger's comment as it can be shown: shortened, straight, with no address of a script."""

from datetime import UTC, datetime

import pytest

from smadmin.domain.comments import AUTHOR_MOST, LINK_MOST, TEXT_MOST
from smadmin.domain.shown_comments import MOST_A_POST, newest_first, shown


def test_words_are_shortened_and_kept_in_their_lines() -> None:
    one = shown(author="A" * 900, text=" First \r\nsecond\x00 " + "x" * 9_000)

    assert len(one.author) == AUTHOR_MOST
    assert one.text.startswith("First\nsecond")
    assert "\x00" not in one.text
    assert len(one.text) == TEXT_MOST


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "http://hill.example", "https://" + "x" * LINK_MOST, " https://a.example"]
)
def test_only_a_short_address_of_a_page_is_one(link: str) -> None:
    assert shown(author="", text="", link=link).link == ""


def test_the_newest_stand_first_and_those_without_a_time_last() -> None:
    times = [None, datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)]

    found = newest_first([shown(author="", text="", at=at) for at in times * 60])

    assert len(found) == MOST_A_POST
    assert (found[0].at, found[59].at, found[60].at) == (times[2], times[2], times[1])
