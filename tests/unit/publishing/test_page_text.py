"""A kept page's words: its markup, its scripts and what they would fetch stay behind."""

from smadmin.publishing.page_text import page_text

PAGE = b"""<!doctype html><html><head><title>Blog</title><style>p{color:red}</style></head><body>
<script>fetch('https://elsewhere.example')</script><article><h2>Book fair</h2><p>Thursday at 8 &amp; in
the <b>library</b>.</p><img src="https://elsewhere.example/a.jpg" alt="A table with books"></article>
</body></html>"""


def test_the_words_and_descriptions_are_left_and_nothing_that_runs() -> None:
    assert page_text(PAGE) == "Book fair\nThursday at 8 & in the library.\n[A table with books]"


def test_what_isnt_marked_up_is_given_as_it_is() -> None:
    assert page_text(b'{"error": "a < b"}') == '{"error": "a < b"}'
    assert page_text(b"a < b, 5 > 3") == "a < b, 5 > 3"


def test_a_page_that_is_broken_or_no_text_is_read_all_the_same() -> None:
    assert page_text(b"<p>one<script>two</p><p>three") == "one"
    assert page_text(b"<p>\xff</p>") == "\ufffd"
    assert page_text(b"") == ""
    assert page_text(b"<p>Tea &am") == "Tea &am"


def test_a_page_whose_head_has_no_end_is_read() -> None:
    page = b"<html><head><title>x</title><meta charset=utf-8><body><p>Seen words"

    assert page_text(page) == "Seen words"
    assert page_text(b"<head><title>x</title><script>1</script><p>Seen words") == "Seen words"


def test_a_part_that_begins_within_a_page_is_read() -> None:
    begun = b'data-testid="post_message" class="a"><p>Seen <b>words</b></p>'

    assert page_text(begun) == "Seen words"
    assert page_text(b"Seen <b>words</b></p>") == "Seen words"
