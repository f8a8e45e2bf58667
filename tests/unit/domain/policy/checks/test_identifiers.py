"""Private phones, addresses and numbers are found; the school's own and an office's aren't."""

import pytest

from smadmin.domain.policy.checks.identifiers import EmailAddress, IdNumber, PhoneNumber
from tests.policies import marked, mended

PHONE, MAIL, NUMBER = PhoneNumber(), EmailAddress(), IdNumber()


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


@pytest.mark.demand("BAL-B1j1")
@pytest.mark.parametrize("address", ["ana.vega@gmail.com", "info@gmail.com", "j.smith+x@some-firm.co.uk"])
def test_a_private_address_is_found_and_taken_out(address: str) -> None:
    assert marked(MAIL, f"Write to {address}.") == [address]
    assert mended(MAIL, f"Write to {address}.") == ["Write to ."]


@pytest.mark.parametrize(
    "text",
    [
        "office@lincoln.k12.md.us",
        "Kim@mail.LINCOLN.k12.md.us",
        "info@sciencecenter.org",
        "@lincoln_es",
        "a@b",
    ],
)
def test_own_addresses_and_offices_are_left_alone(text: str) -> None:
    assert marked(MAIL, text) == []


@pytest.mark.demand("BAL-B1j1")
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Student ID: 1234567", "1234567"),
        ("student number 99812", "99812"),
        ("ID #445566", "445566"),
        ("Matrícula: 778899", "778899"),
        ("SSN 123-45-6789", "123-45-6789"),
        ("born on March 3, 2015", "March 3, 2015"),
        ("DOB 03/03/2015", "03/03/2015"),
        ("nacida el 3 de marzo de 2015", "3 de marzo de 2015"),
    ],
)
def test_numbers_that_lead_to_a_child_are_found(text: str, number: str) -> None:
    assert marked(NUMBER, text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Bring a photo ID.",
        "Room 1204",
        "Class of 2025",
        "ID 12",
        "born in 1809",
        "000-12-3456",
        "2,345 students",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert marked(NUMBER, text) == []
