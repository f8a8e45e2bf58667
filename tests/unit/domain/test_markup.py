"""What is marked up by strangers gives its words, a line for each block, and never makes its reader fail."""

from itertools import product

import pytest

from smadmin.domain.markup import WordsReader


def words(markup: str) -> str:
    reader = WordsReader()
    reader.read(markup)
    return reader.text


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<p>a</p><p>b</p>", "a\nb\n"),
        ("<div><div>a</div></div><div>b", "a\nb"),
        ("a<br><br>b", "a\n\nb"),
        ("<head><title>t</title><body>a", "a"),
        ("<script>x</script>a<style>y</style>", "a"),
        ("a &#243; &lt;b&gt;", "a ó <b>"),
        ("a < b", "a < b"),
    ],
)
def test_each_block_is_a_line_and_what_nobody_sees_is_left_out(markup: str, said: str) -> None:
    assert words(markup) == said


def test_a_picture_is_described_on_a_line_of_its_own_where_it_is_seen() -> None:
    reader = WordsReader()
    reader.feed("a")
    reader.describe("a dog")
    reader.feed("<script>")
    reader.describe("a pixel")

    assert reader.text == "a\n[a dog]\n"


def test_no_row_of_signs_makes_it_fail() -> None:
    for signs in product(("<!", "[", "<", "]", "a", ">", "-"), repeat=4):
        words("".join(signs))
