"""A post as a page of WordPress, without one; what a real one makes of it is seen in `tests/servers`."""

import pytest

from smadmin.publishing.wordpress_page import BOX, Shown, box_at, found_on, page_of, with_other_words

LINK = "https://larks.example/choir?a=1&b=2"
PICTURES = [
    Shown(7, "https://blog.example/7.jpg", 'A "choir"\n& <hall>'),
    Shown(8, "https://blog.example/8.jpg", ""),
]


@pytest.mark.parametrize(
    "text",
    [
        "The choir sings.",
        'Don\'t "miss" it... -- 9x9 :) 8O [gallery] `x` <b>bold</b> &amp; Wordpress (tm)',
        "One.\nTwo.\n\nThree.",
        "<!-- wp:html --><script>alert(1)</script><!-- /wp:html -->",
        "¡Niños! 🎵 你好",
        f"Look: {LINK}, please.",
        "",
    ],
)
def test_what_is_written_is_read_again_word_for_word(text: str) -> None:
    found = found_on(page_of(text, LINK, PICTURES))

    assert found.there
    assert found.text.split() == text.split()
    assert found.alts == ['A "choir" & <hall>', ""]
    assert found.link == (LINK if LINK in text else "")


def test_the_post_s_own_part_of_a_theme_s_page_is_found() -> None:
    head = f"<html><title>¡{BOX}!</title><body><div class='header'>".encode()
    shown = head + page_of("The choir sings.", None, []).partition("-->\n")[2].encode()

    assert box_at(shown) == len(head)
    assert shown[box_at(shown) :].startswith(b'<div class="wp-block-group')
    assert box_at(head) == 0
    assert box_at(b"<div " * 200_000) == 0


def test_nothing_in_the_words_can_be_a_command_or_a_tag() -> None:
    page = page_of("[gallery] <script> --> 'x'", None, [Shown(1, 'https://x.example/"><i>', '"><b>')])

    for harmful in ("[", "<script", "<b>", "<i>", "'"):
        assert harmful not in page


def test_other_words_leave_the_pictures_and_what_stands_around() -> None:
    page = f"<p>Before</p>{page_of('Old words.', None, PICTURES)}<p>After</p>"

    changed = with_other_words(page, r"New \1 words.", None)

    assert changed is not None
    assert changed.startswith("<p>Before</p>")
    assert changed.endswith("<p>After</p>")
    assert found_on(changed).text.strip() == r"New \1 words."
    assert len(found_on(changed).alts) == 2


def test_words_alone_are_changed_too_and_a_page_written_anew_is_left_alone() -> None:
    changed = with_other_words(page_of("Old.", None, []), "New.", None)

    assert changed is not None
    assert found_on(changed).text.strip() == "New."
    assert with_other_words("<p>Somebody's own.</p>", "New.", None) is None


def test_only_our_box_is_read_and_what_readers_do_not_see_is_not() -> None:
    page = (
        "<html><img alt='logo'><a href='/'>Home</a>"
        f"<div class='wp-block-group {BOX} is-layout-flow'><div><p>Seen<br>words<script>x()</script></p>"
        "<img alt='A'><noscript><img alt='A'>again</noscript></div></div>"
        f"<p>Comment</p><div class='{BOX}'>Another</div></html>"
    )

    found = found_on(page)

    assert found.text.split() == ["Seen", "words"]
    assert found.alts == ["A"]
    assert found.link == ""


@pytest.mark.parametrize("page", ["", "<html>Log in</html>", f"{BOX}", "<<<>>><", "<div class>"])
def test_a_page_without_our_box_shows_nothing(page: str) -> None:
    assert not found_on(page).there
