"""When the page for staff is due again, and what its reader signs."""

from dataclasses import replace
from datetime import date

import pytest

from smadmin.domain.staff_page import VERSION, Reading
from smadmin.services.policy import Policy

PACK = Policy.shipped().pack("wichita-ks")
READ = Reading(date(2026, 8, 17), VERSION, (PACK.id, PACK.version))


@pytest.mark.parametrize(
    ("reading", "day", "due"),
    [
        (READ, date(2027, 8, 16), False),
        (READ, date(2027, 8, 17), True),
        (replace(READ, page=VERSION - 1), date(2026, 8, 18), True),
        (replace(READ, policy=("yelm-wa", 1)), date(2026, 8, 18), True),
        (replace(READ, policy=(PACK.id, PACK.version - 1)), date(2026, 8, 18), False),
    ],
)
def test_it_is_due_after_a_year_a_new_page_or_another_policy(reading: Reading, day: date, due: bool) -> None:
    assert reading.due(day, PACK) is due


def test_what_is_signed_is_read_back() -> None:
    assert Reading.from_plain(READ.to_plain()) == READ


@pytest.mark.parametrize("lost", ["on", "page", "policy", "policy-version"])
def test_less_than_that_is_no_reading(lost: str) -> None:
    less = {name: value for name, value in READ.to_plain().items() if name != lost}

    with pytest.raises(KeyError):
        Reading.from_plain(less)
