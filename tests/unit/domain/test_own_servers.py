"""Pages on a server of their own, and the server that a handle names."""

import pytest

from smadmin.domain.own_servers import on_named_server, place_of, server_of


@pytest.mark.parametrize(
    ("platform", "page", "server"),
    [
        ("mastodon", "https://Mastodon.Social/@larks", "mastodon.social"),
        ("wordpress", " http://www.lincoln.example/blog?x=1", "lincoln.example"),
        ("wordpress", "https://lincoln.example:8080/", "lincoln.example:8080"),
        ("mastodon", "javascript://mastodon.social/@larks", ""),
        ("mastodon", "", ""),
        ("wordpress", "https://Schloß.example", "xn--schlo-pqa.example"),
        ("wordpress", "https://xn--schlo-pqa.example:8080", "xn--schlo-pqa.example:8080"),
        ("wordpress", "https://lincoln.example .evil.example", ""),
        ("wordpress", "https://lincoln.example\u3000.evil.example", ""),
        ("wordpress", "https://lincoln.example@evil.example", ""),
        ("mastodon", "https://lincoln.example\\@evil.example", ""),
        ("x", "https://x.com/larks", ""),
    ],
)
def test_a_server_counts_where_each_account_has_its_own(platform: str, page: str, server: str) -> None:
    assert server_of(platform, page) == server


@pytest.mark.parametrize(
    ("handle", "page", "fits"),
    [
        ("@larks@mastodon.social", "https://mastodon.social/@larks", True),
        ("larks@school.example", "https://social.school.example/@larks", True),
        ("@larks@mastodon.social", "https://evil.example/@larks", False),
        ("@larks@school.example", "https://evilschool.example/@larks", False),
        ("@larks", "https://mastodon.social/@larks", True),
        ("@larks@mastodon.social", "", True),
        ("@larks@example", "https://evil.example/@larks", False),
        ("@larks@.example", "https://evil.example/@larks", False),
        ("@larks@co.uk", "https://co.uk/@larks", True),
    ],
)
def test_a_page_lies_on_the_server_that_its_handle_names(handle: str, page: str, *, fits: bool) -> None:
    assert on_named_server("mastodon", handle, page) is fits


@pytest.mark.parametrize(
    ("page", "fits"), [("https://wordpress.example/larks", True), ("https://evil.wordpress.example/", False)]
)
def test_a_part_of_a_host_of_blogs_is_somebody_elses(page: str, *, fits: bool) -> None:
    assert on_named_server("wordpress", "larks@wordpress.example", page) is fits


@pytest.mark.parametrize(
    ("platform", "page", "place"),
    [
        ("wordpress", "https://www.Lincoln.example/blog/", "lincoln.example/blog"),
        ("wordpress", "https://lincoln.example/blog#top", "lincoln.example/blog"),
        ("wordpress", "https://lincoln.example/", "lincoln.example"),
        ("wordpress", "https://lincoln.example/~evil", "lincoln.example/~evil"),
        ("wordpress", "https://lincoln.example/blog?p=2", "lincoln.example/blog?p=2"),
        ("mastodon", "https://mastodon.social/@Larks/1234?lang=en", "mastodon.social/@larks"),
        ("mastodon", "https://mastodon.social/users/larks", "mastodon.social/@larks"),
        ("mastodon", "https://mastodon.social/@larks@other.example", "mastodon.social/@larks@other.example"),
        ("mastodon", "https://mastodon.social/@evil", "mastodon.social/@evil"),
        ("mastodon", "https://mastodon.social/auth", "mastodon.social/auth"),
        ("x", "https://x.com/larks", ""),
    ],
)
def test_another_path_on_a_server_is_another_page(platform: str, page: str, place: str) -> None:
    assert place_of(platform, page) == place
