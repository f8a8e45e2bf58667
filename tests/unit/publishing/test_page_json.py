"""Mastodon's and Bluesky's answers are shown as the words that a visitor reads."""

import json

import pytest

from smadmin.publishing.page_text import page_text

STATUS = {
    "id": "1",
    "account": {"note": "<p>Of the school</p>"},
    "content": "<p>Book fair<br>Thursday at 8 &amp; later</p>",
    "media_attachments": [{"description": "A table with books"}, {"description": None}],
}
RECORD = {"text": "Book fair at 8 < 9", "embed": {"images": [{"alt": "A table with books", "image": {}}]}}


def test_a_mastodon_post_is_its_words() -> None:
    words = page_text(json.dumps(STATUS).encode())

    assert words == "Book fair\nThursday at 8 & later\n[A table with books]"


@pytest.mark.parametrize(
    "answer",
    [
        {"uri": "at://x", "value": RECORD},
        {
            "posts": [
                {"uri": "at://x", "record": RECORD, "embed": {"images": [{"alt": "A table with books"}]}}
            ]
        },
    ],
)
def test_a_bluesky_post_is_its_words(answer: object) -> None:
    assert page_text(json.dumps(answer).encode()) == "Book fair at 8 < 9\n[A table with books]"


def test_of_a_part_the_first_words_are_shown() -> None:
    assert page_text(json.dumps(STATUS).encode()[:130]) == "Book fair\nThursday at 8 & later"
    assert page_text(json.dumps({"value": RECORD}).encode()[:60]) == "Book fair at 8 < 9"


@pytest.mark.parametrize(
    "answer",
    [
        b"{}",
        b'{"posts": []}',
        b'{"posts": [1]}',
        b'{"content": 5, "media_attachments": [1], "embed": {"images": 2}, "value": 3}',
        b'{"text": "\\u12',
        b'{"text": "\\q"',
        b"{" * 3000,
        b'{"a":' * 100_000,
    ],
)
def test_what_is_no_post_is_given_as_it_is(answer: bytes) -> None:
    assert page_text(answer) == answer.decode()
