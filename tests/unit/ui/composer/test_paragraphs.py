"""Pasted text is made fit for the editor without losing a character."""

from hypothesis import given
from hypothesis import strategies as st

from smadmin.ui.composer.paragraphs import LONGEST_PARAGRAPH, breakable, one_line_end, portions, readable


def test_ordinary_text_stays_as_it_is() -> None:
    text = "First line\n\nThird line, somewhat longer."

    assert readable(text) == text


def test_a_paragraph_that_somebody_may_have_written_is_never_broken() -> None:
    text = "seven words stand here in one line " * 200

    assert readable(text) == text


def test_every_kind_of_line_end_becomes_one() -> None:
    assert one_line_end("a\r\nb\rc\u2028d\u2029e\nf") == "a\nb\nc\nd\ne\nf"


def test_an_endless_paragraph_is_broken_at_spaces_and_loses_nothing() -> None:
    text = "seven words stand here in one line " * 3_000

    broken = readable(text)

    assert max(map(len, broken.split("\n"))) <= LONGEST_PARAGRAPH
    assert broken.replace("\n", "") == text
    assert all(line.endswith(" ") for line in broken.split("\n") if line)


@given(st.text(alphabet="ab 🎉\n", max_size=9_000))
def test_portions_together_are_the_text(text: str) -> None:
    assert "".join(portions(text, 800)) == text


@given(st.integers(min_value=0, max_value=30_000))
def test_a_paragraph_without_any_space_is_broken_too(length: int) -> None:
    broken = readable("x" * length)

    assert max(map(len, broken.split("\n"))) <= LONGEST_PARAGRAPH
    assert broken.count("x") == length


def test_an_endless_word_may_be_wrapped_and_ordinary_ones_stay() -> None:
    assert breakable("an ordinary sentence, with a school-wide celebration") == (
        "an ordinary sentence, with a school-wide celebration"
    )
    assert max(map(len, breakable("x" * 700).split("\u200b"))) == 24
    assert breakable("x" * 700).replace("\u200b", "") == "x" * 700
