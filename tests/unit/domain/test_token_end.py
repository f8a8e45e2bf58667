"""When somebody hears that a token ends."""

from datetime import date, timedelta

import pytest

from smadmin.domain.token_end import TokenEnd, token_end

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("left", "stage"),
    [
        (31, TokenEnd.FAR),
        (30, TokenEnd.MONTH),
        (15, TokenEnd.MONTH),
        (14, TokenEnd.FORTNIGHT),
        (8, TokenEnd.FORTNIGHT),
        (7, TokenEnd.WEEK),
        (2, TokenEnd.WEEK),
        (1, TokenEnd.DAY),
        (0, TokenEnd.DAY),
        (-1, TokenEnd.OVER),
        (-400, TokenEnd.OVER),
    ],
)
def test_its_end_is_told_in_stages(left: int, stage: TokenEnd) -> None:
    assert token_end(TODAY + timedelta(days=left), TODAY) is stage


def test_a_day_at_the_end_of_the_calendar_is_far() -> None:
    assert token_end(date.max, TODAY) is TokenEnd.FAR
