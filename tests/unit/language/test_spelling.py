"""The shipped dictionaries know both languages, and say what was meant."""

from pathlib import Path

import pytest

from smadmin.language.spelling import Dictionaries
from tests.policies import DICTIONARIES


@pytest.mark.parametrize(
    ("word", "language"),
    [("cafeteria", "en"), ("kiddo", "en"), ("acompáñenos", "es"), ("biblioteca", "es"), ("jitomate", "es")],
)
def test_words_of_a_language_are_known(word: str, language: str) -> None:
    assert DICTIONARIES.knows(word, language)
    assert DICTIONARIES.knows(word, language)  # from what is remembered
    DICTIONARIES.forget()
    assert DICTIONARIES.knows(word, language)


@pytest.mark.parametrize(
    ("word", "language", "meant"),
    [("breakfest", "en", "breakfast"), ("anmial", "en", "animal"), ("famlia", "es", "familia")],
)
def test_what_was_meant_comes_first(word: str, language: str, meant: str) -> None:
    assert not DICTIONARIES.knows(word, language)
    assert DICTIONARIES.suggested(word, language)[0] == meant


def test_without_a_dictionary_every_word_is_right(tmp_path: Path) -> None:
    none = Dictionaries(tmp_path)

    assert none.knows("qwrtz", "so")
    assert none.suggested("qwrtz", "so") == ()


def test_no_endless_word_is_asked() -> None:
    assert DICTIONARIES.knows("x" * 100_000, "en")
    assert DICTIONARIES.suggested("x" * 100_000, "en") == ()
