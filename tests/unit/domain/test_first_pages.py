"""A page on a server that is easily taken for the school's own is asked about."""

import pytest

from smadmin.domain.first_pages import Alike, alike

KNOWN = ("Lincoln.example", "mastodon.social")


@pytest.mark.parametrize(
    ("platform", "page", "site"),
    [
        ("wordpress", "https://linc0ln.example/blog", "lincoln.example"),
        ("wordpress", "https://www.lincolm.example", "lincoln.example"),
        ("wordpress", "https://lincoln.example.evil.test/", "lincoln.example"),
        ("mastodon", "https://mastodom.social/@larks", "mastodon.social"),
        ("wordpress", "https://xn--lncoln-9va.test/", ""),
    ],
)
def test_a_server_that_looks_like_a_known_one_is_named_with_it(platform: str, page: str, site: str) -> None:
    found = alike(platform, page, KNOWN)

    assert found is not None
    assert (found.site, found.server in page) == (site, True)


@pytest.mark.parametrize(
    ("platform", "page"),
    [
        ("wordpress", "https://lincoln.example/blog"),
        ("wordpress", "https://blog.lincoln.example:8080"),
        ("wordpress", "https://larks.wordpress.com"),
        ("mastodon", ""),
        ("x", "https://linc0ln.example/"),
    ],
)
def test_the_schools_own_and_quite_another_are_not_asked_about(platform: str, page: str) -> None:
    assert alike(platform, page, KNOWN) is None


def test_a_port_is_no_part_of_the_name() -> None:
    assert alike("wordpress", "https://linc0ln.example:8080/", KNOWN) == Alike(
        "linc0ln.example", "lincoln.example"
    )
