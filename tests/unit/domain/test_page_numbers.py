"""Addresses in which nothing but the platform's own number says whose page it is."""

import pytest

from smadmin.domain.page_numbers import number_blockers

NUMBER = "61550001234567"


@pytest.mark.demand("BAL-A3")
@pytest.mark.parametrize(
    ("platform", "page"),
    [
        ("x", "https://x.com/i/user/783214"),
        ("x", "https://mobile.twitter.com//i/user/783214/?s=20"),
        ("x", "https://x.com/intent/user?user_id=783214"),
        ("x", "https://x.com/intent/follow?a=1;user%5Fid=783214"),
        ("bluesky", "https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur"),
        ("mastodon", "https://social.lincoln.example/web/accounts/109"),
        ("mastodon", "https://social.lincoln.example/deck/Accounts/109/media"),
        ("mastodon", "https://social.lincoln.example/ap/users/116000000000000001"),
    ],
)
def test_where_everybody_has_a_name_it_is_asked_for(platform: str, page: str) -> None:
    (reason,) = number_blockers(platform, "larks", page)

    assert (reason.message.id, reason.place) == ("accounts.page-by-number", "page")


@pytest.mark.demand("BAL-A3")
@pytest.mark.parametrize(
    "page",
    [
        f"https://www.facebook.com/profile.php?id={NUMBER}",
        f"https://m.facebook.com/Profile.php?sk=about&id={NUMBER}",
        f"https://www.facebook.com/people/Larks/{NUMBER}/",
        f"https://www.facebook.com/p/Larks-{NUMBER}/",
        f"https://www.facebook.com/pages/category/School/Larks-{NUMBER}/",
        f"https://www.facebook.com/{NUMBER}",
    ],
)
def test_a_facebook_page_has_its_name_or_else_its_number_for_a_handle(page: str) -> None:
    (reason,) = number_blockers("facebook", "larks", page)

    assert (reason.message.id, reason.place) == ("accounts.number-or-name", "handle")
    assert number_blockers("facebook", f"@{NUMBER}", page) == ()


@pytest.mark.parametrize(
    ("platform", "page"),
    [
        ("x", "https://x.com/lincoln_es"),
        ("x", "https://x.com/20261123"),
        ("x", "https://x.com/intent/user?screen_name=lincoln_es"),
        ("mastodon", "https://social.lincoln.example/@larks/109000000000000001"),
        ("mastodon", "https://social.lincoln.example/users/20261123"),
        ("facebook", f"https://www.facebook.com/larks/photos/{NUMBER}"),
        ("facebook", "https://www.facebook.com/lincoln.es"),
        ("facebook", ""),
        ("linkedin", "https://www.linkedin.com/company/12345678"),
    ],
)
def test_an_address_with_a_name_is_taken(platform: str, page: str) -> None:
    assert number_blockers(platform, "larks", page) == ()
