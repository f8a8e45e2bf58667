"""How texts are found: by the beginnings of their words, whatever their order, case or accents."""

import pytest

from smadmin.domain.searching import LONGEST_WORD, MOST_ASKED, asked_of, fits, fits_in, searchable, words_of

TEXT = "¡La señorita Peña-Núñez abrió el jardín! O'Brien, 4b; 2026-03-03."


@pytest.mark.parametrize(
    "asked",
    [
        "pena",
        "PEÑA nun",
        "jardin senor",
        "abrio\u0301"[:5],
        "obri",
        "4b",
        "2026 03",
        "nunez la",
        "O\u2019Brien",
    ],
)
def test_a_word_is_found_by_its_beginning_without_its_accents(asked: str) -> None:
    assert fits(asked_of(asked), words_of(TEXT))
    assert fits_in(asked_of(asked), searchable(TEXT))


@pytest.mark.parametrize("asked", ["", "  ", "…", "ardin", "penas", "jardin lunes", "4c"])
def test_other_words_and_nothing_find_nothing(asked: str) -> None:
    assert not fits(asked_of(asked), words_of(TEXT))
    assert not fits_in(asked_of(asked), searchable(TEXT))


def test_a_question_is_no_longer_than_it_needs_to_be() -> None:
    assert asked_of("fair fair Fair") == ("fair",)
    assert len(asked_of(" ".join(f"word{n}" for n in range(50)))) == MOST_ASKED
    assert fits(asked_of("x" * 500), words_of("x" * 900))
    assert words_of("x" * 900) == ("x" * LONGEST_WORD,)
