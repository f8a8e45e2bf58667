"""The port of the platforms: no secret is shown, and what readers see is held against what was sent."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.publishers import (
    LONGEST_SAID,
    Access,
    Difference,
    Outgoing,
    Picture,
    PublisherFailed,
    Seen,
    Trouble,
    differences,
    shown_words,
)

WORDS = Path(__file__).parents[3] / "resources" / "translations" / "en" / "publishers.po"
SENT = Outgoing(
    key="k",
    text="The choir sings.\n\nhttps://larks.example/choir",
    pictures=(Picture(b"\xff\xd8", "image/jpeg", "A choir"), Picture(b"\xff\xd8", "image/jpeg", "A hall")),
    link="https://larks.example/choir",
)
SEEN = Seen(
    text="The choir sings. https://larks.example/choir",
    alts=("A choir", "A hall"),
    pictures=2,
    link_target="https://larks.example/choir",
    public=True,
    id="1",
    link="https://blog.example/1",
    captured=b"",
)


def test_a_log_in_never_shows_its_secret() -> None:
    access = Access("https://blog.example", "larks", "abcd efgh")

    assert "abcd" not in f"{access!r} {access} {[access]}"


def test_what_goes_out_shows_neither_its_words_nor_its_pictures() -> None:
    assert "choir" not in f"{SENT!r} {SENT.pictures!r} {SEEN!r}"


def test_a_failure_says_whose_server_and_quotes_its_words() -> None:
    failed = PublisherFailed(Trouble.INVALID, "blog.example", said="Title\nmissing", retry_after_s=None)

    assert failed.happened.id == "publishers.said"
    assert failed.happened.values["said"] == "Title missing"
    assert failed.remedy is not None
    assert failed.remedy.id == "publishers.invalid-remedy"


@pytest.mark.parametrize(
    ("untrusted_words", "shown"),
    [
        ("pay\u202egnp.exe", "paygnp.exe"),
        ("a\u200bb\u2066c\ufeff", "abc"),
        ("one\r\n\ttwo\x00", "one two\ufffd"),
        ("family \U0001f468\u200d\U0001f469", "family \U0001f468\u200d\U0001f469"),
        ("", ""),
    ],
)
def test_a_servers_words_are_one_line_without_hidden_marks(untrusted_words: str, shown: str) -> None:
    assert shown_words(untrusted_words) == shown


def test_a_servers_words_are_shortened() -> None:
    assert len(shown_words("word " * 100_000)) <= LONGEST_SAID


@pytest.mark.parametrize("kind", Trouble)
def test_every_kind_of_trouble_has_its_words_and_its_remedy(kind: Trouble) -> None:
    failed, words = PublisherFailed(kind, "blog.example"), WORDS.read_text("utf-8")

    assert failed.remedy is not None
    assert f'msgid "{failed.happened.id}"' in words
    assert f'msgid "{failed.remedy.id}"' in words


@pytest.mark.parametrize("kind", Trouble)
def test_it_is_looked_for_before_it_is_sent_again_wherever_it_may_be_out(kind: Trouble) -> None:
    may_be_out = {Trouble.LOST, Trouble.NOT_THE_PLATFORM, Trouble.BUSY, Trouble.STOPPED}

    assert PublisherFailed(kind, "blog.example").perhaps_out is (kind in may_be_out)


def test_spaces_and_composed_letters_are_no_difference() -> None:
    sent = replace(SENT, text="El coro canto\u0301.\n\nhttps://larks.example/choir")
    seen = replace(SEEN, text="El coro cant\u00f3.  https://larks.example/choir ")

    assert differences(sent, seen) == ()


def test_the_posts_link_may_stand_behind_a_bare_name_that_a_platform_made_one_too() -> None:
    behind = replace(
        SEEN, link_target="https://larks.example", further_targets=("https://larks.example/choir",)
    )

    assert differences(SENT, behind) == ()
    assert differences(SENT, replace(behind, further_targets=())) == (Difference.LINK,)


@pytest.mark.parametrize(
    ("seen", "found"),
    [
        (replace(SEEN, public=False, text="", alts=(), pictures=0), Difference.HIDDEN),
        (replace(SEEN, text="The choir sings"), Difference.TEXT),
        (replace(SEEN, alts=("A hall", "A choir")), Difference.ALTS),
        (replace(SEEN, pictures=1), Difference.PICTURES),
        (replace(SEEN, link_target="https://elsewhere.example/"), Difference.LINK),
    ],
)
def test_each_thing_that_readers_see_otherwise_is_named(seen: Seen, found: Difference) -> None:
    assert differences(SENT, seen) == (found,)
