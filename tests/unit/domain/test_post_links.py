"""A pasted link is a yes only where it shows the account; a short link never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.accounts import Platform
from smadmin.domain.post_links import LinkAnswer, link_belongs
from tests.policies import platforms

YES, OTHER, NO_POST, UNKNOWN = (
    LinkAnswer.YES,
    LinkAnswer.OTHER_ACCOUNT,
    LinkAnswer.NOT_A_POST,
    LinkAnswer.CANT_TELL,
)
PROFILE = "https://www.facebook.com/profile.php?id=10005"
TOOTS = "https://school.social/@lincoln"
BLOG = "https://www.lincoln.org/blog"


@pytest.mark.demand("BAL-B1g1")
@pytest.mark.parametrize(
    ("platform", "link", "page", "answer"),
    [
        ("x", "https://x.com/lincoln/status/123", "", YES),
        ("x", " twitter.com/Lincoln/status/123?s=20\n", "", YES),
        ("x", "https://mobile.x.com/lincoln/status/1/photo/1", "", YES),
        ("x", "https://x.com/jordan/status/123", "", OTHER),
        ("x", "https://x.com/i/web/status/123", "", UNKNOWN),
        ("x", "https://x.com/lincoln", "", NO_POST),
        ("x", "https://x.com@evil.org/lincoln/status/1", "", NO_POST),
        ("x", "https://x.com.evil.org/lincoln/status/1", "", NO_POST),
        ("x", "javascript:alert(1)", "", NO_POST),
        ("x", "", "", NO_POST),
        ("x", "https://x.com/lincoln/status/" + "1" * 3000, "", NO_POST),
        ("facebook", "https://www.facebook.com/Lincoln/posts/pfbid02abc", "", YES),
        ("facebook", "https://m.facebook.com/story.php?story_fbid=1&id=10005", PROFILE, YES),
        ("facebook", "https://www.facebook.com/permalink.php?story_fbid=1&id=777", PROFILE, OTHER),
        ("facebook", "https://www.facebook.com/share/p/1abc/", "", UNKNOWN),
        ("instagram", "https://www.instagram.com/lincoln/p/C1_-a/", "", YES),
        ("instagram", "https://www.instagram.com/p/C1_-a/", "", UNKNOWN),
        ("instagram", "https://www.instagram.com/lincoln/", "", NO_POST),
        ("mastodon", "https://school.social/@lincoln/112233", TOOTS, YES),
        ("mastodon", "https://school.social/@jordan/112233", TOOTS, OTHER),
        ("mastodon", "https://other.social/@lincoln/112233", TOOTS, OTHER),
        ("mastodon", "https://school.social/@lincoln/112233", "", UNKNOWN),
        ("bluesky", "https://bsky.app/profile/lincoln/post/3kabc", "", YES),
        ("bluesky", "https://bsky.app/profile/did:plc:abc/post/3kabc", "", UNKNOWN),
        ("youtube", "https://youtu.be/abcdefghijk", "", UNKNOWN),
        ("linkedin", "https://www.linkedin.com/posts/lincoln_first-day-activity-1-a", "", YES),
        ("linkedin", "https://www.linkedin.com/feed/update/urn:li:activity:1", "", UNKNOWN),
        ("vimeo", "https://vimeo.com/123456789", "", UNKNOWN),
        ("wordpress", "https://lincoln.org/blog/2025/09/hello#top", BLOG, YES),
        ("wordpress", "https://lincoln.org/blog/", BLOG, NO_POST),
        ("wordpress", "https://lincoln.org/private/x", BLOG, OTHER),
        ("wordpress", "https://jordan.org/blog/x", BLOG, OTHER),
    ],
)
def test_a_link_is_judged_by_what_it_shows(platform: str, link: str, page: str, answer: LinkAnswer) -> None:
    verdict = link_belongs(link, platforms()[Platform(platform)], handle="@lincoln", page=page)

    assert verdict.answer is answer


def test_whose_post_it_is_is_told() -> None:
    verdict = link_belongs(
        "https://x.com/jordan/status/1", platforms()[Platform.X], handle="lincoln", page=""
    )

    assert (verdict.seen, verdict.message.id) == ("jordan", "platforms.link-other-account")


@given(st.text(max_size=100), st.sampled_from(Platform))
def test_no_text_is_taken_for_a_yes(text: str, platform: Platform) -> None:
    assert link_belongs(text, platforms()[platform], handle="lincoln", page=BLOG).answer is not YES
