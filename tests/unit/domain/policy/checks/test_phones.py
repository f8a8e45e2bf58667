"""Private telephone numbers are found; the school's own, dates and amounts aren't."""

import pytest

from smadmin.domain.policy.checks.phones import PhoneNumber
from tests.policies import marked

PHONE = PhoneNumber()


@pytest.mark.demand("BAL-B1j1")
@pytest.mark.demand("BAL-D6")
@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Call me at 410-396-8577.", "410-396-8577"),
        ("Call (410) 396-8577 today", "(410) 396-8577"),
        ("+1 410 396 8577", "+1 410 396 8577"),
        ("410.396.8577", "410.396.8577"),
        ("4103968577", "4103968577"),
        ("text 396-8577", "396-8577"),
        ("llame al 396-8577", "396-8577"),
        ("WhatsApp +52 55 5123 4567", "+52 55 5123 4567"),
    ],
)
def test_a_private_phone_is_found(text: str, phone: str) -> None:
    assert marked(PHONE, text) == [phone]


@pytest.mark.parametrize(
    "text",
    [
        "Call the office: 443-555-0100 or (443) 555-0100",
        "Call 1-800-679-0185 or 988",
        "on 05/12/2025 at 10:30",
        "raised $4,103,968.57",
        "https://zoom.us/j/4103968577",
        "Scores: 410-396",
        "ISBN 978-0-06-112008-4",
        "School years 2023-2024 and 2024-2025",
        "12 of 410 3968577000 points",
    ],
)
def test_own_phones_dates_and_amounts_are_left_alone(text: str) -> None:
    assert marked(PHONE, text) == []
