"""Letters of other alphabets are read as what they look like only where they stand among Latin ones."""

import pytest

from smadmin.domain.policy.letters import as_latin


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("len\u0430", "lena"),
        ("n\u03bfvak", "novak"),
        ("lena", "lena"),
        ("\u043b\u0435\u043d\u0430", "\u043b\u0435\u043d\u0430"),
        ("\u03b1\u03bd\u03bd\u03b1", "\u03b1\u03bd\u03bd\u03b1"),
    ],
)
def test_only_among_latin_letters_is_one_read_as_what_it_looks_like(word: str, read: str) -> None:
    assert as_latin(word) == read
