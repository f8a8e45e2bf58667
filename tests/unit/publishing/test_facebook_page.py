"""The page of a post that Facebook lets others show."""

import pytest

from smadmin.publishing.facebook_page import found_on

GONE = "<p>This Facebook post is no longer available. It may have been removed.</p>"


def page(inside: str) -> str:
    message = f'<div data-testid="post_message" class="_5pbx userContent"><div>{inside}</div></div>'
    return f"<html><body><p>Lark Hill</p>{message}<p>Like</p></body></html>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<p>Sing!<br />At 10 &amp; 11.</p><p>Come.</p>", "Sing!\nAt 10 & 11.\n\nCome."),
        ('<p>Sing <span class="_5mfr"><span class="_6qdm">🎵</span></span>!</p>', "Sing 🎵!"),
        (
            '<p>Sing<span class="text_exposed_hide">... <a class="see_more_link"><span>See more</span></a>'
            '</span><span class="text_exposed_show"> and dance.</span></p>',
            "Sing and dance.",
        ),
        ('<p><a href="/hashtag/choir">#choir</a> sings</p>', "#choir sings"),
        (
            '<p>See <a href="https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fb">here</a></p>',
            "See here",
        ),
        (
            '<p><a href="https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Flong">https://a.ex...</a></p>',
            "https://a.example/long",
        ),
        (
            '<p><a href="https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F">https://b.ex...</a></p>',
            "https://b.ex...",
        ),
    ],
)
def test_the_words_are_those_that_were_written(inside: str, text: str) -> None:
    assert found_on(page(inside)).text == text


@pytest.mark.parametrize(
    ("address", "link"),
    [
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F%3Fb%3D1%26fbclid%3DIw&h=AT",
            "https://a.example/?b=1",
        ),
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F%3Fb%3D%252F&h=AT",
            "https://a.example/?b=%2F",
        ),
        ("https://l.facebook.com/l.php?u=javascript%3Aalert()", ""),
        ("https://l.facebook.com/l.php", ""),
        ("/larkhill", ""),
        ("http://[broken", ""),
    ],
)
def test_a_link_leads_where_it_led_without_facebooks_mark(address: str, link: str) -> None:
    assert found_on(page(f'<p><a href="{address}">there</a></p>')).link == link


def test_a_post_of_pictures_alone_is_there() -> None:
    found = found_on('<div class="_5pcr userContentWrapper"><img src="x"></div>')

    assert (found.there, found.text) == (True, "")


def test_a_post_that_is_gone_is_told_from_any_other_page() -> None:
    assert found_on(GONE).gone
    assert not found_on("<p>Log in</p>").gone
    assert not found_on(page(GONE)).gone
