"""Signing a notice's text in advance: until when is proposed."""

from datetime import date

import pytest

from smadmin.domain.permissions import LONGEST_PERMISSION
from smadmin.ui.notices.signing import school_year_end


@pytest.mark.parametrize(
    ("today", "end"),
    [
        (date(2026, 9, 1), date(2027, 6, 30)),
        (date(2026, 11, 22), date(2027, 6, 30)),
        (date(2027, 2, 1), date(2027, 6, 30)),
        (date(2027, 6, 1), date(2028, 5, 31)),
    ],
)
def test_the_end_of_the_school_year_is_proposed(today: date, end: date) -> None:
    assert school_year_end(today) == end
    assert end - today < LONGEST_PERMISSION
