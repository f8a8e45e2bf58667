"""Whether two accounts are one page: handles and addresses as the platforms compare them."""

import pytest

from smadmin.domain.same_pages import Told, same_page

X = Told("x", "lincoln_es", "https://x.com/lincoln_es")
FACEBOOK = Told("facebook", "lincolnes", "https://www.facebook.com/profile.php?id=61550001234567")
TOOT = Told("mastodon", "larks@social.lincoln.example", "https://social.lincoln.example/@larks")
BLOG = Told("wordpress", "news", "https://lincoln.example/news")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (X, Told("x", "@Lincoln_ES", "")),
        (X, Told("x", "drama", "https://x.com/lincoln_es")),
        (X, Told("x", "drama", "https://twitter.com/Lincoln_ES/")),
        (X, Told("x", "drama", "https://mobile.x.com/@lincoln_es/media?lang=en")),
        (X, Told("x", "drama", "https://x.com/intent/user?screen_name=lincoln%5Fes")),
        (Told("x", "", "https://x.com/ni%C3%B1os"), Told("x", "", "https://x.com/niños")),
        (FACEBOOK, Told("facebook", "drama", "https://m.facebook.com/people/Larks/61550001234567/")),
        (FACEBOOK, Told("facebook", "", "https://www.facebook.com/profile.php?sk=about&i%64=61550001234567")),
        (FACEBOOK, Told("facebook", "LincolnES", "https://www.facebook.com/other")),
        (TOOT, Told("mastodon", "drama", "https://www.social.lincoln.example/web/@LARKS/media")),
        (TOOT, Told("mastodon", "larks@social.lincoln.example", "")),
        (TOOT, Told("mastodon", "drama", "https://social.lincoln.example/@larks@social.lincoln.example")),
        (TOOT, Told("mastodon", "drama", "https://social.lincoln.example/deck/@larks")),
        (TOOT, Told("mastodon", "drama", "https://social.lincoln.example./users/larks/media")),
        (TOOT, Told("mastodon", "Larks@social.lincoln.example", "https://social.lincoln.example/explore")),
        (TOOT, Told("mastodon", "larks@lincoln.example", "https://social.lincoln.example:443/@larks")),
        (TOOT, Told("mastodon", "drama", "https://elsewhere.example/@larks@social.lincoln.example")),
        (
            Told("mastodon", "larks", "https://social.lincoln.example/@larks"),
            Told("mastodon", "larks", "https://elsewhere.example/web/@larks@lincoln.example"),
        ),
        (
            Told("mastodon", "larks@lincoln.example", "https://social.lincoln.example/web/accounts/109"),
            Told("mastodon", "larks", "https://social.lincoln.example/@larks"),
        ),
        (Told("mastodon", "larks", ""), Told("mastodon", "@Larks", "")),
        (BLOG, Told("wordpress", "drama", "http://Lincoln.example:443/%6Eews//index.php")),
        (BLOG, Told("wordpress", "drama", "https://lincoln.example./news/feed?page_id=2")),
        (BLOG, Told("wordpress", "drama", "https://lincoln.example/news/2026/11/fair")),
        (BLOG, Told("wordpress", "drama", "https://lincoln.example:443/other/../news/wp-admin")),
        (Told("wordpress", "", "https://blog.example"), Told("wordpress", "", "http://blog.example:80/feed")),
        (
            Told("youtube", "", "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"),
            Told("youtube", "drama", "https://m.youtube.com/channel/UCabcdefghijklmnopqrstuv/videos"),
        ),
        (X, Told("x", "drama", "https://x.com/lincoln_es,")),
        (X, Told("x", "drama", "https://x.com/%256cincoln_es;a")),
        (X, Told("x", "drama", "https://x.com/drama/%2E./lincoln_es")),
        (X, Told("x", "drama", "https://x.com/intent/follow?a=1;screen_name=lincoln_es")),
        (X, Told("x", "drama", "https://x.com/lincoln_es\\")),
        (X, Told("x", "drama", "https://x.com/\\lincoln_es\\media")),
        (TOOT, Told("mastodon", "drama", "https://social.lincoln.example/@larks\\")),
        (TOOT, Told("mastodon", "drama", "https://social.lincoln.example/@larks.rss")),
        (BLOG, Told("wordpress", "drama", "https://lincoln.example:0443/news/index.html")),
        (BLOG, Told("wordpress", "drama", "https://m.lincoln.example:/news/wp-signup.php")),
        (BLOG, Told("wordpress", "drama", "https://m.lincoln.example\\news/search/fair")),
        (BLOG, Told("wordpress", "drama", "https://lincoln.example/news;a/sitemap.xml")),
        (
            Told("linkedin", "Lincoln High", "https://www.linkedin.com/school/12345/"),
            Told("linkedin", "Larks", "https://www.linkedin.com/company/12345/admin/"),
        ),
        (
            Told("linkedin", "Lincoln High", "https://www.linkedin.com/school/12345/"),
            Told("linkedin", "Lincoln High", "https://www.linkedin.com/school/lincoln-high/"),
        ),
        (FACEBOOK, Told("facebook", "", "https://fb.com/lincoln.es")),
        (FACEBOOK, Told("facebook", "", "https://www.facebook.com/p/Larks-61550001234567/")),
    ],
)
def test_one_page_in_two_spellings(one: Told, other: Told) -> None:
    assert same_page(one, other)
    assert same_page(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (X, Told("instagram", "lincoln_es", "https://www.instagram.com/lincoln_es")),
        (X, Told("x", "lincoln_ms", "https://x.com/lincoln_ms")),
        (X, Told("x", "", "")),
        (X, Told("x", "ravens", "https://x.com/ravens/lincoln_es")),
        (Told("x", "media", "https://x.com/media"), Told("x", "drama", "https://x.com/drama/media")),
        (
            Told("vimeo", "", "https://vimeo.com/channels/larks"),
            Told("vimeo", "", "https://vimeo.com/channels/drama"),
        ),
        (
            Told("facebook", "larks", "https://www.facebook.com/larks?utm_source=newsletter2026"),
            Told("facebook", "drama", "https://www.facebook.com/drama?utm_source=newsletter2026"),
        ),
        (X, Told("x", "drama", "https://x.com/drama?from=lincoln_es")),
        (Told("x", "", ""), Told("x", "", "")),
        (
            Told("linkedin", "a", "https://linkedin.com/school/a"),
            Told("linkedin", "b", "https://linkedin.com/school/b"),
        ),
        (TOOT, Told("mastodon", "larks@other.example", "https://other.example/@larks")),
        (TOOT, Told("mastodon", "larks@other.example", "https://social.lincoln.example/@drama")),
        (
            Told("mastodon", "larks", "https://elsewhere.example/@larks@social.lincoln.example"),
            Told("mastodon", "larks", "https://elsewhere.example/@larks"),
        ),
        (
            Told("mastodon", "larks", "https://one.host.example/@larks"),
            Told("mastodon", "larks", "https://two.host.example/@larks"),
        ),
        (
            Told("linkedin", "Lincoln High", "https://www.linkedin.com/school/12345/"),
            Told("linkedin", "Lincoln High", "https://www.linkedin.com/school/98765/"),
        ),
        (
            Told("facebook", "61550001234567", "https://www.facebook.com/profile.php?id=61550001234567"),
            Told("facebook", "61559999999999", "https://www.facebook.com/profile.php?id=61559999999999"),
        ),
        (
            Told("wordpress", "", "https://lincoln.example"),
            Told("wordpress", "", "https://lincoln.example/321/"),
        ),
        (
            Told("wordpress", "", "https://mobile.k12.example.us"),
            Told("wordpress", "", "https://k12.example.us"),
        ),
        (BLOG, Told("wordpress", "news", "https://lincoln.example/drama")),
        (BLOG, Told("wordpress", "news", "https://lincoln.example/")),  # a school's below the district's
        (BLOG, Told("wordpress", "", "https://lincoln.example/newsroom")),
        (BLOG, Told("wordpress", "", "https://lincoln.example:8443/news")),
    ],
)
def test_two_pages(one: Told, other: Told) -> None:
    assert not same_page(one, other)
    assert not same_page(other, one)
