"""Sentences that never get to their main part are found."""

import pytest

from smadmin.domain.policy.checks.sentences import Fragment
from tests.policies import marked


@pytest.mark.demand("WIC-P10")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Coats for all. Because every child matters.", "Because every child matters."),
        ("Although the worms are not.", "Although the worms are not."),
    ],
)
def test_a_fragment_is_found(text: str, words: str) -> None:
    assert marked(Fragment(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Because it rained, we stayed in.",
        "We stayed in because it rained.",
        "Sunflowers over the fence.",
        "Because we were so many that morning nobody saw that it had begun to rain outside.",
    ],
)
def test_whole_sentences_and_headlines_are_left_alone(text: str) -> None:
    assert marked(Fragment(), text) == []
