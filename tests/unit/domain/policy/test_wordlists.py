"""Word lists are folded, as what they are compared with is."""

import pytest

from smadmin.domain.policy import wordlists
from smadmin.domain.policy.reading import fold


@pytest.mark.parametrize(
    "words", ["ACRONYMS", "PLACE_WORDS", "TITLES", "ORDINARY", "SCHOOL_WORDS", "PROPER", "GIVEN_NAMES"]
)
def test_each_word_is_folded(words: str) -> None:
    listed = getattr(wordlists, words)

    assert listed
    assert {word for word in listed if fold(word) != word} == set()


def test_nobody_is_their_own_nickname() -> None:
    for line in (*wordlists.NICKNAMES, *wordlists.SPELLINGS):
        names = line.split()
        assert len(names) == len(set(names)) > 1
