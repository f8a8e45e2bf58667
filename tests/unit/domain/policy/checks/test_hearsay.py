"""Hearsay is found once a sentence's worth; who listened to the choir heard no rumour."""

import pytest

from smadmin.domain.policy.checks.hearsay import Claim
from smadmin.domain.policy.reading import Reading
from tests.corpus.reading import sample_school


def claims(text: str) -> int:
    return len(list(Claim().hits(Reading(text), sample_school())))


@pytest.mark.demand("BLO-A4")
@pytest.mark.parametrize(
    "text",
    [
        "I heard there was a fire at the high school.",
        "Is it true?",
        "My cousin works downtown and she says they are closing us.",
        "Word is there might be no school on Monday.",
        "Nos dijeron que cierran la escuela.",
    ],
)
def test_what_somebody_is_said_to_have_said_is_found(text: str) -> None:
    assert claims(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "We heard our choir at the mall.",
        "Have you seen the new mural?",
        "This week's word is kindness.",
        "It was the best concert yet.",
    ],
)
def test_what_one_listened_to_is_no_hearsay(text: str) -> None:
    assert claims(text) == 0
