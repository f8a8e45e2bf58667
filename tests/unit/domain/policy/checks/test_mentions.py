"""Strangers' accounts are found; our own, addresses and links aren't."""

import pytest

from smadmin.domain.policy.checks.mentions import Mention
from tests.policies import marked


@pytest.mark.demand("SOC-O9")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Photos by @sunny_day_mom!", "@sunny_day_mom"),
        ("Gracias, @mama.de.mateo.", "@mama.de.mateo"),
        ("Hi @larks@social.example!", "@larks@social.example"),
    ],
)
def test_a_stranger_is_found(text: str, words: str) -> None:
    assert marked(Mention(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "More at @lincoln_es and @LINCOLN_ES.",
        "Write to kim@lincoln.k12.md.us",
        "https://social.example/@anybody",
        "@ 6 p.m.",
        "@",
    ],
)
def test_our_own_and_addresses_are_left_alone(text: str) -> None:
    assert marked(Mention(), text) == []
