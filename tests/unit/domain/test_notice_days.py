"""The last day that a notice's blanks name, and nothing where none is named plainly."""

from datetime import date

import pytest

from smadmin.domain.notice_days import last_day

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Monday", date(2026, 11, 23)),
        ("Monday, November 23", date(2026, 11, 23)),
        ("Monday and Tuesday", date(2026, 11, 24)),
        ("today", SUNDAY),
        ("mañana", date(2026, 11, 23)),
        ("el lunes 23 de noviembre", date(2026, 11, 23)),
        ("Jan. 4", date(2027, 1, 4)),
        ("snow", None),
        ("room 12", None),
        ("February 31", None),
    ],
)
def test_the_day_is_read_as_it_is_typed(words: str, day: date | None) -> None:
    assert last_day([words, "snow"], SUNDAY) == day
