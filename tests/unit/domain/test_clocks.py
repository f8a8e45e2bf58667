"""Whether a clock is near enough to a platform's."""

from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.clocks import CLOCKS_APART, clocks_agree

NOW = datetime(2026, 11, 16, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "agree"),
    [
        (None, True),
        (NOW - CLOCKS_APART, True),
        (NOW + timedelta(minutes=1) + CLOCKS_APART, True),
        (NOW - CLOCKS_APART - timedelta(seconds=1), False),
        (NOW + timedelta(minutes=1, seconds=1) + CLOCKS_APART, False),
    ],
)
def test_a_server_says_its_time_between_question_and_answer(said: datetime | None, *, agree: bool) -> None:
    assert clocks_agree(NOW, NOW + timedelta(minutes=1), said) is agree
