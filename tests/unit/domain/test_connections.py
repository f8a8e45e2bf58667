"""Whose log-in it is: told by the platform's id, held against the register before it is taken."""

from dataclasses import replace

import pytest

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.connections import (
    Connection,
    asks_server,
    asks_user,
    at_home,
    foreign_reasons,
    usual_server,
    usual_user,
)
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.publishers import Who

WHO = Who("17", "larks", "Lincoln", "https://blog.lincoln.example")
MADE = Connection(WHO, "https://blog.lincoln.example", "ana", "The program")


def account(platform: Platform, handle: str, page: str) -> Account:
    return Account(AccountId("a"), SchoolId("s"), platform, "Lincoln", handle, page)


def test_a_row_says_it_whole_and_anything_else_is_none() -> None:
    assert Connection.from_plain(MADE.to_plain()) == MADE
    for spoilt in ({}, {**MADE.to_plain(), "id": ""}, {**MADE.to_plain(), "server": 7}):
        with pytest.raises(ValueError, match="connection"):
            Connection.from_plain(spoilt)


def test_a_new_handle_is_the_same_account_and_another_server_isn_t() -> None:
    renamed = Connection(Who("17", "larks_es", "", ""), MADE.server, "", "")
    elsewhere = Connection(WHO, "https://blog.other.example", "ana", "The program")

    assert MADE.same_account(renamed)
    assert not MADE.same_account(elsewhere)


@pytest.mark.parametrize("typed", ["https://blog.lincoln.example/", " HTTPS://Blog.Lincoln.example "])
def test_a_server_typed_otherwise_is_the_same(typed: str) -> None:
    assert MADE.same_account(replace(MADE, server=typed))
    assert not replace(MADE, server=f"{typed.strip()}/A").same_account(replace(MADE, server=f"{typed}/a"))


@pytest.mark.parametrize(
    ("platform", "handle", "page", "who", "same"),
    [
        (Platform.WORDPRESS, "larks", "https://blog.lincoln.example/", WHO, True),
        (Platform.WORDPRESS, "larks", "https://blog.other.example/", WHO, False),
        (Platform.WORDPRESS, "larks", "", WHO, False),
        (Platform.BLUESKY, "Larks.example", "", Who("did:1", "larks.example", "", ""), True),
        (Platform.BLUESKY, "larks.example", "", Who("did:1", "falcons.example", "", ""), False),
        (Platform.MASTODON, "@larks@school.example", "", Who("1", "larks", "", ""), True),
        (Platform.MASTODON, "@larks@school.example", "", Who("1", "larks@school.example", "", ""), True),
        (Platform.MASTODON, "@larks@school.example", "", Who("1", "ana", "", ""), False),
        (Platform.FACEBOOK, "LarkHill", "", Who("1001", "larkhill", "", ""), True),
        (Platform.FACEBOOK, "1001", "", Who("1001", "larkhill", "", ""), True),
        (Platform.FACEBOOK, "larkhill", "", Who("1001", "1001", "", ""), False),
        (Platform.BLUESKY, "did:1", "", Who("did:1", "larks.example", "", ""), False),
    ],
)
def test_only_the_register_s_own_account_is_connected(
    platform: Platform, handle: str, page: str, who: Who, *, same: bool
) -> None:
    assert (foreign_reasons(account(platform, handle, page), who) == ()) is same


@pytest.mark.parametrize(
    ("platform", "page", "server"),
    [
        (Platform.WORDPRESS, "https://blogs.example/lincoln/", "https://blogs.example/lincoln"),
        (Platform.MASTODON, "https://school.example/@larks", "https://school.example"),
        (Platform.BLUESKY, "https://bsky.app/profile/larks.example", "https://bsky.social"),
        (Platform.FACEBOOK, "https://www.facebook.com/larkhill", "https://graph.facebook.com"),
        (Platform.X, "https://x.com/larks", ""),
    ],
)
def test_a_log_in_is_sent_where_the_account_lives(platform: Platform, page: str, server: str) -> None:
    one = account(platform, "larks", page)

    assert usual_server(one) == server
    assert at_home(one, server) or not server


@pytest.mark.parametrize(
    ("platform", "user"),
    [(Platform.BLUESKY, "larks.bsky.social"), (Platform.MASTODON, ""), (Platform.WORDPRESS, "")],
)
def test_bluesky_asks_for_the_handle_as_the_users_name(platform: Platform, user: str) -> None:
    assert usual_user(account(platform, " @larks.bsky.social ", "")) == user


def test_another_blog_of_the_same_host_is_somebody_else_s() -> None:
    one = account(Platform.WORDPRESS, "larks", "https://blogs.example/lincoln/")

    assert not at_home(one, "https://blogs.example/falcons")
    assert not at_home(one, "https://elsewhere.example/lincoln")


@pytest.mark.parametrize(
    "server",
    [
        "https://schloß-school.example",  # another host, which anybody may have
        "https://schloss-school.example .evil.example",
        "https://schloss-school.example\u00a0.evil.example",
    ],
)
@pytest.mark.parametrize("platform", [Platform.WORDPRESS, Platform.MASTODON])
def test_a_server_that_only_looks_alike_gets_no_token(platform: Platform, server: str) -> None:
    assert not at_home(account(platform, "larks", "https://schloss-school.example"), server)


@pytest.mark.parametrize(
    "server",
    ["https://graph.facebook.com.evil.example", "http://graph.facebook.com", "https://bsky.social", ""],
)
def test_a_pages_token_goes_to_facebook_alone(server: str) -> None:
    one = account(Platform.FACEBOOK, "larkhill", "https://www.facebook.com/larkhill")

    assert not at_home(one, server)
    assert at_home(one, " https://Graph.Facebook.com/ ")


def test_only_what_a_platform_needs_is_asked_for() -> None:
    asked = {one for one in Platform if asks_user(one)}

    assert asked == {Platform.WORDPRESS, Platform.BLUESKY}
    assert not asks_server(Platform.FACEBOOK)
    assert all(asks_server(one) for one in asked)
