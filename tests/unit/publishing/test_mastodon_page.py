"""A Mastodon post read from its HTML as it was typed."""

import time

from hypothesis import given
from hypothesis import strategies as st

from smadmin.publishing.mastodon_page import same_words, words_of

LARKS = "https://hill.example/@larks"
NAMED = f'<span class="h-card"><a href="{LARKS}" class="u-url mention">@<span>larks</span></a></span>'


def test_lines_and_paragraphs_are_those_that_were_typed() -> None:
    assert words_of("<p>One<br>two &amp; &lt;3</p><p>Three</p>").text == "One\ntwo & <3\n\nThree"


def test_a_shortened_address_is_read_whole() -> None:
    shown = '<span class="invisible">https://</span><span class="ellipsis">larks.example/ch</span>'
    found = words_of(
        f'<p>See <a href="https://larks.example/choir">{shown}<span class="invisible">oir</span></a></p>'
    )

    assert (found.text, found.link) == ("See https://larks.example/choir", "https://larks.example/choir")


def test_whole_names_of_people_elsewhere_are_put_back() -> None:
    found = words_of(f"<p>With {NAMED} today</p>", {LARKS: "larks@hill.example"})

    assert (found.text, found.link) == ("With @larks@hill.example today", "")


def test_names_and_tags_are_no_links() -> None:
    tag = '<a href="https://own.example/tags/choir" class="mention hashtag" rel="tag">#<span>choir</span></a>'

    assert words_of(f"<p>{NAMED} {tag}</p>").link == ""
    assert words_of(f"<p>{NAMED} {tag}</p>").text == "@larks #choir"


def test_the_servers_of_names_and_spaces_make_no_other_post() -> None:
    assert same_words("With @larks@hill.example\n\ntoday", "With @larks today")
    assert same_words("Nin\u0303os", "Niños")
    assert not same_words("With @larks today", "With @wrens today")
    assert not same_words("Write to a@hill.example", "Write to a")


def test_millions_of_line_ends_are_read_about_as_fast_as_each_of_their_parts() -> None:
    def took(count: int) -> float:
        begun = time.process_time()
        words_of("<br>" * count)
        return time.process_time() - begun

    few = min(took(50_000) for _ in range(3))
    assert min(took(400_000) for _ in range(2)) < 20 * few  # eight times as many


def test_every_link_is_told_in_order() -> None:
    found = words_of('<p><a href="https://a.example">a</a> <a href="https://b.example/c">b</a></p>')

    assert found.links == ("https://a.example", "https://b.example/c")


@given(st.text())
def test_whatever_a_server_says_is_read(content: str) -> None:
    words_of(content)
    words_of(f"<p><a href={content}>{content}</a></p>")
