"""Rows of emoji are found, whatever they are made of; single ones aren't."""

import pytest

from smadmin.domain.policy.checks.emoji import EmojiRow
from tests.policies import marked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Done 🎉🎉🎉🎉", "🎉🎉🎉🎉"),
        ("Pizza 🍕 🧀 🍅 🌿 now", "🍕 🧀 🍅 🌿"),
        ("👩\u200d👩\u200d👧👍🏽🇺🇸❤️!", "👩\u200d👩\u200d👧👍🏽🇺🇸❤️"),
    ],
)
def test_a_row_is_found(text: str, words: str) -> None:
    assert marked(EmojiRow(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Snow ❄️",
        "One family 👨\u200d👩\u200d👧\u200d👦 at a time",
        "🎉🎉🎉",
        "Call 1234567",
        "#1234 ***",
        "©®™ 2024",
        "\u202e\u200b\u200d",
    ],
)
def test_a_few_and_digits_are_left_alone(text: str) -> None:
    assert marked(EmojiRow(), text) == []
