"""Addresses on a platform's own hosts that are nobody's page: no account is told by one."""

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.post_links import page_fits
from tests.road import shipped


def fits(platform: str, page: str) -> bool:
    return page_fits(page, shipped().platforms[Platform(platform)])


@pytest.mark.parametrize(
    ("platform", "page"),
    [
        ("facebook", "https://www.facebook.com/l.php?u=https%3A%2F%2Fevil.example"),
        ("facebook", "https://www.facebook.com/share/1AbCdEfGh/"),
        ("facebook", "https://www.facebook.com/larks?next=https%3A%2F%2Fevil.example"),
        ("youtube", "https://www.youtube.com/redirect?q=evil.example"),
        ("linkedin", "https://www.linkedin.com/redir/redirect?url=evil.example"),
        ("x", "https://x.com"),
        ("x", "https://x.com/"),
        ("x", "https://x.com/#!/larks"),
        ("x", "https://x.com/search?q=larks"),
        ("x", "https://x.com/larks\\"),
        ("x", "https://x.com/\\larks"),
        ("wordpress", "https://larks.example/\\evil.example"),
    ],
)
def test_what_leads_on_is_no_accounts_page(platform: str, page: str) -> None:
    assert not fits(platform, page)


@pytest.mark.parametrize(
    ("platform", "page"),
    [
        ("facebook", "https://www.facebook.com/profile.php?id=61550001234567"),
        ("facebook", "https://www.facebook.com/larks?locale=es_LA"),
        ("instagram", "https://www.instagram.com/larks?igsh=a//b"),
        ("linkedin", "https://www.linkedin.com/school/12345/"),
        ("youtube", "https://www.youtube.com/@larks"),
        ("x", "https://x.com/larks?s=20"),
        ("mastodon", "https://social.lincoln.example/@larks"),
        ("wordpress", "https://larks.example"),
    ],
)
def test_a_page_fits(platform: str, page: str) -> None:
    assert fits(platform, page)
