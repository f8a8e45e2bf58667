"""Marks of internal papers are found; the word in a sentence isn't."""

import pytest

from smadmin.domain.policy.checks.confidential import Confidential
from tests.policies import marked


@pytest.mark.demand("BAL-B1l4")
@pytest.mark.demand("YEL-C1")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("CONFIDENTIAL staffing plan", "CONFIDENTIAL"),
        ("Confidential: next year's rooms", "Confidential"),
        ("For internal use only", "For internal use only"),
        ("Please do not distribute.", "do not distribute"),
        ("Solo para uso interno", "Solo para uso interno"),
    ],
)
def test_a_mark_is_found(text: str, words: str) -> None:
    assert marked(Confidential(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Call the confidential tip line.",
        "What you tell our counselor is confidential",
        "Confidential help is one call away",
        "Please do not share food at lunch.",
        "Staff only parking is behind the gym.",
    ],
)
def test_the_word_in_a_sentence_is_left_alone(text: str) -> None:
    assert marked(Confidential(), text) == []
