"""What a corrected post says of itself: once, in the policy's words, on the last day it was corrected."""

from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.corrections import (
    Correction,
    CorrectionFacts,
    correction_blockers,
    statement,
    states_correction,
    time_taken,
    with_statement,
)
from smadmin.domain.ids import PostId
from smadmin.domain.policy.values import CORRECTED

FOUND = datetime(2026, 11, 16, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("en", "November 16, 2026", "Corrected on November 16, 2026."),
        ("es", "16 de noviembre de 2026", "Corregida el 16 de noviembre de 2026."),
        ("fr", "November 16, 2026", "Corrected on November 16, 2026."),
    ],
)
@pytest.mark.demand("BLO-A5")
def test_the_day_stands_in_the_policy_s_words(language: str, day: str, said: str) -> None:
    assert statement(CORRECTED, language, day) == said
    assert states_correction(f"Our fair.\n\n{said}", CORRECTED)


@pytest.mark.parametrize("text", ["", "Our fair is on Friday.", "Corrected on", "We corrected the day."])
def test_other_words_state_nothing(text: str) -> None:
    assert not states_correction(text, CORRECTED)


def test_a_second_correction_names_its_own_day_alone() -> None:
    first = with_statement("Our fair.", statement(CORRECTED, "en", "November 16, 2026"), CORRECTED)
    second = with_statement(first, statement(CORRECTED, "en", "November 18, 2026"), CORRECTED)

    assert second == "Our fair.\n\nCorrected on November 18, 2026."
    assert with_statement("", "Corrected on May 1.", CORRECTED) == "Corrected on May 1."


@pytest.mark.parametrize("field", ["out", "gone", "same_media", "states", "elsewhere"])
def test_each_thing_that_is_wrong_keeps_it_here(field: str) -> None:
    right = {"out": True, "gone": False, "same_media": True, "states": True, "elsewhere": False}

    assert correction_blockers(CorrectionFacts(**right)) == ()
    assert len(correction_blockers(CorrectionFacts(**{**right, field: not right[field]}))) == 1


def test_the_time_runs_from_found_to_corrected() -> None:
    one = Correction(PostId("b"), PostId("a"), None, FOUND)

    assert time_taken(one, None) is None
    assert time_taken(one, FOUND + timedelta(minutes=12)) == timedelta(minutes=12)
    assert time_taken(one, FOUND - timedelta(hours=1)) == timedelta()
