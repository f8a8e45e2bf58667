"""Common misspellings are found in the paragraph's own language, and mended."""

import pytest

from smadmin.domain.policy.checks.spelling import Spelling
from tests.policies import marked


@pytest.mark.demand("SOC-O4")
@pytest.mark.demand("BLO-A8")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You will recieve a letter.", "recieve"),
        ("It was definately worth it.", "definately"),
        ("Los abuelos tanbién pueden venir.", "tanbién"),
    ],
)
def test_a_misspelling_is_found(text: str, words: str) -> None:
    assert marked(Spelling(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Recievo is here.",
        "Larkotastic!",
        "https://recieve.example/x",
        "También los abuelos",
    ],
)
def test_names_new_words_and_the_other_language_are_left_alone(text: str) -> None:
    assert marked(Spelling(), text) == []
