"""Blanks: one way to write them, wherever words are filled in."""

from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.blanks import between_blanks, blanks_in, filled, stray_marks, typed_blanks

TEXT = "\u2039day\u203a: no school. Back after \u2039day\u203a, at \u2039time\u203a."


def test_blanks_are_found_in_order() -> None:
    assert blanks_in(TEXT) == ("day", "day", "time")
    assert blanks_in("\u00ab quoted \u00bb <tag> \u2039\u203a \u2039two\nlines\u203a [day] {day}") == ()


def test_a_blank_without_a_value_stays_as_it_is() -> None:
    assert (
        filled(TEXT, {"day": " Mon\nday "}) == "Mon day: no school. Back after Mon day, at \u2039time\u203a."
    )


def test_what_was_typed_in_square_brackets_is_found() -> None:
    text = "On [day], because of [reason]; [] and [two\nlines] are none."

    assert [text[first : last + 1] for first, last in typed_blanks(text)] == ["[day]", "[reason]"]


def test_whatever_else_looks_like_a_blank_is_a_stray_mark() -> None:
    long = "x" * 41

    assert not stray_marks(TEXT)
    for text in ("On [day].", "On {day}.", f"On \u2039{long}\u203a.", "On \u2039day.", "On day\u203a."):
        assert stray_marks(text), text


@given(st.text(st.sampled_from("ab \u2039\u203a[]{}\n"), max_size=60))
def test_words_and_blanks_together_are_the_text(text: str) -> None:
    pieces, blanks = between_blanks(text), blanks_in(text)

    assert len(pieces) == len(blanks) + 1
    joined = "".join(f"{piece}\u2039{blank}\u203a" for piece, blank in zip(pieces, blanks, strict=False))
    assert joined + pieces[-1] == text
