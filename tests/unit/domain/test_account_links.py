"""A pasted address fills in platform and handle where it shows them, and nothing where it doesn't."""

import pytest

from smadmin.domain.account_links import PageLink, account_behind
from smadmin.domain.accounts import Platform
from tests.policies import platforms


@pytest.mark.parametrize(
    ("link", "platform", "handle", "page"),
    [
        ("https://x.com/lincoln_es", "x", "lincoln_es", "https://x.com/lincoln_es"),
        (" twitter.com/Lincoln_ES?lang=en\n", "x", "Lincoln_ES", "https://x.com/Lincoln_ES"),
        ("https://mobile.x.com/lincoln_es/status/1", "x", "lincoln_es", "https://x.com/lincoln_es"),
        ("www.facebook.com/Lincoln.Larks/photos", "facebook", "Lincoln.Larks", "https://www.facebook.com/Lincoln.Larks"),
        ("https://www.instagram.com/lincoln.larks/?hl=en", "instagram", "lincoln.larks", "https://www.instagram.com/lincoln.larks/"),
        ("https://www.youtube.com/@lincoln/videos", "youtube", "lincoln", "https://www.youtube.com/@lincoln"),
        ("https://www.linkedin.com/company/lincoln-es/about/", "linkedin", "lincoln-es", "https://www.linkedin.com/company/lincoln-es/"),
        ("https://bsky.app/profile/lincoln.example", "bluesky", "lincoln.example", "https://bsky.app/profile/lincoln.example"),
        ("https://school.social/@larks", "mastodon", "larks@school.social", "https://school.social/@larks"),
    ],
)  # fmt: skip
def test_the_address_of_a_page_shows_whose_it_is(link: str, platform: str, handle: str, page: str) -> None:
    assert account_behind(link, platforms()) == PageLink(Platform(platform), handle, page)


@pytest.mark.parametrize(
    "link",
    [
        "", "@lincoln_es", "lincoln.larks", "https://x.com", "https://x.com/home", "https://x.com/i/web/status/1",
        "https://x.com@evil.org/lincoln", "https://x.com.evil.org/lincoln", "javascript:alert(1)",
        "https://www.facebook.com/profile.php?id=10005", "https://www.facebook.com/groups/lincoln",
        "https://www.instagram.com/p/abc/", "https://www.youtube.com/watch?v=abcdefghijk",
        "https://www.linkedin.com/in/somebody", "https://www.lincoln.org/blog", "school.social/@larks",
        "https://x.com/" + "a" * 3000, "https://x.com/li<b>",
        "https://www.threads.net/@lincoln", "https://threads.com/@lincoln", "https://medium.com/@lincoln",
        "https://x.com/.", "https://x.com/..", "https://x.com/linc\u043eln", "https://m\u0430stodon.social/@larks",
    ],
)  # fmt: skip
def test_what_may_be_anything_else_shows_nobodys(link: str) -> None:
    assert account_behind(link, platforms()) is None
