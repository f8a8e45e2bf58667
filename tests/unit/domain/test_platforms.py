"""Each platform's own way of counting, by the shipped facts."""

import sys
from time import process_time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.platforms import UNIT_NAMES, Unit, count, graphemes
from tests.policies import platforms

FAMILY = "👩‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("platform", "text", "expected"),
    [
        (Platform.X, f"Hi {FAMILY} lincoln.org", 3 + 2 + 1 + 23),
        (Platform.BLUESKY, f"niños {FAMILY}", 7),
        (Platform.MASTODON, "see https://lincoln.org/a/long/way/to/the/library now", 4 + 23 + 4),
        (Platform.MASTODON, "hi @office@district.example.org!", 3 + 7 + 1),
        (Platform.MASTODON, "see lincoln.org", 15),
        (Platform.MASTODON, "https://localhost/a/long/way", 28),
        (Platform.MASTODON, "https://lincoln.org/日本語", 23 + 3),
        (Platform.MASTODON, "(https://lincoln.org/map_(east))", 25),
        (Platform.MASTODON, "@front.office@m.example.org. @lincoln a@b@c", 13 + 1 + 1 + 8 + 1 + 5),
        (Platform.MASTODON, f"{FAMILY} https://m.example.org/@office@other.example", 2 + 23),
        (Platform.FACEBOOK, "Hi 👍", 5),
        (Platform.INSTAGRAM, "niños", 5),
        (Platform.YOUTUBE, "niños", 6),
        (Platform.LINKEDIN, "abc", 3),
        (Platform.VIMEO, "abc", 3),
        (Platform.WORDPRESS, "abc", 3),
    ],
)
def test_a_text_is_counted_the_platforms_way(platform: Platform, text: str, expected: int) -> None:
    assert count(text, platforms()[platform]).count == expected


@pytest.mark.parametrize(
    ("platform", "fits", "too_long", "over"),
    [
        (Platform.X, "a" * 280, "a" * 281, 1),
        (Platform.BLUESKY, "é" * 300, "é" * 302, 2),
        (Platform.FACEBOOK, "a" * 63_206, "a" * 63_207, 1),
        (Platform.MASTODON, "a" * 500, "a" * 510, 10),
        (Platform.YOUTUBE, "é" * 2_500, "é" * 2_501, 2),
    ],
)
def test_what_is_over_is_told(platform: Platform, fits: str, too_long: str, over: int) -> None:
    facts = platforms()[platform]

    assert count(fits, facts).fits
    assert count(too_long, facts).over == over
    assert not count(too_long, facts).fits


def test_further_limits_count_too() -> None:
    bluesky = count(FAMILY * 200, platforms()[Platform.BLUESKY])
    instagram = count("#lions " * 31 + "#1 a#b &#c", platforms()[Platform.INSTAGRAM])

    assert (bluesky.count, bluesky.over, bluesky.also[0].unit, bluesky.also[0].over) == (
        200,
        0,
        Unit.BYTES,
        2000,
    )
    assert (instagram.also[0].count, instagram.also[0].over, instagram.fits) == (31, 1, False)


def test_a_blog_has_no_limit() -> None:
    told = count("a" * 100_000, platforms()[Platform.WORDPRESS])

    assert (told.limit, told.over, told.fits) == (None, 0, True)


@given(st.text())
def test_no_text_is_too_strange_to_count(text: str) -> None:
    for facts in platforms().values():
        assert count(text + "\ud800", facts).count >= 0
    assert graphemes(text) <= len(text)


@given(
    st.lists(
        st.sampled_from(
            [*"ab 1\r\n\t", "é", "e\u0301", "\u0600", "ก\u0e33", "👍🏽", "\u200d", "한", "ᄒ", "ᅡ", "🇺", "🇸"]
        )
    ).map("".join)
)
def test_the_quick_way_finds_as_many_graphemes_as_the_plain_one(text: str) -> None:
    assert graphemes(text) == len(regex.findall(r"\X", text))


@pytest.mark.skipif(sys.gettrace() is not None, reason="what is traced can't be timed")
@pytest.mark.parametrize("platform", list(Platform))
def test_a_pasted_book_is_counted_in_50_ms(platform: Platform) -> None:
    page = (
        "The Larks play on Friday! ¡Nos vemos, niños! lincoln.org/news 🎉 #GoLarks @office@m.example.org — "
    )
    book, facts = (page * 1_000)[:100_000], platforms()[platform]
    took = []
    for _ in range(4):
        started = process_time()
        count(book, facts)
        took.append(process_time() - started)

    assert min(took) < 0.05


@pytest.mark.skipif(sys.gettrace() is not None, reason="what is traced can't be timed")
def test_a_pasted_row_of_flags_is_counted_as_quickly() -> None:
    started = process_time()

    assert graphemes("🇺🇸" * 20_000) == 20_000

    assert process_time() - started < 0.25


def test_every_unit_has_its_name_and_every_platform_its_addresses() -> None:
    assert set(UNIT_NAMES) == set(Unit)
    assert platforms()[Platform.X].page_address("@lincoln_es") == "https://x.com/lincoln_es"
    assert platforms()[Platform.LINKEDIN].page_address("lincoln").endswith("/company/lincoln/")
    assert platforms()[Platform.WORDPRESS].page_address("lincoln") == ""


@pytest.mark.demand("BAL-D4")
def test_each_account_has_its_address_to_write_at_or_none() -> None:
    def address(platform: Platform, page: str, handle: str = "lincoln") -> str:
        account = Account(AccountId("a"), SchoolId("s"), platform, "Lincoln", handle, page)
        return platforms()[platform].writing_address(account)

    assert address(Platform.X, "https://x.com/lincoln") == "https://x.com/compose/post"
    assert address(Platform.MASTODON, "https://social.lincoln.example/@l") == (
        "https://social.lincoln.example/publish"
    )
    assert address(Platform.LINKEDIN, "https://www.linkedin.com/company/lincoln/").startswith(
        "https://www.linkedin.com/company/lincoln/admin/"
    )
    assert address(Platform.WORDPRESS, "") == ""  # whose server isn't known
    assert address(Platform.INSTAGRAM, "https://www.instagram.com/lincoln/") == ""
