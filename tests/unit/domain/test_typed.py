"""What people type is kept as they mean it, and can always be stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.canonical import canonical
from smadmin.domain.typed import says_something, straight, tidy, tidy_all


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ann ", "Ann"),
        ("Jose\u0301", "José"),
        ("D'Angelo O\u2019Neil-Núñez", "D'Angelo O\u2019Neil-Núñez"),
        ("Ann\ud800", "Ann\ufffd"),
        ("An\x00n\x1b", "An\ufffdn\ufffd"),
        ("", ""),
    ],
)
def test_a_name_is_kept_as_it_is_meant(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ann \u202egnp.exe", "Ann gnp.exe"),
        ("\u2066Ann\u2069 \u202aLee\u202c\u202b\u202d\u2067\u2068", "Ann Lee"),
        ("\u05d0\u200f!", "\u05d0\u200f!"),
        ("\u202e \u202c", ""),
    ],
)
def test_a_line_that_leaves_the_window_reads_in_one_direction(typed: str, kept: str) -> None:
    assert straight(typed) == kept


@given(st.text(alphabet=st.characters()))
def test_whatever_is_typed_can_be_stored_and_stays_the_same(typed: str) -> None:
    kept = tidy(typed)

    assert canonical({"text": kept})
    assert tidy(kept) == kept


def test_several_lines_are_kept_once_each() -> None:
    assert tidy_all(("4b", " 4b ", "", "5a")) == ("4b", "5a")


@pytest.mark.parametrize("typed", ["", " ", ".", "...", "\u200b\u200b\u200b\u200b", "x", "- -", "ok"])
def test_a_dot_or_an_unseen_letter_says_nothing(typed: str) -> None:
    assert not says_something(typed)


@pytest.mark.parametrize("typed", ["spam", "Ana is ill.", "مرض", "№ 112"])
def test_a_word_says_something(typed: str) -> None:
    assert says_something(typed)
